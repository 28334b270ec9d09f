import type { Kysely } from 'kysely'
import type { ClientBase } from 'pg'
import type { Actor } from '../access/index.ts'
import type { Classes, Trail } from '../audit/index.ts'
import type { SentFrom } from '../app/contract.ts'
import type { CivilDate, Instant } from '../clock/index.ts'
import type { KeyRing } from '../keys/index.ts'
import type { RefusalParams } from '../refusal/index.ts'
import type { Host } from './run.ts'
import type { Writer } from './writer.ts'

/** What a city is, for the program: its name, its zone and its settings. Facts come from `src/cities`. */
export interface City {
  readonly slug: string
  readonly name: string
  readonly zone: string
  readonly demo: boolean
}

/** A transaction that can only be read from; changes go through `write` or a kernel part such as the ledger. */
export type ReadOnly<T> = Pick<Kysely<T>, 'selectFrom' | 'with' | 'fn' | 'dynamic'>

/** All that an operation's body has. There is no other database in sight. */
export interface OperationContext<T> {
  readonly tx: ReadOnly<T>
  readonly write: Writer<T>
  readonly actor: Actor
  /** Where the request came from, as its door saw it. */
  readonly sentFrom: SentFrom
  readonly now: Instant
  /** The business day of `now` in the city's zone. */
  readonly today: CivilDate
  readonly city: City
  readonly ring: KeyRing
  newId(): string
  /** 128 random bits for what is shown outside. */
  newToken(): string
  /** The acting user's id. @throws Error for a guest or a job, which `allow` must have kept out. */
  userId(): string
  /** Asks the person once more in words: refuses with kind `confirm` unless the code came back in `confirm`. */
  confirm(code: string, params?: RefusalParams, field?: string): void
  /** Whom the entry is about; needed before personal values can be in the reply. */
  about(personId: string): void
  /** Business day on which the thing happened, when it is not today: for an entry made later. */
  happenedOn(day: CivilDate): void
  /** Runs another operation's body in this transaction and this entry; its `allow` is asked as at a door. */
  call<I, O>(operation: Callable<I, O>, input: I): Promise<O>
}

/** The part of an operation that another one needs to run it. */
export interface Callable<I, O> {
  readonly name: string
  runInside(context: OperationContext<never>, input: I): Promise<O>
}

/** What a part of the kernel may reach behind a context, and a room may not. */
export interface Internals {
  readonly client: ClientBase
  readonly db: Kysely<unknown>
  readonly trail: Trail
  readonly rolesWith: (permission: string) => readonly string[]
  readonly classes: Classes
  readonly erasers: readonly Eraser[]
  /** The city as the runner has it, for a task that runs after the commit. */
  readonly host: Host
  /** Runs once the transaction is committed; never after a refusal, a dry run or a replay. */
  afterCommit(task: () => Promise<void>): void
}

/** Overwrites the live personal columns of one person in the part's own tables. */
export type Eraser = (context: OperationContext<never>, personId: string) => Promise<void>

/** Work that a leaving user still has open in one part or room, and how another user takes it over. */
export interface HandOver {
  /** How many things wait for this user. */
  count(db: Kysely<never>, userId: string): Promise<number>
  move(context: OperationContext<never>, from: string, to: string): Promise<void>
}

const internals = new WeakMap<object, Internals>()

export function bindInternals(context: object, inner: Internals): void {
  internals.set(context, inner)
}

/** For `src/kernel` only; the tidy test refuses it elsewhere. */
export function internalsOf(context: object): Internals {
  const inner = internals.get(context)
  if (!inner) throw new Error('Not a context of a running operation')
  return inner
}

/** What a hook or an `allow` is given, as the tables of the room that wrote it. */
export function readerOf<T>(db: Kysely<never> | ReadOnly<never>): ReadOnly<T> {
  return db as unknown as ReadOnly<T>
}

import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { actorText, openGate, userIdOf } from '../access/index.ts'
import type { Actor } from '../access/index.ts'
import { canonicalText, findPrior, openTrail, sha256, subjectsIn, unmask, writeEntry } from '../audit/index.ts'
import type { Classes, EntryBody, PriorEntry } from '../audit/index.ts'
import { businessDay, millisecondsBetween } from '../clock/index.ts'
import type { CivilDate, Clock, Instant } from '../clock/index.ts'
import { Closing, inTransaction, Rollback, toRefusal, violates } from '../database/index.ts'
import type { ConstraintRefusals, Pool } from '../database/index.ts'
import { newId, newPublicToken } from '../id/index.ts'
import type { IndicatorDefinition } from '../indicator/contract.ts'
import { subjectKeys } from '../keys/index.ts'
import type { KeyRing } from '../keys/index.ts'
import { KeptRefusal, refuse, refuseZod } from '../refusal/index.ts'
import type { DoOptions, SentFrom } from '../app/contract.ts'
import { bindInternals } from './context.ts'
import type { City, Eraser, HandOver, OperationContext } from './context.ts'
import type { Operation } from './operation.ts'
import { openWriter } from './writer.ts'

const GRAVE_WITHIN_MS = 5 * 60_000
const nowhere: SentFrom = { address: '' }

/** What the runner needs of the program; one a city. */
export interface Host {
  readonly pool: Pool
  readonly clock: Clock
  readonly city: City
  readonly ring: KeyRing
  readonly classes: Classes
  readonly constraints: ConstraintRefusals
  /** What overwrites the personal columns of one person, of every part and room. */
  readonly erasers: readonly Eraser[]
  readonly handOvers: readonly HandOver[]
  /** Every figure that the parts and rooms define, by name. */
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>
  /** Every permission and the roles that hold it. */
  readonly permissions: ReadonlyMap<string, readonly string[]>
  rolesWith(permission: string): readonly string[]
}

/**
 * The one way in which anything changes: parse → transaction → who may → same key seen before? → body → entry → commit.
 * @throws Refusal for every "no" that a person can act on; anything else is a fault of ours.
 */
export async function runOperation<I extends z.ZodType, O extends z.ZodType>(
  host: Host,
  operation: Operation<I, O>,
  raw: unknown,
  actor: Actor,
  options: DoOptions = {},
  sentFrom: SentFrom = nowhere,
): Promise<z.output<O>> {
  const parsed = operation.input.safeParse(raw)
  if (!parsed.success) throw refuseZod(parsed.error, raw)
  const inputHash = sha256(options.received ?? canonicalText(raw ?? null))
  if (operation.grave) requireFreshProof(actor, host.clock.now())
  const call: Call<I, O> = { host, operation, input: parsed.data, inputHash, actor, options, sentFrom, afterCommit: [] }
  try {
    const reply = await inTransaction<z.output<O> | KeptRefusal>(
      host.pool,
      (client) => once(call, client),
      (fault) => options.key !== undefined && violates(fault, 'audit_entry_key'),
    )
    if (reply instanceof KeptRefusal) throw reply
    if (!options.check) for (const task of call.afterCommit) await task()
    return reply
  } catch (fault) {
    throw toRefusal(fault, host.constraints)
  }
}

interface Call<I extends z.ZodType, O extends z.ZodType> {
  readonly host: Host
  readonly operation: Operation<I, O>
  readonly input: z.output<I>
  readonly inputHash: Buffer
  readonly actor: Actor
  readonly options: DoOptions
  readonly sentFrom: SentFrom
  readonly afterCommit: (() => Promise<void>)[]
}

async function once<I extends z.ZodType, O extends z.ZodType>(
  call: Call<I, O>,
  client: PoolClient,
): Promise<z.output<O> | Closing<z.output<O> | KeptRefusal> | Rollback<z.output<O>>> {
  const { host, operation, input, inputHash, actor, options, sentFrom } = call
  // A transaction that is run again must not keep what its first try wanted done afterwards.
  call.afterCommit.length = 0
  const db = host.pool.over<unknown>(client)
  const now = host.clock.now()
  const today = businessDay(now, host.city.zone)
  const gate = openGate({ client, db, actor, now, today, rolesWith: host.rolesWith })
  // Asked in one flight; who may is still answered first, since a refusal hides what the key would have found.
  const [{ placeId }, prior] = await Promise.all([
    operation.allow.decide(gate, input),
    options.key === undefined ? undefined : findPrior(client, actorText(actor), operation.name, options.key),
  ])
  if (prior) return replay(call, prior, db)

  const trail = openTrail(host.classes, subjectKeys(host.ring))
  const running = openContext({
    host,
    client,
    db,
    trail,
    actor,
    now,
    today,
    options,
    sentFrom,
    afterCommit: call.afterCommit,
  })
  const reply = await keptOr(async () => operation.output.parse(await operation.body(running.context as never, input)))
  const kept = reply instanceof KeptRefusal
  const rows = await trail.rows(client, db, now)
  const body: Omit<EntryBody, 'sent'> = {
    v: 1,
    id: newId(host.clock),
    operation: operation.name,
    actor: actorText(actor),
    ...(actor.kind === 'shell' ? { osUser: actor.osUser } : {}),
    at: now,
    day: running.day(),
    ...(options.key === undefined || kept ? {} : { key: options.key }),
    ...(placeId === undefined ? {} : { place: placeId }),
    ...(trail.subjectId === undefined ? {} : { subject: trail.subjectId }),
    input: trail.masked(operation.input, input),
    reply: kept ? { refused: reply.code } : trail.masked(operation.output, reply),
    rows,
  }
  const written = () => writeEntry(client, host.ring, body, inputHash)
  // A dry run counts a wrong password too; otherwise it would be the way round the count.
  if (!options.check || kept) return new Closing(reply, written)
  await written()
  return new Rollback(reply)
}

async function keptOr<R>(work: () => Promise<R>): Promise<R | KeptRefusal> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof KeptRefusal) return fault
    throw fault
  }
}

/** The stored answer, after access was asked again; a person erased since then is missing from it. */
async function replay<I extends z.ZodType, O extends z.ZodType>(
  call: Call<I, O>,
  prior: PriorEntry,
  db: Kysely<unknown>,
): Promise<z.output<O>> {
  const { mac } = call.host.ring.mac('audit', call.inputHash, prior.macKey)
  if (!prior.inputHash.equals(mac)) throw refuse('operation.key_reused', {}, { kind: 'conflict' })
  const { reply } = JSON.parse(prior.body) as EntryBody
  const keys = await subjectKeys(call.host.ring).find(db, [...subjectsIn(reply)])
  return unmask(reply, (personId) => keys.get(personId)) as z.output<O>
}

/** A token cannot prove who holds it, so whoever found one cannot make users, give duties or erase with it. */
function requireFreshProof(actor: Actor, now: Instant): void {
  if (actor.kind === 'token') throw refuse('sign_in.session_needed', {}, { kind: 'forbidden' })
  if (actor.kind !== 'user') return
  if (millisecondsBetween(actor.provedAt, now) > GRAVE_WITHIN_MS) {
    throw refuse('access.prove_again', {}, { kind: 'precondition' })
  }
}

function openContext(parts: {
  host: Host
  client: PoolClient
  db: Kysely<unknown>
  trail: ReturnType<typeof openTrail>
  actor: Actor
  now: Instant
  today: CivilDate
  options: DoOptions
  sentFrom: SentFrom
  afterCommit: (() => Promise<void>)[]
}): { context: OperationContext<unknown>; day: () => CivilDate } {
  const { host, client, db, trail, actor, now, today, options, sentFrom } = parts
  const confirmed = new Set(options.confirm)
  let day = today
  const context: OperationContext<unknown> = {
    tx: db,
    write: openWriter(db, trail),
    actor,
    sentFrom,
    now,
    today,
    city: host.city,
    ring: host.ring,
    newId: () => newId(host.clock),
    newToken: newPublicToken,
    userId: () => {
      const id = userIdOf(actor)
      if (!id) throw new Error('No user acts here; the operation’s allow must say so')
      return id
    },
    confirm: (code, params = {}, field) => {
      if (!confirmed.has(code))
        throw refuse(code, params, { kind: 'confirm', ...(field === undefined ? {} : { field }) })
    },
    about: (personId) => trail.subject(personId),
    happenedOn: (happened) => {
      day = happened
    },
    call: (inner, input) => inner.runInside(context, input),
  }
  bindInternals(context, {
    client,
    db,
    trail,
    rolesWith: host.rolesWith,
    classes: host.classes,
    erasers: host.erasers,
    host,
    afterCommit: (task) => parts.afterCommit.push(task),
  })
  return { context, day: () => day }
}

import type { Kysely, Selectable } from 'kysely'
import { addHours, addMilliseconds, millisecondsBetween } from '../clock/index.ts'
import type { Instant } from '../clock/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { KeptRefusal, refuse } from '../refusal/index.ts'
import type { RefusalParams } from '../refusal/index.ts'
import type { SignInAttemptTable, SignInTables } from './tables.ts'

/**
 * How many failures are free before one has to wait, by what is counted (asumsi). After that the wait doubles from half
 * a minute to an hour; failures are forgotten a day after the last one.
 */
const free = {
  /** Unknown devices guessing one account. */
  account: 5,
  /** One network address guessing any account; a whole office may share it. */
  address: 30,
  /** A device on which this account has signed in before. Nobody else can use this counter up. */
  device: 10,
  prove: 5,
  co_sign_by: 5,
  co_sign_of: 10,
  /** A short secret of a room: a PIN, a code on a card. */
  guess: 5,
  code: 5,
  code_sent: 3,
} as const

const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 60 * 60_000
const FORGOTTEN_AFTER_HOURS = 24

type Kind = keyof typeof free

/** One thing that is counted, such as the failures of one account. */
export interface Counter {
  readonly kind: Kind
  readonly id: string
}

/** The name of a counter says nothing about whom it counts. */
export function counter(context: Pick<OperationContext<never>, 'ring'>, kind: Kind, of: string): Counter {
  return { kind, id: `${kind}:${context.ring.mac('code', `attempt ${kind} ${of}`).mac.toString('base64url')}` }
}

/** @throws Refusal `sign_in.wait` when one of the counters says so; asked before the work of checking a secret. */
export async function requireNoWait(
  context: OperationContext<SignInTables>,
  counters: readonly Counter[],
): Promise<void> {
  const rows = await read(context, counters)
  const until = rows
    .flatMap((row) => row.blockedUntil ?? [])
    .toSorted()
    .at(-1)
  if (until === undefined || until <= context.now) return
  const minutes = Math.ceil(millisecondsBetween(context.now, until) / 60_000)
  throw refuse('sign_in.wait', { minutes }, { kind: 'limit' })
}

/**
 * The verdict about a secret. Guesses at one account come out one after another here, and are judged again after the
 * wait for their turn: many at once gain nothing over one at a time.
 * @throws KeptRefusal with `code` when the secret was wrong; the failure stays counted.
 */
export async function judge(
  context: OperationContext<SignInTables>,
  counters: readonly Counter[],
  verdict: { right: boolean; code: string; params?: RefusalParams; field?: string },
): Promise<void> {
  await takeTurn(context, counters)
  await requireNoWait(context, counters)
  if (verdict.right) {
    await forget(context, counters)
    return
  }
  for (const each of counters) await count(context, each)
  const { code, params = {}, field } = verdict
  throw new KeptRefusal('invalid', code, params, field === undefined ? [] : [{ field, code, params }])
}

/** Counts something that is no failure, such as a code that was sent; the caller goes on. */
export async function count(context: OperationContext<SignInTables>, { kind, id }: Counter): Promise<void> {
  const { db, trail } = internalsOf(context)
  const [old] = await read(context, [{ kind, id }])
  const fresh = old && addHours(old.lastAt, FORGOTTEN_AFTER_HOURS) > context.now
  const failures = fresh ? old.failures + 1 : 1
  const row = { failures, lastAt: context.now, blockedUntil: blockedUntil(kind, failures, context.now) }
  const written = await (db as Kysely<SignInTables>)
    .insertInto('signInAttempt')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow()
  trail.wrote('sign_in_attempt', { ...written })
}

/** One at a time for each counter, until the transaction ends; in one order, so that two never wait for each other. */
export async function takeTurn(context: OperationContext<SignInTables>, counters: readonly Counter[]): Promise<void> {
  await internalsOf(context).client.query({
    name: 'sign_in.turn',
    text: `select pg_advisory_xact_lock(turn) from
      (select hashtextextended(id, 11) as turn from unnest($1::text[]) as id order by 1) as turns`,
    values: [counters.map(({ id }) => id)],
  })
}

function blockedUntil(kind: Kind, failures: number, now: Instant): Instant | null {
  const over = failures - free[kind]
  if (over < 0) return null
  return addMilliseconds(now, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(over, 20)))
}

async function read(
  { tx }: OperationContext<SignInTables>,
  counters: readonly Counter[],
): Promise<Selectable<SignInAttemptTable>[]> {
  if (counters.length === 0) return []
  const ids = counters.map(({ id }) => id)
  return tx.selectFrom('signInAttempt').selectAll().where('id', 'in', ids).execute()
}

/** Success ends the count of the account, not of the address: an attacker also has an account that opens. */
async function forget(context: OperationContext<SignInTables>, counters: readonly Counter[]): Promise<void> {
  for (const { kind, id } of counters) if (kind !== 'address') await context.write.remove('signInAttempt', { id })
}

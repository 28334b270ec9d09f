import { rowText } from '../audit/index.ts'
import type { CivilDate } from '../clock/index.ts'
import { internalsOf } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import type { RefusalParams } from '../refusal/index.ts'
import type { LedgerContext } from './accounts.ts'
import { AMOUNT_MAX, LEGS_MAX, TRANSFERS_MAX } from './contract.ts'
import { move } from './move.ts'
import type { Moved, Movement } from './move.ts'

/** Account ids and a whole amount above zero, in the small unit of their commodity. */
export interface Leg {
  /** Receives: a debit account grows, a credit account shrinks. */
  readonly debit: string
  /** Gives. */
  readonly credit: string
  readonly amount: number
}

export interface NewTransfer {
  /** What it is, in the words of its room: `deposit`, `withdrawal`. */
  readonly kind: string
  readonly placeId: string
  readonly businessDay: CivilDate
  readonly legs: readonly Leg[]
  /** A short code; never a name or a sentence, since it can never be taken back. */
  readonly memo?: string
}

export interface Posted {
  readonly transferId: string
  /** What each account of the transfer stands at now. */
  readonly balances: ReadonlyMap<string, number>
}

export interface PostedMany {
  /** In the order given. */
  readonly transferIds: readonly string[]
  readonly balances: ReadonlyMap<string, number>
}

/**
 * Moves value between accounts, all legs or none, in one round trip.
 * @throws Refusal `ledger.insufficient` with what is short, `ledger.account_closed`, `ledger.account_unknown`,
 *   `ledger.commodity_mismatch`, or about the input: `ledger.amount`, `ledger.same_account`, `ledger.no_legs`,
 *   `ledger.day_in_future`.
 */
export async function post(context: LedgerContext, transfer: NewTransfer): Promise<Posted> {
  const { transferIds, balances } = await postMany(context, [transfer])
  return { transferId: transferIds[0] ?? '', balances }
}

/**
 * Posts up to 1,000 transfers in one round trip. A floor is judged once, by where the account stands after all of
 * them; they are kept or refused together.
 */
export async function postMany(context: LedgerContext, transfers: readonly NewTransfer[]): Promise<PostedMany> {
  if (transfers.length > TRANSFERS_MAX) throw refuse('ledger.too_many', { max: TRANSFERS_MAX }, { kind: 'limit' })
  for (const transfer of transfers) check(context, transfer)
  const movements = transfers.map((transfer): Movement => ({
    id: context.newId(),
    kind: transfer.kind,
    placeId: transfer.placeId,
    businessDay: transfer.businessDay,
    recordedAt: context.now,
    reverses: null,
    memo: transfer.memo ?? null,
    legs: transfer.legs,
  }))
  const balances = await write(context, movements, 'ledger.insufficient')
  return { transferIds: movements.map((movement) => movement.id), balances }
}

/** Writes checked movements, and their rows into the operation's entry. `shortCode` words a broken floor. */
export async function write(
  context: LedgerContext,
  movements: readonly Movement[],
  shortCode: 'ledger.insufficient' | 'ledger.reversal_breaks_floor',
): Promise<Map<string, number>> {
  if (movements.length === 0) return new Map()
  const { client, trail } = internalsOf(context)
  const moved = new Map((await move(client, movements)).map((account) => [account.id, account]))
  refuseUnfit(movements, moved, shortCode)
  for (const { legs, ...transfer } of movements) {
    trail.wroteText('transfer', transfer.id, rowText(transfer))
    for (const [index, { debit, credit, amount }] of legs.entries()) {
      const row = {
        transferId: transfer.id,
        leg: index,
        debitId: debit,
        creditId: credit,
        commodityId: moved.get(debit)?.commodity_id,
        amount,
        businessDay: transfer.businessDay,
        recordedAt: transfer.recordedAt,
      }
      trail.wroteText('posting', `${transfer.id}/${index}`, rowText(row))
    }
  }
  return new Map([...moved.values()].map(({ id, after }) => [id, after]))
}

function check(context: LedgerContext, { legs, businessDay }: NewTransfer): void {
  if (legs.length === 0 || legs.length > LEGS_MAX)
    throw refuse('ledger.no_legs', { max: LEGS_MAX }, { kind: 'invalid' })
  for (const { debit, credit, amount } of legs) {
    if (!Number.isSafeInteger(amount) || amount < 1 || amount > AMOUNT_MAX) {
      throw refuse('ledger.amount', { max: AMOUNT_MAX }, { kind: 'invalid' })
    }
    if (debit === credit) throw refuse('ledger.same_account', {}, { kind: 'invalid' })
  }
  if (businessDay > context.today) {
    throw refuse('ledger.day_in_future', { day: businessDay }, { kind: 'invalid' })
  }
}

function refuseUnfit(movements: readonly Movement[], moved: ReadonlyMap<string, Moved>, shortCode: string): void {
  for (const { legs } of movements) {
    for (const { debit, credit } of legs) {
      const [to, from] = [moved.get(debit), moved.get(credit)]
      if (!to || !from) throw refuse('ledger.account_unknown', {}, { kind: 'not_found' })
      if (to.commodity_id !== from.commodity_id) throw refuse('ledger.commodity_mismatch', {}, { kind: 'invalid' })
    }
  }
  for (const account of moved.values()) {
    if (account.closed) throw refuse('ledger.account_closed', { account: account.id }, { kind: 'conflict' })
    const short = shortOf(account)
    if (short !== undefined) throw refuse(shortCode, short)
  }
}

function shortOf({ id, floor, after, measure }: Moved): RefusalParams | undefined {
  return floor === null || after >= floor ? undefined : { account: id, measure, short: floor - after }
}

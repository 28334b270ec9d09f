import type { Kysely, Selectable } from 'kysely'
import type { CivilDate } from '../clock/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import type { Commodity } from './contract.ts'
import type { AccountTable, CommodityTable, LedgerTables } from './tables.ts'

/** What the ledger needs of a running operation; the room's own tables do not matter to it. */
export type LedgerContext = Pick<OperationContext<never>, 'now' | 'today' | 'newId'>

export interface NewAccount {
  /** What it is for, in the words of its room: `savings`, `cash`, `stock`. */
  readonly purpose: string
  readonly ownerKind: string
  readonly ownerId: string
  readonly placeId: string
  readonly commodityId: string
  /** The side on which it grows. */
  readonly side: 'debit' | 'credit'
  /** The balance may not fall below this; no floor when null. */
  readonly floor: number | null
  readonly openedOn?: CivilDate
}

/**
 * Opens an empty account.
 * @throws Refusal `ledger.account_exists` when the owner has one for this purpose, place and commodity.
 */
export async function openAccount(context: LedgerContext, account: NewAccount): Promise<Selectable<AccountTable>> {
  const [opened] = await openAccounts(context, [account])
  if (!opened) throw new Error('The account was not given back')
  return opened
}

/** Opens any number of accounts in one statement, and gives them back in the order asked. */
export async function openAccounts(
  context: LedgerContext,
  accounts: readonly NewAccount[],
): Promise<Selectable<AccountTable>[]> {
  const { db, trail } = internalsOf(context)
  if (accounts.length === 0) return []
  const rows = accounts.map((account) => ({
    ...account,
    openedOn: account.openedOn ?? context.today,
    id: context.newId(),
    closedOn: null,
  }))
  for (const row of rows) {
    if (row.floor !== null && row.floor > 0) throw new RangeError('An empty account cannot stand above zero')
  }
  const opened = await ledgerOf(db).insertInto('account').values(rows).returningAll().execute()
  for (const row of opened) trail.wrote('account', row)
  return opened
}

/**
 * Closes an account for good; nothing can be posted to it afterwards.
 * @throws Refusal `ledger.account_not_empty` unless it stands at zero.
 */
export async function closeAccount(context: LedgerContext, accountId: string): Promise<void> {
  const { db, trail } = internalsOf(context)
  const closed = await ledgerOf(db)
    .updateTable('account')
    .set({ closedOn: context.today })
    .where('id', '=', accountId)
    .where('balance', '=', 0)
    .where('closedOn', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!closed) throw refuse('ledger.account_not_empty', {}, { kind: 'conflict' })
  trail.wrote('account', closed)
}

/** The commodity of this code, made at its first use. An existing one keeps its name and measure. */
export async function ensureCommodity(
  context: LedgerContext,
  commodity: Commodity,
): Promise<Selectable<CommodityTable>> {
  const { db, trail } = internalsOf(context)
  const made = await ledgerOf(db)
    .insertInto('commodity')
    .values({ id: context.newId(), ...commodity })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (made) {
    trail.wrote('commodity', made)
    return made
  }
  const found = await ledgerOf(db)
    .selectFrom('commodity')
    .selectAll()
    .where('code', '=', commodity.code)
    .executeTakeFirstOrThrow()
  if (found.measure !== commodity.measure) {
    throw refuse('ledger.commodity_mismatch', {}, { kind: 'conflict' })
  }
  return found
}

function ledgerOf(db: Kysely<unknown>): Kysely<LedgerTables> {
  return db
}

import type { Kysely } from 'kysely'
import { z } from 'zod'
import { can, either, own } from '../access/index.ts'
import type { AccessTables } from '../access/index.ts'
import { query } from '../query/index.ts'
import { refuse } from '../refusal/index.ts'
import { Balance, BalanceInput, Statement, StatementInput, TrialBalanceRow } from './contract.ts'
import { balanceAsOf, statement, trialBalance } from './read.ts'
import type { LedgerTables } from './tables.ts'

const ofAccount = either(
  own<{ accountId: string }>(async (db, { accountId }) => {
    const { ownerKind, ownerId } = await accountOf(db, accountId)
    return ownerKind === 'person' ? ownerId : ''
  }),
  can<{ accountId: string }>('ledger.read', async (db, { accountId }) => (await accountOf(db, accountId)).placeId),
)

async function accountOf(db: Kysely<never>, accountId: string) {
  const account = await (db as unknown as Kysely<LedgerTables>)
    .selectFrom('account')
    .select(['ownerKind', 'ownerId', 'placeId'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!account) throw refuse('ledger.account_unknown', {}, { kind: 'not_found' })
  return account
}

export const askBalance = query<LedgerTables>()({
  name: 'ledger.balance',
  about: 'What an account stands at, now or as of a business day and an instant of recording.',
  input: BalanceInput,
  output: Balance,
  allow: ofAccount,
  async run({ db }, { accountId, ...asOf }) {
    const { code, name, measure } = await db
      .selectFrom('commodity')
      .innerJoin('account', 'account.commodityId', 'commodity.id')
      .select(['commodity.code', 'commodity.name', 'commodity.measure'])
      .where('account.id', '=', accountId)
      .executeTakeFirstOrThrow()
    return { accountId, balance: await balanceAsOf(db, accountId, asOf), commodity: { code, name, measure } }
  },
})

export const askStatement = query<LedgerTables>()({
  name: 'ledger.statement',
  about: 'The lines of an account, newest first, each with the balance after it.',
  input: StatementInput,
  output: Statement,
  allow: ofAccount,
  run: ({ db }, input) => statement(db, input),
})

export const askTrialBalance = query<LedgerTables>()({
  name: 'ledger.trial_balance',
  about: 'Both sides of every commodity in the whole city; they are equal.',
  input: z.strictObject({}),
  output: z.array(TrialBalanceRow),
  allow: can('ledger.read', async (db) => {
    const root = await (db as unknown as Kysely<AccessTables>)
      .selectFrom('place')
      .select('id')
      .where('parentId', 'is', null)
      .executeTakeFirstOrThrow()
    return root.id
  }),
  run: ({ db }) => trialBalance(db),
})

/** The isomorphic door: what an amount is, and the shapes that the ledger's questions give back. */
import { z } from 'zod'
import { CivilDate, Instant } from '../clock/contract.ts'
import { pageInput, pageOf } from '../schema/contract.ts'

/** The most that one leg may move, in whole rupiah, grams, millilitres or pieces. */
export const AMOUNT_MAX = 1_000_000_000_000

/** The most legs one transfer may have. */
export const LEGS_MAX = 1000

/** The most transfers that one `postMany` may hold: an import is an entry a thousand rows. */
export const TRANSFERS_MAX = 1000

const measures = ['rupiah', 'gram', 'millilitre', 'piece'] as const
export type Measure = (typeof measures)[number]

export const Commodity = z.strictObject({
  code: z.string(),
  name: z.string(),
  measure: z.enum(measures),
})
export type Commodity = z.output<typeof Commodity>

/** Up to and with this business day, and as it was known at this instant; both are "now" unless said. */
export const AsOf = z.strictObject({ businessDay: CivilDate.optional(), recordedAt: Instant.optional() })
export type AsOf = z.output<typeof AsOf>

export const BalanceInput = z.strictObject({ accountId: z.uuid(), ...AsOf.shape })
export const Balance = z.strictObject({ accountId: z.uuid(), balance: z.int(), commodity: Commodity })

export const StatementInput = z.strictObject({
  accountId: z.uuid(),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
  ...pageInput,
})

/** One line of an account. `amount` and `balance` count in the account's own direction. */
export const StatementLine = z.strictObject({
  transferId: z.uuid(),
  leg: z.int(),
  kind: z.string(),
  memo: z.string().nullable(),
  otherAccountId: z.uuid(),
  businessDay: CivilDate,
  recordedAt: Instant,
  amount: z.int(),
  balance: z.int(),
  reverses: z.uuid().nullable(),
  reversedBy: z.uuid().nullable(),
})
export type StatementLine = z.output<typeof StatementLine>
export const Statement = pageOf(StatementLine)

export const TrialBalanceRow = z.strictObject({
  commodity: Commodity,
  accounts: z.int(),
  debit: z.int(),
  credit: z.int(),
  /** Zero, or something is wrong. */
  difference: z.int(),
})
export type TrialBalanceRow = z.output<typeof TrialBalanceRow>

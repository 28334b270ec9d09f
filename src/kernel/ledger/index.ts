/** The server door: accounts, posting, reversal, balances. */
export { closeAccount, ensureCommodity, openAccount, openAccounts } from './accounts.ts'
export type { LedgerContext, NewAccount } from './accounts.ts'
export { post, postMany } from './post.ts'
export type { Leg, NewTransfer, Posted, PostedMany } from './post.ts'
export { reverse } from './reverse.ts'
export type { Reversal } from './reverse.ts'
export { balanceAsOf, balanceOf, statement, trialBalance } from './read.ts'
export type { LedgerTables } from './tables.ts'

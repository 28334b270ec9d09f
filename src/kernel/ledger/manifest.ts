import type { TableClass } from '../database/index.ts'
import { refuse } from '../refusal/index.ts'
import type { Manifest } from '../registry/index.ts'
import { checkBalances } from './derived.ts'
import { accountsAndPostings } from './migrations/0001-accounts-and-postings.ts'
import { askBalance, askStatement, askTrialBalance } from './queries.ts'
import { alreadyReversed } from './reverse.ts'
import { texts } from './texts/index.ts'

/** That these books are kept for ten years is an asumsi, until the city's own rule is known. */
const kept: Pick<TableClass, 'holds' | 'retention' | 'proof'> = {
  holds: 'ledger',
  retention: 'ten years after the end of the book year (asumsi)',
  proof: 'rows',
}

export const ledgerManifest: Manifest = {
  name: 'ledger',
  uses: [],
  migrations: [accountsAndPostings],
  tables: {
    commodity: kept,
    account: { ...kept, derivedColumns: ['balance'] },
    transfer: { ...kept, appendOnly: true },
    posting: { ...kept, appendOnly: true, id: ['transferId', 'leg'] },
  },
  permissions: { 'ledger.read': ['city_admin', 'auditor'] },
  queries: [askBalance, askStatement, askTrialBalance],
  texts,
  constraints: {
    // Never met through `post`, which judges first and can say what is short.
    account_floor: () => refuse('ledger.floor'),
    account_range: () => refuse('ledger.too_large', {}, { kind: 'limit' }),
    account_once: () => refuse('ledger.account_exists', {}, { kind: 'conflict' }),
    posting_credit: () => refuse('ledger.commodity_mismatch', {}, { kind: 'invalid' }),
    transfer_reversed_once: alreadyReversed,
  },
  derived: checkBalances,
}

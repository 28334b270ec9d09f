import type { ColumnType, Generated } from 'kysely'
import type { Commodity } from './contract.ts'

export interface CommodityTable {
  id: string
  /** `IDR`, `waste:pet`. */
  code: string
  name: string
  measure: Commodity['measure']
}

/**
 * One balance of one owner for one purpose. `balance` is kept beside the postings for the sake of its floor, and
 * counts in the direction of `side`: a cash box (debit) and a member's savings (credit) both stand above zero.
 */
export interface AccountTable {
  id: string
  purpose: string
  ownerKind: string
  ownerId: string
  placeId: string
  commodityId: string
  side: 'debit' | 'credit'
  floor: number | null
  balance: Generated<number>
  openedOn: string
  closedOn: string | null
}

export interface TransferTable {
  id: string
  kind: string
  placeId: string
  businessDay: string
  recordedAt: ColumnType<string, string, never>
  reverses: string | null
  memo: string | null
}

/** One leg of a transfer: out of `credit`, into `debit`. A row cannot be unbalanced, hence no transfer can. */
export interface PostingTable {
  transferId: string
  leg: number
  debitId: string
  creditId: string
  commodityId: string
  amount: number
  businessDay: string
  recordedAt: ColumnType<string, string, never>
}

/** Published: rooms may join these, read only. */
export interface LedgerTables {
  commodity: CommodityTable
  account: AccountTable
  transfer: TransferTable
  posting: PostingTable
}

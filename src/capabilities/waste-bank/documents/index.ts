import type { AnyDownload } from '../../../kernel/download/contract.ts'
import { receiptsDownload } from '../exports/receipts.ts'
import { recapDownload } from './day-recap.ts'
import { cardDownload } from './member-card.ts'
import { receiptDownload } from './receipt.ts'
import { wallDownload } from './wall-list.ts'

export const downloads: readonly AnyDownload[] = [
  receiptDownload,
  wallDownload,
  cardDownload,
  recapDownload,
  receiptsDownload,
]

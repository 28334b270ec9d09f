export { Receipt, ReceiptLines } from './receipt.tsx'

export {
  type DocumentNumber,
  type SeriesReport,
  deviceIndex,
  deviceLetters,
  devicesMax,
  findDocumentNumber,
  findGaps,
  formatDocumentNumber,
  parseDocumentNumber,
  runningMax,
} from './contract.ts'
export { acceptNumber, letterOf, missingMax, nextNumber } from './series.ts'
export type { Device, NumberFor, NumberingContext } from './series.ts'
export type { NumberingTables } from './tables.ts'

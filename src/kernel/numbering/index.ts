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

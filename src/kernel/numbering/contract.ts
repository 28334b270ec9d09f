export {
  type DocumentNumber,
  deviceIndex,
  deviceLetters,
  devicesMax,
  findDocumentNumber,
  formatDocumentNumber,
  parseDocumentNumber,
  runningMax,
} from './rules/document-number.ts'
export { type SeriesReport, findGaps } from './rules/gaps.ts'

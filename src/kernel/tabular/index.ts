/** The server door: tables in and out, as people keep them. */
export { taken } from './cell-reader.ts'
export type { CellReader, CellResult, ReadContext } from './cell-reader.ts'
export type { Cell } from './cell.ts'
export { defaultLimits } from './limits.ts'
export type { TabularLimits } from './limits.ts'
export { readDate } from './read-date.ts'
export {
  readDecimal,
  readInteger,
  readKilogram,
  readLitre,
  readPercent,
  readRupiah,
  readScaled,
} from './read-number.ts'
export { readTable } from './read-table.ts'
export type { ReadOptions, TableReading, TableRow } from './read-table.ts'
export { readChoice, readIdentifier, readName, readText, readYesNo } from './read-text.ts'
export { describeProblem, takeAll } from './report.ts'
export type { RejectedRow, TakenTable } from './report.ts'
export { tableShape } from './table-shape.ts'
export type { CellFlag, CellProblem, ColumnShape, RowOf, TableShape } from './table-shape.ts'
export type { OutColumn, OutValue, TableOut } from './table-out.ts'
export { tableBytes, tableMediaTypes } from './table-bytes.ts'
export { texts as tabularTexts } from './texts/index.ts'
export { writeCsv } from './write-csv.ts'
export type { CsvOptions } from './write-csv.ts'
export { writeJson } from './write-json.ts'
export { writeXlsx } from './write-xlsx.ts'

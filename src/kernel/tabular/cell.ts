import type { CivilDate } from '../clock/contract.ts'
import { restored } from './neutralise.ts'

/** One cell as it came, whatever the file was. */
export interface Cell {
  readonly kind: 'blank' | 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** What the cell says, trimmed; '' when blank. */
  readonly text: string
  /** Of a number: the value, at the fifteen digits that a spreadsheet keeps. */
  readonly number?: number
  /** Of a date. */
  readonly on?: CivilDate
  /** The value was computed by the sheet; what is read is the result that the file keeps. */
  readonly formula: boolean
}

export const blankCell: Cell = { kind: 'blank', text: '', formula: false }

/** A cell of text, without the apostrophe that exports put before what would be computed. */
export function textCell(text: string, formula = false): Cell {
  const trimmed = restored(text).replaceAll('\u00a0', ' ').trim()
  return trimmed === '' && !formula ? blankCell : { kind: trimmed === '' ? 'blank' : 'text', text: trimmed, formula }
}

export function numberCell(value: number, formula = false): Cell {
  const number = Number(value.toPrecision(15))
  return { kind: 'number', text: plainNumber(number), number, formula }
}

/** Without exponent: 3571024502900000 and not 3.571e15. */
function plainNumber(value: number): string {
  const text = String(value)
  return /e/.test(text) && Number.isInteger(value) ? BigInt(value).toString() : text
}

/** One row as it came; `line` is the line of a text file, or the row number of a sheet. */
export interface SourceRow {
  readonly line: number
  readonly cells: readonly Cell[]
}

export function isBlankRow(row: SourceRow): boolean {
  return row.cells.every(({ kind, formula }) => kind === 'blank' && !formula)
}

/** The sheet never computed it, or a program wrote it without a result. */
export function isFormulaWithoutResult(cell: Cell): boolean {
  return cell.formula && cell.kind === 'blank'
}

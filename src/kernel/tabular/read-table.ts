import { readFile, stat } from 'node:fs/promises'
import type { CivilDate } from '../clock/contract.ts'
import { refuse } from '../refusal/index.ts'
import { blankCell, isBlankRow } from './cell.ts'
import type { Cell, SourceRow } from './cell.ts'
import type { ReadContext } from './cell-reader.ts'
import { openCsv } from './csv-source.ts'
import { formatOf } from './file-format.ts'
import type { Delimiter, Encoding } from './file-format.ts'
import { findHeader, headerSearchRows } from './header.ts'
import type { Header } from './header.ts'
import { defaultLimits } from './limits.ts'
import type { TabularLimits } from './limits.ts'
import { squeezed } from './read-text.ts'
import { readCell } from './table-shape.ts'
import type { CellFlag, CellProblem, RowOf, TableShape } from './table-shape.ts'
import { openXlsx } from './xlsx-source.ts'

export interface ReadOptions {
  /** Business day: decides centuries and what lies in the future. */
  readonly today: CivilDate
  /** Of a workbook: the sheet to read. Without it the sheet whose header fits best. */
  readonly sheet?: string
  readonly limits?: Partial<TabularLimits>
}

/** One row of the file, taken or not. `line` is what the reader sees at the left edge of the spreadsheet. */
export type TableRow<Row> =
  | { readonly ok: true; readonly line: number; readonly values: Row; readonly flags: readonly CellFlag[] }
  | { readonly ok: false; readonly line: number; readonly problems: readonly CellProblem[] }

/** A file whose header is understood. */
export interface TableReading<Row> {
  readonly format: 'csv' | 'xlsx'
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly sheet?: string
  /** Line of the header. */
  readonly headerLine: number
  /** Headers of the file that nobody asked for; their columns are left out. */
  readonly ignored: readonly string[]
  /** Row by row; each is either taken or refused with its reasons. Blank rows and repeated headers are passed over. */
  rows(): AsyncGenerator<TableRow<Row>>
}

/**
 * Opens a CSV or XLSX file and understands its header.
 *
 * @throws Refusal `tabular.…` with field `file` when the file as a whole cannot be taken: empty, too large, no table,
 *   a zip that unpacks too far, a header that lacks columns
 */
export async function readTable<Shape extends TableShape>(
  input: Uint8Array | { readonly path: string },
  shape: Shape,
  options: ReadOptions,
): Promise<TableReading<RowOf<Shape>>> {
  const limits: TabularLimits = { ...defaultLimits, ...options.limits }
  const bytes = await bytesOf(input, limits)
  const format = formatOf(bytes)
  if (format === 'csv') {
    const source = openCsv(bytes, limits)
    const found = await headed(source.rows(), shape)
    const { encoding, delimiter } = source
    return {
      format,
      encoding,
      delimiter,
      ...reading(shape, checked(found, shape), () => source.rows(), options, limits),
    }
  }
  const source = await openXlsx(bytes, limits)
  const names = options.sheet === undefined ? source.sheets : [options.sheet]
  let best: { sheet: string; header: Header } | undefined
  for (const sheet of names) {
    const header = await headed(source.rows(sheet), shape)
    if (header !== undefined && header.columns.size > (best?.header.columns.size ?? 0)) best = { sheet, header }
  }
  const sheet = best?.sheet ?? names[0] ?? ''
  return { format, sheet, ...reading(shape, checked(best?.header, shape), () => source.rows(sheet), options, limits) }
}

async function bytesOf(input: Uint8Array | { readonly path: string }, limits: TabularLimits): Promise<Uint8Array> {
  const size = input instanceof Uint8Array ? input.length : (await stat(input.path)).size
  if (size > limits.bytes) {
    throw refuse('tabular.too_large', { max: Math.floor(limits.bytes / (1024 * 1024)) }, { field: 'file' })
  }
  return input instanceof Uint8Array ? input : readFile(input.path)
}

async function headed(rows: AsyncGenerator<SourceRow>, shape: TableShape): Promise<Header | undefined> {
  const first: SourceRow[] = []
  for await (const row of rows) {
    first.push(row)
    if (first.length >= headerSearchRows) break
  }
  return findHeader(first, shape)
}

function checked(header: Header | undefined, shape: TableShape): Header {
  const nameOf = (key: string) => shape[key]?.headers[0] ?? key
  if (header === undefined) {
    const wanted = Object.values(shape).map(({ headers }) => headers[0])
    throw refuse('tabular.no_header', { columns: wanted.join(', ') }, { field: 'file' })
  }
  if (header.missing.length > 0) {
    const params = { columns: header.missing.map(nameOf).join(', '), line: header.line }
    throw refuse('tabular.columns_missing', params, { field: 'file' })
  }
  if (header.doubled.length > 0) {
    const params = { columns: header.doubled.map(nameOf).join(', '), line: header.line }
    throw refuse('tabular.columns_doubled', params, { field: 'file' })
  }
  return header
}

function reading<Shape extends TableShape>(
  shape: Shape,
  header: Header,
  open: () => AsyncGenerator<SourceRow>,
  { today }: ReadOptions,
  limits: TabularLimits,
): Pick<TableReading<RowOf<Shape>>, 'headerLine' | 'ignored' | 'rows'> {
  async function* rows(): AsyncGenerator<TableRow<RowOf<Shape>>> {
    let position = -1
    let count = 0
    for await (const row of open()) {
      position += 1
      if (position <= header.end || isBlankRow(row) || isHeaderAgain(row, header)) continue
      if (count === 0 && isNumbering(row, header)) continue
      count += 1
      if (count > limits.rows) throw refuse('tabular.too_many_rows', { max: limits.rows }, { field: 'file' })
      yield readRow(shape, header, row, { today })
    }
  }
  return { headerLine: header.line, ignored: header.ignored, rows }
}

function readRow<Shape extends TableShape>(
  shape: Shape,
  header: Header,
  row: SourceRow,
  context: ReadContext,
): TableRow<RowOf<Shape>> {
  const values: Record<string, unknown> = {}
  const problems: CellProblem[] = []
  const flags: CellFlag[] = []
  for (const [field, column] of Object.entries(shape)) {
    const place = header.columns.get(field)
    const cell: Cell = (place === undefined ? undefined : row.cells[place.index]) ?? blankCell
    const at = { field, column: place?.label ?? column.headers[0] }
    const outcome = readCell(column, cell, context)
    if ('code' in outcome) problems.push({ ...at, ...outcome })
    else {
      values[field] = outcome.value
      for (const code of outcome.flags) flags.push({ ...at, code })
    }
  }
  if (problems.length === 0) return { ok: true, line: row.line, values: values as RowOf<Shape>, flags }
  return { ok: false, line: row.line, problems: isTotal(row) ? [totalRow(row)] : problems }
}

/** `1 2 3 4` or `(1) (2) (3)` under the header, as official forms number their columns. */
function isNumbering({ cells }: SourceRow, header: Header): boolean {
  const filled = cells.filter(({ kind }) => kind !== 'blank')
  return (
    filled.length >= Math.max(3, header.columns.size) &&
    filled.every(({ text }, index) => text.replace(/^\((\d+)\)$/, '$1') === String(index + 1))
  )
}

/** The header again, as at the top of each printed page. */
function isHeaderAgain({ cells }: SourceRow, header: Header): boolean {
  if (header.columns.size < 2) return false
  for (const { index, label } of header.columns.values()) {
    if (squeezed(cells[index]?.text ?? '') !== squeezed(label)) return false
  }
  return true
}

function isTotal({ cells }: SourceRow): boolean {
  const first = cells.find(({ kind }) => kind !== 'blank')?.text ?? ''
  return /^(grand\s+)?(sub\s*)?(total|jumlah|jml|rata-rata)\b/i.test(first)
}

function totalRow({ cells }: SourceRow): CellProblem {
  const text = cells.find(({ kind }) => kind !== 'blank')?.text ?? ''
  return { field: '', column: '', code: 'tabular.row.total', params: { value: text.slice(0, 40) } }
}

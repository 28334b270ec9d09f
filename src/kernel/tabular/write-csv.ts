import { stringify } from 'csv-stringify/sync'
import { neutralise } from './neutralise.ts'
import { thousandths, yesNo } from './table-out.ts'
import type { OutColumn, TableOut } from './table-out.ts'

export interface CsvOptions {
  /** `;` is what Excel in Indonesia expects, and goes with decimal commas; `,` goes with decimal dots. */
  readonly delimiter?: ';' | ','
  /** The mark by which Excel knows UTF-8; on unless told. */
  readonly bom?: boolean
}

const rowsAtOnce = 500

/** A table as CSV text in pieces. Dates are `YYYY-MM-DD`; texts that a spreadsheet would compute get an apostrophe. */
export async function* writeCsv<Row>(
  table: TableOut<Row>,
  { delimiter = ';', bom = true }: CsvOptions = {},
): AsyncGenerator<string> {
  const lines = (rows: readonly (readonly string[])[]) =>
    stringify(
      rows.map((row) => [...row]),
      { delimiter, record_delimiter: '\r\n' },
    )
  const notes = (table.notes ?? []).map((note) => [neutralise(note)])
  yield (bom ? '\ufeff' : '') + lines([...notes, table.columns.map(({ header }) => neutralise(header))])
  let batch: string[][] = []
  for await (const row of table.rows) {
    batch.push(table.columns.map((column) => cellText(column, row, table, delimiter)))
    if (batch.length < rowsAtOnce) continue
    yield lines(batch)
    batch = []
  }
  if (batch.length > 0) yield lines(batch)
}

function cellText<Row>(column: OutColumn<Row>, row: Row, { locale }: TableOut<Row>, delimiter: string): string {
  const value = column.value(row)
  if (value === null) return ''
  if (typeof value === 'boolean') return yesNo(value, locale)
  if (typeof value === 'string') return neutralise(value)
  const plain = column.kind === 'gram' ? thousandths(value) : String(value)
  return delimiter === ';' ? plain.replace('.', ',') : plain
}

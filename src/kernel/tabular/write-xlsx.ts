import type { Writable } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import { serialOf } from './excel-date.ts'
import { neutralise } from './neutralise.ts'
import { thousandths, yesNo } from './table-out.ts'
import type { OutColumn, TableOut } from './table-out.ts'

const numberFormats: Partial<Record<OutColumn<never>['kind'], string>> = {
  identifier: '@',
  text: '@',
  integer: '#,##0',
  rupiah: '"Rp"#,##0',
  gram: '0.###" kg"',
  date: 'dd/mm/yyyy',
}

const rowsAtOnce = 500

/** Excel refuses longer names and these signs in them. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Data'
  )
}

/**
 * Writes a table as a workbook of one sheet to a stream, and ends the stream. Dates are real dates, identifiers are
 * text, and texts that look like formulas get an apostrophe, because a sheet may be saved as CSV later.
 */
export async function writeXlsx<Row>(table: TableOut<Row>, name: string, stream: Writable): Promise<void> {
  // Loaded here, because it is large and few processes write workbooks.
  const { default: excel } = await import('exceljs')
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const notes = table.notes ?? []
  const views = [{ state: 'frozen' as const, ySplit: notes.length + 1 }]
  const sheet = workbook.addWorksheet(sheetName(name), { views })
  sheet.columns = table.columns.map(({ kind, width, header }) => {
    const numFmt = numberFormats[kind]
    return { width: width ?? Math.max(10, header.length + 2), ...(numFmt === undefined ? {} : { style: { numFmt } }) }
  })
  for (const note of notes) sheet.addRow([neutralise(note)]).commit()
  const header = sheet.addRow(table.columns.map((column) => neutralise(column.header)))
  header.font = { bold: true }
  header.commit()
  let count = 0
  for await (const row of table.rows) {
    sheet.addRow(table.columns.map((column) => cellValue(column, row, table))).commit()
    if (++count % rowsAtOnce === 0) await breathe()
  }
  sheet.commit()
  await workbook.commit()
}

function cellValue<Row>(column: OutColumn<Row>, row: Row, { locale }: TableOut<Row>): string | number | null {
  const value = column.value(row)
  if (value === null) return null
  if (typeof value === 'boolean') return yesNo(value, locale)
  if (typeof value === 'number') return column.kind === 'gram' ? Number(thousandths(value)) : value
  if (column.kind === 'date' && value >= '1900-03-01') return serialOf(value)
  return neutralise(value)
}

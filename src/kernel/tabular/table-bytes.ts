import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { TableOut } from './table-out.ts'
import { writeCsv } from './write-csv.ts'
import type { CsvOptions } from './write-csv.ts'
import { writeJson } from './write-json.ts'
import { writeXlsx } from './write-xlsx.ts'

/** A table as a whole file in memory, for downloads of ordinary size. Larger ones are streamed by the writers. */
export async function tableBytes<Row>(
  table: TableOut<Row>,
  format: 'csv' | 'xlsx' | 'json',
  options: CsvOptions & { readonly sheet?: string } = {},
): Promise<Buffer> {
  if (format === 'xlsx') {
    const stream = new PassThrough()
    const [bytes] = await Promise.all([buffer(stream), writeXlsx(table, options.sheet ?? 'Data', stream)])
    return bytes
  }
  const pieces: string[] = []
  for await (const piece of format === 'csv' ? writeCsv(table, options) : writeJson(table)) pieces.push(piece)
  return Buffer.from(pieces.join(''))
}

/** Media types by file ending. */
export const tableMediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const

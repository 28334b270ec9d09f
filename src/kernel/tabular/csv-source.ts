import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { refuse } from '../refusal/index.ts'
import { textCell } from './cell.ts'
import type { SourceRow } from './cell.ts'
import { decode, delimiterOf, encodingOf } from './file-format.ts'
import type { Delimiter, Encoding } from './file-format.ts'
import type { TabularLimits } from './limits.ts'

export interface CsvSource {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  rows(): AsyncGenerator<SourceRow>
}

export function openCsv(bytes: Uint8Array, limits: TabularLimits): CsvSource {
  const encoding = encodingOf(bytes)
  const head = [...decode(bytes.subarray(0, 65_536), encoding)].join('')
  const delimiter = delimiterOf(head)
  return { encoding, delimiter, rows: () => csvRows(bytes, encoding, delimiter, limits) }
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

async function* csvRows(bytes: Uint8Array, encoding: Encoding, delimiter: Delimiter, limits: TabularLimits) {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    // One row; an unclosed quote would otherwise swallow the file into a single cell.
    max_record_size: limits.cellLength * 8,
  })
  const source = Readable.from(decode(bytes, encoding))
  source.pipe(parser)
  let line = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const at = line
      line = info.lines + 1
      if (at === 1 && /^sep=.?$/i.test(record.join('').trim())) continue
      if (record.length > limits.columns)
        throw refuse('tabular.too_wide', { max: limits.columns, line: at }, { field: 'file' })
      yield { line: at, cells: record.map((text) => cellOf(text, limits, at)) } satisfies SourceRow
    }
  } catch (error) {
    if (error instanceof CsvError) throw refuse('tabular.broken_quotes', { line }, { field: 'file' })
    throw error
  } finally {
    source.destroy()
    parser.destroy()
  }
}

function cellOf(text: string, limits: TabularLimits, line: number) {
  if (text.length > limits.cellLength)
    throw refuse('tabular.cell_too_long', { line, max: limits.cellLength }, { field: 'file' })
  return textCell(text)
}

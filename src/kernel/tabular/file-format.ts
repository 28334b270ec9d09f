import { isUtf8 } from 'node:buffer'
import { refuse } from '../refusal/index.ts'

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'
export type Delimiter = ',' | ';' | '\t' | '|'

/** What the bytes are; names and declared types are not believed. */
export function formatOf(bytes: Uint8Array): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw refuse('tabular.empty', {}, { field: 'file' })
  if (starts(bytes, [0x50, 0x4b])) return 'xlsx'
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw refuse('tabular.old_excel', {}, { field: 'file' })
  const wide = starts(bytes, [0xff, 0xfe]) || starts(bytes, [0xfe, 0xff])
  // Text has no zero bytes; pictures, PDF and programs do.
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46]) || (!wide && bytes.subarray(0, 65_536).includes(0))) {
    throw refuse('tabular.not_a_table', {}, { field: 'file' })
  }
  return 'csv'
}

/** By its mark; else UTF-8 when the whole file is that, else what Windows programs write. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (starts(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (starts(bytes, [0xfe, 0xff])) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** The text in pieces, without byte order mark. */
export function* decode(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += 65_536) {
    yield decoder.decode(bytes.subarray(at, at + 65_536), { stream: true })
  }
  yield decoder.decode()
}

const candidates = [';', '\t', ',', '|'] as const

/**
 * The delimiter that most lines agree on: how many lines have the commonest count of it outside quotes; then the
 * higher count. A semicolon file with decimal commas is so told from a comma file.
 */
export function delimiterOf(head: string): Delimiter {
  const declared = /^sep=(.)\r?\n/i.exec(head)?.[1]
  const known = candidates.find((candidate) => candidate === declared)
  if (known !== undefined) return known
  const lines = linesOutsideQuotes(head)
  let best: { delimiter: Delimiter; agreeing: number; count: number } = { delimiter: ',', agreeing: 0, count: 0 }
  for (const delimiter of candidates) {
    const tally = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(delimiter).length - 1
      if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1)
    }
    for (const [count, agreeing] of tally) {
      if (agreeing > best.agreeing || (agreeing === best.agreeing && count > best.count)) {
        best = { delimiter, agreeing, count }
      }
    }
  }
  return best.delimiter
}

function linesOutsideQuotes(head: string): string[] {
  return head
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'

/** First line of a backup. Everything that a restore must know before it makes a table. */
export const Header = z.strictObject({
  format: z.literal('daha-backup-1'),
  city: z.string(),
  takenAt: z.string(),
  migrations: z.array(z.strictObject({ id: z.string(), checksum: z.string() })),
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string(), called: z.boolean() })),
})
export type Header = z.output<typeof Header>

/** A row is the text of PostgreSQL's composite value: exact for every type, and read back by any later version. */
export type Line = { table: string } | { row: string }

const End = z.strictObject({ end: z.strictObject({ rows: z.int(), sha256: z.string() }) })

/** Not whole, changed, or no backup at all. */
export class BrokenBackup extends Error {
  override readonly name = 'BrokenBackup'
  constructor(file: string, why: string) {
    super(
      `Cadangan ${file} tidak utuh (${why}); tidak ada yang dipulihkan. Pakai cadangan lain. ` +
        `(The backup is not whole; nothing was restored. Use another one.)`,
    )
  }
}

/** Gzipped lines of JSON: header, tables with their rows, and an end with count and SHA-256 over all lines before it. */
export function writeBackup(file: string) {
  const gzip = createGzip({ level: 6 })
  // Whoever can read this file can read the city.
  const out = createWriteStream(file, { mode: 0o600, flush: true })
  gzip.pipe(out)
  gzip.on('error', (fault) => out.destroy(fault))
  out.on('error', (fault) => gzip.destroy(fault))
  const hash = createHash('sha256')
  let rows = 0
  const writeText = async (text: string) => {
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), finished(out)])
  }
  return {
    header: async (header: Header) => writeText(noted(hash, header)),
    table: async (name: string) => writeText(noted(hash, { table: name })),
    rows: async (batch: readonly string[]) => {
      rows += batch.length
      await writeText(batch.map((row) => noted(hash, row)).join(''))
    },
    end: async () => {
      gzip.end(`${JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })}\n`)
      await finished(out)
      return rows
    },
    abandon: () => gzip.destroy(new Error('Backup abandoned')),
  }
}

/**
 * Reads a backup line by line. `onLine` gets each row in its order.
 * @throws BrokenBackup when the end is missing or does not fit; by then `onLine` has seen what there was.
 */
export async function readBackup(
  file: string,
  on: { header(header: Header): Promise<void>; line(line: Line): Promise<void> },
): Promise<number> {
  const hash = createHash('sha256')
  let rows = 0
  let seenHeader = false
  let end: z.output<typeof End>['end'] | undefined
  for await (const text of linesOf(file)) {
    if (end) throw new BrokenBackup(file, 'lines after the end')
    const value = parsed(file, text)
    if (!seenHeader) {
      const header = Header.safeParse(value)
      if (!header.success) throw new BrokenBackup(file, 'no header')
      await on.header(header.data)
      seenHeader = true
    } else if (typeof value === 'string') {
      rows += 1
      await on.line({ row: value })
    } else if (value !== null && typeof value === 'object' && 'table' in value) {
      await on.line({ table: String(value.table) })
    } else end = End.parse(value).end
    if (!end) hash.update(`${text}\n`)
  }
  if (!end) throw new BrokenBackup(file, 'no end')
  if (end.rows !== rows || end.sha256 !== hash.digest('hex')) throw new BrokenBackup(file, 'sum differs')
  return rows
}

function noted(hash: Hash, value: unknown): string {
  const line = `${JSON.stringify(value)}\n`
  hash.update(line)
  return line
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new BrokenBackup(file, 'unreadable line')
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  source.on('error', (fault) => gunzip.destroy(fault))
  const lines = createInterface({ input: source.pipe(gunzip), crlfDelay: Infinity })
  // readline does not pass on the fault of its input.
  const broken = new Promise<never>((_, reject) => gunzip.once('error', reject))
  broken.catch(() => undefined)
  const iterator = lines[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), broken])
      if (next.done) break
      yield next.value
    }
    if (gunzip.errored) throw gunzip.errored
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : ''
    throw code.startsWith('Z_') ? new BrokenBackup(file, 'cut off or no gzip') : fault
  } finally {
    lines.close()
    source.destroy()
    gunzip.destroy()
  }
}

import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, fstatSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { KeyRing } from './ring.ts'

/** A list of JSON lines beside the key ring: what must outlive the database and every backup of it. */
export interface RingList<R> {
  readonly file: string
  /** Every whole line, oldest first. A line torn by a crash was never promised to anybody and is passed over. */
  read(): R[]
  /** On disk before it returns. */
  append(records: readonly R[]): void
}

export function listBesideRing<R extends object>(ring: KeyRing, name: string): RingList<R> {
  const file = join(dirname(ring.file), name)
  return {
    file,
    read: () =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .flatMap(wholeLine<R>)
        : [],
    append: (records) => {
      if (records.length === 0) return
      const handle = openSync(file, 'a+', 0o600)
      try {
        const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('')
        writeSync(handle, endsTorn(handle) ? `\n${lines}` : lines)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
    },
  }
}

function wholeLine<R>(line: string): R[] {
  try {
    return [JSON.parse(line) as R]
  } catch {
    return []
  }
}

function endsTorn(handle: number): boolean {
  const { size } = fstatSync(handle)
  if (size === 0) return false
  const last = Buffer.alloc(1)
  readSync(handle, last, 0, 1, size - 1)
  return last.toString() !== '\n'
}

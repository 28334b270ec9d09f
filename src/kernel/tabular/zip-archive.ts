import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { Refusal, refuse } from '../refusal/index.ts'
import type { TabularLimits } from './limits.ts'

interface ZipEntry {
  readonly fileName: string
  readonly compressedSize: number
  readonly uncompressedSize: number
  readonly compressionMethod: number
  isEncrypted(): boolean
}

interface ZipFile {
  readonly entryCount: number
  eachEntry(): AsyncIterable<ZipEntry>
  openReadStreamPromise(entry: ZipEntry): Promise<Readable>
}

// The package has no types of its own.
const yauzl = createRequire(import.meta.url)('yauzl') as {
  fromBufferPromise(bytes: Buffer, options: { lazyEntries: boolean; validateEntrySizes: boolean }): Promise<ZipFile>
}

/** The parts of a zip, whose sizes were checked before the first byte was unpacked. */
export interface Archive {
  has(name: string): boolean
  /** The unpacked bytes in pieces. */
  read(name: string): AsyncGenerator<Uint8Array>
}

const ratioCountsFrom = 1024 * 1024

/**
 * Opens a zip by its central directory. Number of parts, sum of sizes, ratio, encryption and doubled names are judged
 * before unpacking; while unpacking, a part that turns out larger than it declared ends the reading.
 */
export async function openArchive(bytes: Uint8Array, limits: TabularLimits): Promise<Archive> {
  const entries = new Map<string, ZipEntry>()
  const zip = await unbroken(async () => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const file = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true })
    if (file.entryCount > limits.parts) throw bomb('parts', limits.parts)
    let total = 0
    for await (const entry of file.eachEntry()) {
      if (entry.isEncrypted()) throw refuse('tabular.locked', {}, { field: 'file' })
      if (entries.has(entry.fileName)) throw broken()
      if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw broken()
      total += entry.uncompressedSize
      if (total > limits.unpackedBytes) throw bomb('size', Math.floor(limits.unpackedBytes / 1_000_000))
      const packed = Math.max(1, entry.compressedSize)
      if (entry.uncompressedSize >= ratioCountsFrom && entry.uncompressedSize / packed > limits.ratio) {
        throw bomb('ratio', limits.ratio)
      }
      entries.set(entry.fileName, entry)
    }
    return file
  })
  return { has: (name) => entries.has(name), read: (name) => readPart(zip, entries.get(name)) }
}

async function* readPart(zip: ZipFile, entry: ZipEntry | undefined): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw broken()
  const stream = await unbroken(() => zip.openReadStreamPromise(entry))
  let count = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      count += chunk.length
      if (count > entry.uncompressedSize) throw broken()
      yield chunk
    }
  } catch (error) {
    throw error instanceof Refusal ? error : broken()
  } finally {
    stream.destroy()
  }
}

/** Whatever the zip reader throws means a file that is not a workbook. */
async function unbroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Refusal ? error : broken()
  }
}

function broken() {
  return refuse('tabular.broken_workbook', {}, { field: 'file' })
}

function bomb(what: 'parts' | 'size' | 'ratio', max: number) {
  return refuse('tabular.unpacks_too_large', { what, max }, { field: 'file' })
}

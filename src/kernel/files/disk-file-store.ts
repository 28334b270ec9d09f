import { createHash, randomUUID } from 'node:crypto'
import * as nodeFs from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { refuse } from '../refusal/index.ts'
import type { Intake } from './contract.ts'
import type { FileKeys } from './file-keys.ts'
import { type FileArrival, FileDamaged, type FileStore, type StoredFile } from './file-store.ts'
import { judge, overLimit } from './media-type.ts'

/** What the store asks of a file system, so that a test can let it fail. */
export type FileSystem = Pick<typeof nodeFs, 'access' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'rename' | 'rm'>

export interface DiskFileStoreOptions {
  root: string
  keys: FileKeys
  fs?: FileSystem
}

const sha256Hex = /^[0-9a-f]{64}$/

export interface DiskFileStore extends FileStore {
  /** Removes what a killed program left half written; to be called at start, before files come in. */
  removeUnfinished(): Promise<number>
}

/**
 * Files on a disk, encrypted. Written to a temporary file, flushed to the disk, then renamed to
 * `<first two digits>/<sha256>`: after a power cut a file is whole or absent.
 */
export function diskFileStore({ root, keys, fs = nodeFs }: DiskFileStoreOptions): DiskFileStore {
  const arrivals = join(root, 'arriving')
  const pathOf = (sha256: string) => {
    if (!sha256Hex.test(sha256)) throw refuse('file.not_found', {}, { kind: 'not_found' })
    return join(root, sha256.slice(0, 2), sha256)
  }

  const open = async (sha256: string): Promise<Buffer> => {
    const sealed = await fs.readFile(pathOf(sha256)).catch((error: unknown) => {
      throw codeOf(error) === 'ENOENT' ? refuse('file.not_found', {}, { kind: 'not_found' }) : error
    })
    return openSealed(sealed, sha256, keys)
  }

  return {
    open,
    async put(content, arrival) {
      const original = await collect(content, arrival.intake, arrival.field)
      const mediaType = await judge(original, arrival.intake, arrival.name, arrival.field)
      const stored: StoredFile = { sha256: sha256Of(original), bytes: original.length, mediaType }
      if (!(await isWhole(fs, pathOf(stored.sha256), stored.sha256, keys))) {
        await write(fs, arrivals, pathOf(stored.sha256), keys.encrypt(original))
      }
      return stored
    },
    async has(sha256) {
      return sha256Hex.test(sha256) && (await exists(fs, pathOf(sha256)))
    },
    async remove(sha256) {
      const path = pathOf(sha256)
      if (!(await exists(fs, path))) return false
      await fs.rm(path, { force: true })
      await flushFolder(fs, dirname(path))
      return true
    },
    async removeUnfinished() {
      const names = await fs.readdir(arrivals).catch(() => [] as string[])
      for (const name of names) await fs.rm(join(arrivals, name), { force: true })
      return names.length
    },
  }
}

async function collect(
  content: Buffer | AsyncIterable<Uint8Array>,
  intake: Intake,
  field: FileArrival['field'],
): Promise<Buffer> {
  if (Buffer.isBuffer(content)) return content
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of content) {
    bytes += part.length
    if (bytes > intake.bytesMax) throw overLimit(intake, field)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function openSealed(sealed: Buffer, sha256: string, keys: FileKeys): Buffer {
  let original: Buffer
  try {
    original = keys.decrypt(sealed)
  } catch (error) {
    throw new FileDamaged(sha256, error)
  }
  if (sha256Of(original) !== sha256) throw new FileDamaged(sha256)
  return original
}

/** A damaged copy counts as absent: sending the file again heals it. */
async function isWhole(fs: FileSystem, path: string, sha256: string, keys: FileKeys): Promise<boolean> {
  const sealed = await fs.readFile(path).catch(() => undefined)
  if (sealed === undefined) return false
  try {
    openSealed(sealed, sha256, keys)
    return true
  } catch {
    return false
  }
}

async function exists(fs: FileSystem, path: string): Promise<boolean> {
  return fs.access(path).then(
    () => true,
    () => false,
  )
}

async function write(fs: FileSystem, arrivals: string, path: string, sealed: Buffer): Promise<void> {
  const temporary = join(arrivals, randomUUID())
  try {
    await fs.mkdir(arrivals, { recursive: true, mode: 0o700 })
    await fs.mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const handle = await fs.open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(sealed)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await fs.rename(temporary, path)
    await flushFolder(fs, dirname(path))
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined)
    if (isFull(error)) throw refuse('file.disk_full', {}, { kind: 'precondition' })
    throw error
  }
}

/** The new name is on the disk only when its folder is. Windows cannot open a folder for this; there it is left out. */
async function flushFolder(fs: FileSystem, folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => undefined)
  if (handle === undefined) return
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function isFull(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT'
}

import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** What a key is for. One purpose can be rotated without touching another. */
export const purposes = ['subject', 'audit', 'session', 'number', 'file', 'code'] as const
export type Purpose = (typeof purposes)[number]

const RingFile = z.strictObject({
  format: z.literal('daha-keys-1'),
  purposes: z.partialRecord(
    z.enum(purposes),
    z.array(z.strictObject({ id: z.string(), key: z.base64(), madeAt: z.string() })).min(1),
  ),
})
type RingFile = z.output<typeof RingFile>

/**
 * The ring lives in one file outside the database and outside its backups. The newest key of a purpose
 * seals; every key of it opens, so a purpose is rotated while the program runs: the file is read again when it changed.
 */
export interface KeyRing {
  /** Where the ring lies; what must outlive a backup of the database is kept beside it. */
  readonly file: string
  /** AES-256-GCM under the purpose's newest key: `id . nonce . tag . text`, as one string. */
  seal(purpose: Purpose, plain: Buffer): string
  /** @throws KeyLost when the ring no longer has the key that sealed it. */
  open(purpose: Purpose, sealed: string): Buffer
  /** HMAC-SHA-256 under the newest key, or under the one named. */
  mac(purpose: Purpose, data: Buffer | string, keyId?: string): { keyId: string; mac: Buffer }
  /** Key ids of a purpose, newest first: what is found by a keyed hash is looked up under each. */
  ids(purpose: Purpose): string[]
  /** Adds a new newest key to a purpose and writes the file. */
  rotate(purpose: Purpose, now: string): string
}

export class KeyLost extends Error {
  override readonly name = 'KeyLost'
  constructor(purpose: Purpose, keyId: string) {
    super(
      `Kunci "${keyId}" untuk "${purpose}" tidak ada di berkas kunci. ` +
        `Kembalikan berkas kunci (DAHA_KEYS) dari cadangannya sendiri; tanpa itu data yang dikunci dengannya tidak dapat dibaca. ` +
        `(Key "${keyId}" for "${purpose}" is not in the key file; restore the key file from its own backup.)`,
    )
  }
}

/** The ring as its file has it, looked at again at most once a second unless `lookAgain` was called. */
function watchRing(file: string): { current(): RingFile; lookAgain(): void } {
  let seen = { mtimeMs: -1, size: -1 }
  let ring: RingFile = { format: 'daha-keys-1', purposes: {} }
  let checkedAt = -Infinity
  return {
    lookAgain: () => {
      checkedAt = -Infinity
    },
    current: () => {
      const tick = performance.now()
      if (tick - checkedAt < 1000) return ring
      checkedAt = tick
      const { mtimeMs, size } = statSync(file)
      if (mtimeMs !== seen.mtimeMs || size !== seen.size) {
        ring = readRing(file)
        seen = { mtimeMs, size }
      }
      return ring
    },
  }
}

/** Opens the ring file, or makes a new one (mode 600) when `make` is set and none exists. */
export function openKeyRing(file: string, options: { make: boolean; now: string }): KeyRing {
  if (!existsSync(file)) {
    if (!options.make)
      throw new Error(
        `Berkas kunci tidak ada: ${file}. Isi DAHA_KEYS, atau kembalikan berkas itu dari cadangan; untuk kota baru jalankan "daha keys create". ` +
          `(No key file there. Set DAHA_KEYS, or restore the file from its own backup; for a new city run "daha keys create".)`,
      )
    makeRing(file, options.now)
  }
  const { current, lookAgain } = watchRing(file)
  const keysOf = (purpose: Purpose) => current().purposes[purpose] ?? []
  const find = (purpose: Purpose, id?: string) =>
    id === undefined ? keysOf(purpose)[0] : keysOf(purpose).find((key) => key.id === id)
  const entryOf = (purpose: Purpose, id?: string) => {
    let found = find(purpose, id)
    if (!found) {
      // Another process may have rotated within the last second.
      lookAgain()
      found = find(purpose, id)
    }
    if (!found) throw new KeyLost(purpose, id ?? 'newest')
    return found
  }
  const keyOf = (purpose: Purpose, id?: string) => {
    const { id: keyId, key } = entryOf(purpose, id)
    return { id: keyId, key: Buffer.from(key, 'base64') }
  }
  // Several macs an operation: a key that OpenSSL has taken in once is five times as fast.
  const macKeys = new WeakMap<object, KeyObject>()
  const macKeyOf = (entry: { readonly key: string }) => {
    const known = macKeys.get(entry) ?? createSecretKey(entry.key, 'base64')
    macKeys.set(entry, known)
    return known
  }
  current()
  return {
    file,
    seal: (purpose, plain) => {
      const { id, key } = keyOf(purpose)
      return `${id}.${sealWith(key, plain).toString('base64url')}`
    },
    open: (purpose, sealed) => {
      const dot = sealed.indexOf('.')
      const { key } = keyOf(purpose, sealed.slice(0, dot))
      return openWith(key, Buffer.from(sealed.slice(dot + 1), 'base64url'))
    },
    mac: (purpose, data, keyId) => {
      const entry = entryOf(purpose, keyId)
      return { keyId: entry.id, mac: createHmac('sha256', macKeyOf(entry)).update(data).digest() }
    },
    ids: (purpose) => keysOf(purpose).map((key) => key.id),
    rotate: (purpose, now) => {
      lookAgain()
      const next = structuredClone(current())
      const made = newKey(now)
      next.purposes[purpose] = [made, ...(next.purposes[purpose] ?? [])]
      writeRing(file, next)
      lookAgain()
      return made.id
    },
  }
}

/** nonce (12) . tag (16) . ciphertext, AES-256-GCM (NIST SP 800-38D). */
export function sealWith(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

export function openWith(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}

function newKey(now: string) {
  return { id: randomBytes(4).toString('hex'), key: randomBytes(32).toString('base64'), madeAt: now }
}

function newRing(now: string): RingFile {
  return { format: 'daha-keys-1', purposes: Object.fromEntries(purposes.map((purpose) => [purpose, [newKey(now)]])) }
}

/** @throws Error that says what to do when the file is not a ring; what it holds is never in the message. */
function readRing(file: string): RingFile {
  try {
    return RingFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Error(
      `Berkas kunci rusak atau bukan berkas kunci: ${file}. Kembalikan dari cadangannya sendiri; jangan dibuat baru. ` +
        `(The key file is damaged or is not one. Restore it from its own backup; do not make a new one.)`,
    )
  }
}

/** Written beside and renamed over, so that a killed process leaves the old ring or the new one. */
function writeRing(file: string, ring: RingFile): void {
  renameSync(draftRing(file, ring), file)
}

/** Of two processes that begin at once the first one's ring counts: a link never replaces what is there. */
function makeRing(file: string, now: string): void {
  const draft = draftRing(file, newRing(now))
  try {
    linkSync(draft, file)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    rmSync(draft, { force: true })
  }
}

function draftRing(file: string, ring: RingFile): string {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}.new`
  writeFileSync(draft, `${JSON.stringify(ring, null, 2)}\n`, { mode: 0o600, flush: true })
  return draft
}

import { sha256 } from './canonical.ts'

const RECORD_WORDS = 13
const CHUNK = 1 << 16
const REMOVED = 0
const PLAIN = 1
const KEYED = 2
const UUID_NAMED = 4
const SEEN = 8
const KINDS = ['', 's', 'k'] as const
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/

/**
 * The last hash of every row of one table. 16 bytes of the id (a UUID as it is, anything else by its SHA-256), 32 of
 * the hash and 4 of state a row, in typed arrays: about 65 bytes a row with the index, so that 3 million rows take
 * about 200 MB and not a gigabyte.
 */
export interface TableHeads {
  readonly size: number
  set(id: string, hash: string | null): void
  /** What the entries say about a live row, and marks the row as seen. `s…`, `k…`, null for removed. */
  see(id: string): string | null | undefined
  /** Rows that should live and were not seen; by id when it is a UUID, else by 16 bytes of its SHA-256 in hex. */
  unseen(): Generator<{ key: string; isId: boolean }>
}

export function openHeads(): TableHeads {
  const chunks: Uint32Array[] = []
  let index = new Int32Array(1 << 10)
  let size = 0
  const key = new Uint32Array(4)

  const recordOf = (position: number): [Uint32Array, number] => [
    chunks[position >>> 16] as Uint32Array,
    (position & (CHUNK - 1)) * RECORD_WORDS,
  ]
  const slotOf = (): number => {
    let slot = mix(key) & (index.length - 1)
    for (let at = index[slot] ?? 0; at !== 0; at = index[slot] ?? 0) {
      const [chunk, from] = recordOf(at - 1)
      if (sameKey(chunk, from, key)) return slot
      slot = (slot + 1) & (index.length - 1)
    }
    return slot
  }
  const grow = () => {
    index = new Int32Array(index.length * 2)
    for (let position = 0; position < size; position += 1) {
      const [chunk, from] = recordOf(position)
      for (let word = 0; word < 4; word += 1) key[word] = chunk[from + word] ?? 0
      index[slotOf()] = position + 1
    }
  }
  const add = (): number => {
    if (size * 2 >= index.length) {
      const wanted = key.slice()
      grow()
      key.set(wanted)
    }
    if ((size & (CHUNK - 1)) === 0) chunks.push(new Uint32Array(CHUNK * RECORD_WORDS))
    const [chunk, from] = recordOf(size)
    chunk.set(key, from)
    size += 1
    index[slotOf()] = size
    return size
  }
  return {
    get size() {
      return size
    },
    set: (id, hash) => {
      const isUuid = readKey(id, key)
      const [chunk, from] = recordOf((index[slotOf()] || add()) - 1)
      chunk[from + 12] = (hash === null ? REMOVED : hash.startsWith('k') ? KEYED : PLAIN) | (isUuid ? UUID_NAMED : 0)
      if (hash !== null) writeHash(chunk, from + 4, hash)
    },
    see: (id) => {
      readKey(id, key)
      const at = index[slotOf()] ?? 0
      if (at === 0) return undefined
      const [chunk, from] = recordOf(at - 1)
      const state = chunk[from + 12] ?? 0
      chunk[from + 12] = state | SEEN
      const kind = KINDS[state & 3] ?? ''
      return kind === '' ? null : kind + readHash(chunk, from + 4)
    },
    unseen: () => unseenIn(recordOf, size),
  }
}

function* unseenIn(
  recordOf: (position: number) => [Uint32Array, number],
  size: number,
): Generator<{ key: string; isId: boolean }> {
  for (let position = 0; position < size; position += 1) {
    const [chunk, from] = recordOf(position)
    const state = chunk[from + 12] ?? 0
    if ((state & 3) === REMOVED || (state & SEEN) !== 0) continue
    const isId = (state & UUID_NAMED) !== 0
    yield { key: keyText(chunk, from, isId), isId }
  }
}

/** The key by which `unseen` names a row whose id is no UUID. */
export function hiddenKey(id: string): string {
  return sha256(id).toString('hex', 0, 16)
}

function readKey(id: string, key: Uint32Array): boolean {
  const isUuid = UUID.test(id)
  const hex = isUuid ? id.replaceAll('-', '') : hiddenKey(id)
  for (let word = 0; word < 4; word += 1) key[word] = Number.parseInt(hex.slice(word * 8, word * 8 + 8), 16)
  return isUuid
}

function keyText(chunk: Uint32Array, from: number, isUuid: boolean): string {
  const hex = [...chunk.subarray(from, from + 4)].map((word) => word.toString(16).padStart(8, '0')).join('')
  return isUuid ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : hex
}

function sameKey(chunk: Uint32Array, from: number, key: Uint32Array): boolean {
  return (
    chunk[from + 3] === key[3] && chunk[from + 2] === key[2] && chunk[from + 1] === key[1] && chunk[from] === key[0]
  )
}

function mix(key: Uint32Array): number {
  const [a = 0, b = 0, c = 0, d = 0] = key
  const once = Math.imul(d ^ (c >>> 7) ^ b, 0x9e3779b1) ^ a
  return (once ^ (once >>> 15)) >>> 0
}

function writeHash(chunk: Uint32Array, from: number, hash: string): void {
  const bytes = Buffer.from(hash.slice(1), 'base64url')
  for (let word = 0; word < 8; word += 1) chunk[from + word] = bytes.readUInt32BE(word * 4)
}

function readHash(chunk: Uint32Array, from: number): string {
  const bytes = Buffer.allocUnsafe(32)
  for (let word = 0; word < 8; word += 1) bytes.writeUInt32BE(chunk[from + word] ?? 0, word * 4)
  return bytes.toString('base64url')
}

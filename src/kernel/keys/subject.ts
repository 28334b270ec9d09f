import { createHmac, randomBytes } from 'node:crypto'
import type { ColumnType, Kysely } from 'kysely'
import { openWith, sealWith } from './ring.ts'
import type { KeyRing } from './ring.ts'

export interface SubjectKeyTable {
  id: string
  wrapped: string
  madeAt: ColumnType<string, string, never>
}

export interface KeysTables {
  subjectKey: SubjectKeyTable
}

/**
 * One key a person. Personal values in anything append-only are sealed under it, and a personal row's hash
 * is keyed by it; destroying it makes all of these unreadable at once, backups included.
 */
export interface SubjectKeys {
  /** Keys of those who have one; a person whose data was erased is missing from the map. */
  find(tx: Kysely<KeysTables>, personIds: readonly string[]): Promise<Map<string, Buffer>>
  /** As `find`, and holds off the erasing of these persons until the transaction ends. */
  hold(tx: Kysely<KeysTables>, personIds: readonly string[]): Promise<Map<string, Buffer>>
  make(now: string, personId: string): { row: { id: string; wrapped: string; madeAt: string }; key: Buffer }
}

export function subjectKeys(ring: KeyRing): SubjectKeys {
  const read = async (tx: Kysely<KeysTables>, personIds: readonly string[], held: boolean) => {
    if (personIds.length === 0) return new Map<string, Buffer>()
    const asked = tx.selectFrom('subjectKey').select(['id', 'wrapped']).where('id', 'in', personIds)
    const rows = await (held ? asked.orderBy('id').forKeyShare() : asked).execute()
    return new Map(rows.map((row) => [row.id, ring.open('subject', row.wrapped)]))
  }
  return {
    find: (tx, personIds) => read(tx, personIds, false),
    hold: (tx, personIds) => read(tx, personIds, true),
    make: (now, personId) => {
      const key = randomBytes(32)
      return { key, row: { id: personId, wrapped: ring.seal('subject', key), madeAt: now } }
    },
  }
}

export function sealForSubject(key: Buffer, value: unknown): string {
  return sealWith(key, Buffer.from(JSON.stringify(value))).toString('base64url')
}

export function openForSubject(key: Buffer, sealed: string): unknown {
  return JSON.parse(openWith(key, Buffer.from(sealed, 'base64url')).toString()) as unknown
}

export function subjectMac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

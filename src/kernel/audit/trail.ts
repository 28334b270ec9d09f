import type { Kysely } from 'kysely'
import type { ClientBase } from 'pg'
import type { TableClass } from '../database/index.ts'
import { openForSubject, sealForSubject, subjectMac } from '../keys/index.ts'
import type { KeysTables, SubjectKeys } from '../keys/index.ts'
import { hasMarks, mapMarked } from '../schema/contract.ts'
import type { z } from 'zod'
import { rowText, sha256 } from './canonical.ts'

/** `s` plain SHA-256 of the row text; `k` HMAC under the person's key; null: the row was removed. */
export type RowRecord = readonly [table: string, id: string, hash: string | null]

export interface Trail {
  /** Remembers a row as it stands after the write; the last one of a row counts. Names as in the database. */
  wrote(table: string, row: Readonly<Record<string, unknown>>): void
  removed(table: string, row: Readonly<Record<string, unknown>>): void
  /** For parts that hash many rows themselves: `text` is the row text. */
  wroteText(table: string, id: string, text: string): void
  /** Whom the operation is about: personal values of input and reply are sealed under this person's key. */
  subject(personId: string): void
  readonly subjectId: string | undefined
  /** True until a row was written. */
  readonly isEmpty: boolean
  /** Called once at the end, inside the transaction. */
  rows(client: ClientBase, tx: Kysely<unknown>, now: string): Promise<RowRecord[]>
  /** Input or reply with its marked fields sealed (personal) or left out (secret). */
  masked(schema: z.ZodType, value: unknown): unknown
}

export type Classes = Readonly<Record<string, TableClass>>

interface Written {
  table: string
  id: string
  text: string | null
  subject: string | undefined
}

export function openTrail(classes: Classes, keys: SubjectKeys): Trail {
  const written = new Map<string, Written>()
  const wanted = new Set<string>()
  const subjects = new Map<string, Buffer>()
  let subjectId: string | undefined

  const remember = (entry: Written) => {
    written.set(`${entry.table}\n${entry.id}`, entry)
    if (entry.subject) wanted.add(entry.subject)
  }
  return {
    wrote: (table, row) => remember(describe(classes, table, row)),
    removed: (table, row) => remember({ ...describe(classes, table, row), text: null, subject: undefined }),
    wroteText: (table, id, text) => remember({ table, id, text, subject: undefined }),
    subject: (personId) => {
      subjectId ??= personId
      wanted.add(personId)
    },
    get isEmpty() {
      return written.size === 0
    },
    get subjectId() {
      return subjectId
    },
    rows: async (client, tx, now) => {
      await loadKeys(tx, client, now)
      return [...written.values()].map(({ table, id, text, subject }): RowRecord => {
        if (text === null) return [table, id, null]
        const key = subject ? subjects.get(subject) : undefined
        return [table, id, rowHash(text, key)]
      })
    },
    masked: (schema, value) => {
      if (!hasMarks(schema)) return value
      const key = subjectId ? subjects.get(subjectId) : undefined
      return mapMarked(schema, value, (mark, plain) =>
        mark === 'personal' && key ? { '§': subjectId, v: sealForSubject(key, plain) } : undefined,
      )
    },
  }

  /** A person gets a key at the first write about them; one whose key was destroyed never gets another. */
  async function loadKeys(tx: Kysely<KeysTables>, client: ClientBase, now: string): Promise<void> {
    const ids = [...wanted].filter((id) => !subjects.has(id))
    if (ids.length === 0) return
    for (const [id, key] of await keys.hold(tx, ids)) subjects.set(id, key)
    // In one order everywhere: two operations about the same new persons wait, and do not lock each other out.
    for (const id of ids.filter((each) => !subjects.has(each)).toSorted()) {
      if (await wasErased(client, id)) continue
      const made = keys.make(now, id)
      if (await insertKey(client, made.row)) {
        subjects.set(id, made.key)
        remember(describe(classes, 'subject_key', made.row))
      } else {
        // Another operation about this person was first; its key is committed by now.
        for (const [, key] of await keys.hold(tx, [id])) subjects.set(id, key)
      }
    }
  }
}

async function insertKey(client: ClientBase, row: { id: string; wrapped: string; madeAt: string }): Promise<boolean> {
  const { rowCount } = await client.query(
    'insert into subject_key (id, wrapped, made_at) values ($1, $2, $3) on conflict (id) do nothing',
    [row.id, row.wrapped, row.madeAt],
  )
  return rowCount === 1
}

async function wasErased(client: ClientBase, personId: string): Promise<boolean> {
  const { rows } = await client.query<{ erased: boolean }>(
    'select exists (select 1 from erasure where person_id = $1) as erased',
    [personId],
  )
  return rows[0]?.erased ?? false
}

function describe(classes: Classes, table: string, row: Readonly<Record<string, unknown>>): Written {
  const known = classes[table]
  if (!known) throw new Error(`Table ${table} has no class`)
  const subject = known.subject ? (row[known.subject] as string | null) : null
  return {
    table,
    id: rowId(known, row),
    text: rowText(row, known.derivedColumns),
    subject: subject ?? undefined,
  }
}

export function rowId(known: TableClass, row: Readonly<Record<string, unknown>>): string {
  return (known.id ?? ['id']).map((column) => String(row[column])).join('/')
}

export function rowHash(text: string, subjectKey: Buffer | undefined): string {
  return subjectKey
    ? `k${subjectMac(subjectKey, text).toString('base64url')}`
    : `s${sha256(text).toString('base64url')}`
}

/** Opens what `masked` sealed; a value whose key is gone stays out. */
export function unmask(value: unknown, keyOf: (personId: string) => Buffer | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => unmask(item, keyOf))
  if (value === null || typeof value !== 'object') return value
  const sealed = value as { '§'?: string; v?: string }
  if (sealed['§'] !== undefined && sealed.v !== undefined) {
    const key = keyOf(sealed['§'])
    return key ? openForSubject(key, sealed.v) : undefined
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmask(item, keyOf)]))
}

/** The persons whose values a stored text holds. */
export function subjectsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) subjectsIn(item, found)
  else if (value !== null && typeof value === 'object') {
    const sealed = value as { '§'?: string }
    if (typeof sealed['§'] === 'string') found.add(sealed['§'])
    else for (const item of Object.values(value)) subjectsIn(item, found)
  }
  return found
}

import { CamelCasePlugin } from 'kysely'
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { TableClass } from '../database/index.ts'
import { subjectKeys } from '../keys/index.ts'
import { rowText } from './canonical.ts'
import type { EntryBody } from './entry.ts'
import { hiddenKey, openHeads } from './heads.ts'
import type { TableHeads } from './heads.ts'
import { rowHash, rowId } from './trail.ts'
import { streamRows } from './verify-context.ts'
import type { Verification } from './verify-context.ts'
import { ENTRIES_A_FETCH } from './verify-entries.ts'

const ROWS_A_FETCH = 2_000

/** Names as Kysely gives them to a writer: a row must be hashed under the very names under which it was written. */
class Names extends CamelCasePlugin {
  of(column: string): string {
    return this.camelCase(column)
  }
}
const names = new Names()

/** Hashes every live row of every table with proof `rows` again and compares it with the last entry that wrote it. */
export async function checkRows(
  verification: Verification,
  heads: ReadonlyMap<string, TableHeads>,
  db: Kysely<unknown>,
  tables: ReadonlySet<string>,
): Promise<void> {
  const hidden: { table: string; key: string }[] = []
  for (const [table, known] of Object.entries(verification.registry.classes)) {
    if (known.proof !== 'rows' || !tables.has(table)) continue
    const wanted = heads.get(table) ?? openHeads()
    await checkTable(verification, table, known, wanted, db)
    for (const { key, isId } of wanted.unseen()) {
      if (isId) verification.findings.add({ table, id: key, what: 'missing' })
      else if (hidden.length < 10_000) hidden.push({ table, key })
    }
  }
  await nameHidden(verification, hidden)
}

async function checkTable(
  verification: Verification,
  table: string,
  known: TableClass,
  wanted: TableHeads,
  db: Kysely<unknown>,
): Promise<void> {
  const { client, ring, checked, findings } = verification
  const keys = subjectKeys(ring)
  const source = `select * from ${pg.escapeIdentifier(table)}`
  for await (const rows of streamRows<Record<string, unknown>>(client, 'live', source, ROWS_A_FETCH)) {
    const camel = rows.map(camelRow)
    const subjects = known.subject ? camel.map((row) => row[known.subject ?? ''] as string | null) : []
    const persons = [...new Set(subjects.filter((id): id is string => typeof id === 'string'))]
    const keyOf = await keys.find(db, persons)
    for (const [index, row] of camel.entries()) {
      const id = rowId(known, row)
      const expected = wanted.see(id)
      if (expected === undefined || expected === null) {
        findings.add({ table, id, what: 'inserted' })
        continue
      }
      const key = expected.startsWith('k') ? keyOf.get(subjects[index] ?? '') : undefined
      if (rowHash(rowText(row, known.derivedColumns), key) !== expected) findings.add({ table, id, what: 'changed' })
    }
    checked.rows += rows.length
    verification.progress({ stage: 'rows', table, done: checked.rows })
  }
  checked.tables += 1
}

function camelRow(row: Record<string, unknown>): Record<string, unknown> {
  const camel: Record<string, unknown> = {}
  for (const column of Object.keys(row)) camel[names.of(column)] = row[column]
  return camel
}

/** Ids which are no UUID are kept as hashes only: the entries are read once more to name the missing ones. */
async function nameHidden(
  { client, findings }: Verification,
  hidden: readonly { table: string; key: string }[],
): Promise<void> {
  if (hidden.length === 0) return
  const wanted = new Set(hidden.map(({ table, key }) => `${table}\n${key}`))
  const bodies = 'select body from audit_entry order by seq'
  for await (const entries of streamRows<{ body: string }>(client, 'again', bodies, ENTRIES_A_FETCH)) {
    for (const { body } of entries) {
      for (const [table, id] of readRows(body)) {
        if (wanted.delete(`${table}\n${hiddenKey(id)}`)) findings.add({ table, id, what: 'missing' })
      }
    }
  }
}

function readRows(body: string): EntryBody['rows'] {
  try {
    return (JSON.parse(body) as EntryBody).rows
  } catch {
    // Of a body that was made unreadable, checkEntries has already told.
    return []
  }
}

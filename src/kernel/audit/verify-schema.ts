import { migrationChecksum, tablesOf } from '../database/index.ts'
import { listBesideRing } from '../keys/index.ts'
import type { Verification } from './verify-context.ts'

/** In place of a row's id, for a finding about a whole table. */
const WHOLE_TABLE = '*'

/** Tables that nobody declared, declared ones that are gone, and triggers, of which Daha has none. */
export async function checkSchema({ client, city, registry, findings }: Verification): Promise<Set<string>> {
  const tables = new Set(await tablesOf(client, city))
  for (const table of tables) {
    if (!(table in registry.classes)) findings.add({ table, id: WHOLE_TABLE, what: 'inserted', detail: 'table' })
  }
  for (const table of Object.keys(registry.classes)) {
    if (!tables.has(table)) findings.add({ table, id: WHOLE_TABLE, what: 'missing', detail: 'table' })
  }
  const { rows: triggers } = await client.query<{ table: string; name: string }>(
    `select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and not t.tgisinternal`,
    [city],
  )
  for (const { table, name } of triggers) findings.add({ table, id: name, what: 'inserted', detail: 'trigger' })
  return tables
}

/** What ran here against what the program has. */
export async function checkMigrations({ client, registry, findings, checked }: Verification): Promise<void> {
  const { rows } = await client.query<{ id: string; checksum: string }>('select id, checksum from migration')
  const wanted = new Map<string, string>(
    registry.sources.flatMap(({ name, migrations }) =>
      migrations.map((migration) => [`${name}/${migration.name}`, migrationChecksum(migration)] as const),
    ),
  )
  for (const { id, checksum } of rows) {
    checked.migrations += 1
    const expected = wanted.get(id)
    if (expected === undefined) findings.add({ table: 'migration', id, what: 'inserted' })
    else if (expected !== checksum) findings.add({ table: 'migration', id, what: 'changed' })
    wanted.delete(id)
  }
  for (const id of wanted.keys()) findings.add({ table: 'migration', id, what: 'missing' })
}

/** One line of the erasure list, which lies beside the key ring. */
export interface ErasureLine {
  readonly city: string
  readonly personId: string
  readonly erasedAt: string
}

/** Whoever is on the list stays erased, also after a backup was put back by hand. */
export async function checkErasures(verification: Verification, listed: readonly string[]): Promise<void> {
  const { client, findings, checked } = verification
  const { rows } = await client.query<{ id: string }>('select person_id as id from erasure')
  const erased = new Set(rows.map((row) => row.id))
  checked.erasures = erased.size
  for (const id of listed) if (!erased.has(id)) findings.add({ table: 'erasure', id, what: 'missing' })
}

export function listedErasures({ ring, city }: Pick<Verification, 'ring' | 'city'>): string[] {
  return listBesideRing<ErasureLine>(ring, 'erasures.jsonl')
    .read()
    .flatMap((line) => (line.city === city ? [line.personId] : []))
}

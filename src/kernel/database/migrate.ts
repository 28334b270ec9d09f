import { createHash } from 'node:crypto'
import pg from 'pg'
import type { TableClass } from './classes.ts'

/** Forward only. `up` is a list of statements without schema names; a data migration carries its proof. */
export interface Migration {
  readonly name: string
  readonly up: readonly string[]
}

export interface MigrationSource {
  readonly name: string
  readonly migrations: readonly Migration[]
  readonly tables: Readonly<Record<string, TableClass>>
}

export interface MigrateOptions {
  readonly adminUrl: string
  readonly schema: string
  readonly runtimeRole: string
  readonly sources: readonly MigrationSource[]
}

/**
 * Brings one city's schema up to date as the owner, and gives the runtime role what the classes of the
 * tables allow: append-only tables get no update and no delete.
 * @returns the names of the migrations that ran, in order.
 * @throws Error when a migration that has run was edited afterwards, or a table has no class.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: options.adminUrl })
  await client.connect()
  try {
    // Two processes may start at once; the second waits here and finds nothing left to do.
    await client.query('select pg_advisory_lock(hashtext($1))', [`daha.migrate.${options.schema}`])
    await client.query(`create schema if not exists ${pg.escapeIdentifier(options.schema)}`)
    await client.query(`set search_path = ${pg.escapeIdentifier(options.schema)}`)
    await client.query('create table if not exists migration (id text primary key, checksum text not null)')
    const ran = await runMissing(client, options.sources)
    await requireClasses(client, options)
    await grant(client, options)
    return ran
  } finally {
    await client.end()
  }
}

async function runMissing(client: pg.Client, sources: readonly MigrationSource[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string; checksum: string }>('select id, checksum from migration')
  const known = new Map(rows.map((row) => [row.id, row.checksum]))
  const ran: string[] = []
  for (const source of sources) {
    for (const migration of source.migrations) {
      const id = `${source.name}/${migration.name}`
      const checksum = migrationChecksum(migration)
      if (known.has(id)) {
        if (known.get(id) !== checksum) throw new Error(`Migration ${id} was edited after it ran; write a new one.`)
        continue
      }
      await runOne(client, id, checksum, migration)
      ran.push(id)
    }
  }
  return ran
}

/** Of the statements as they were when the migration ran; a changed one is refused at the start. */
export function migrationChecksum(migration: Migration): string {
  return createHash('sha256').update(migration.up.join(';\n')).digest('hex')
}

async function runOne(client: pg.Client, id: string, checksum: string, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of migration.up) await client.query(statement)
    await client.query('insert into migration (id, checksum) values ($1, $2)', [id, checksum])
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Error(`Migration ${id} failed: ${(fault as Error).message}`, { cause: fault })
  }
}

async function requireClasses(client: pg.Client, options: MigrateOptions): Promise<void> {
  const classes = tableClasses(options.sources)
  const unclassified = (await tablesOf(client, options.schema)).filter((table) => !(table in classes))
  if (unclassified.length > 0) throw new Error(`Tables without a class: ${unclassified.join(', ')}`)
}

const kernelOwnTables: Readonly<Record<string, TableClass>> = {
  migration: { holds: 'operational', retention: 'as long as the city', appendOnly: true, proof: 'own' },
}

export function tableClasses(sources: readonly Pick<MigrationSource, 'tables'>[]): Record<string, TableClass> {
  return Object.assign({}, kernelOwnTables, ...sources.map((source) => source.tables)) as Record<string, TableClass>
}

export async function tablesOf(client: Pick<pg.Client, 'query'>, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
    [schema],
  )
  return rows.map((row) => row.name)
}

async function grant(client: pg.Client, options: MigrateOptions): Promise<void> {
  const role = pg.escapeIdentifier(options.runtimeRole)
  const schema = pg.escapeIdentifier(options.schema)
  const classes = tableClasses(options.sources)
  await client.query(`grant usage on schema ${schema} to ${role}`)
  for (const table of await tablesOf(client, options.schema)) {
    const name = pg.escapeIdentifier(table)
    const rights = classes[table]?.appendOnly ? 'select, insert' : 'select, insert, update, delete'
    await client.query(`revoke all on ${name} from ${role}, public`)
    await client.query(`grant ${table === 'migration' ? 'select' : rights} on ${name} to ${role}`)
  }
  await client.query(`grant usage on all sequences in schema ${schema} to ${role}`)
}

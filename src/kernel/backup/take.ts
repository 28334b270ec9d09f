import { rename, rm } from 'node:fs/promises'
import pg from 'pg'
import type { Clock } from '../clock/index.ts'
import { tablesOf } from '../database/index.ts'
import { writeBackup } from './format.ts'
import type { Header } from './format.ts'

const ROWS_A_FETCH = 1_000

/**
 * Writes all tables of one city into one file, in one snapshot, while the city works. Not in it, on purpose: the key
 * ring and the lists beside it; and the folder of files, which is copied as it is.
 * The file gets its name when it is whole.
 * @returns the number of rows.
 */
export async function backup(options: {
  /** Any role that may read: the owner or the runtime role. */
  url: string
  schema: string
  file: string
  clock: Clock
}): Promise<{ rows: number; tables: number }> {
  const client = new pg.Client({ connectionString: options.url })
  await client.connect()
  const draft = `${options.file}.part`
  const out = writeBackup(draft)
  try {
    await client.query(`set search_path = ${pg.escapeIdentifier(options.schema)}`)
    await client.query('set statement_timeout = 0')
    await client.query('begin isolation level repeatable read read only')
    const header = await readHeader(client, options.schema, options.clock.now())
    await out.header(header)
    for (const { name } of header.tables) {
      await out.table(name)
      const source = `select (t.*)::text as row from ${pg.escapeIdentifier(name)} t`
      await client.query(`declare rows no scroll cursor for ${source}`)
      for (;;) {
        const { rows } = await client.query<{ row: string }>(`fetch forward ${ROWS_A_FETCH} from rows`)
        if (rows.length === 0) break
        await out.rows(rows.map(({ row }) => row))
      }
      await client.query('close rows')
    }
    const rows = await out.end()
    await rename(draft, options.file)
    return { rows, tables: header.tables.length }
  } catch (fault) {
    out.abandon()
    await rm(draft, { force: true })
    throw fault
  } finally {
    await client.end()
  }
}

async function readHeader(client: pg.Client, schema: string, takenAt: string): Promise<Header> {
  // Dates and instants as the one spelling that every later session reads alike.
  await client.query(`set local datestyle = 'ISO, YMD'`)
  await client.query(`set local timezone = 'UTC'`)
  await client.query(`set local bytea_output = 'hex'`)
  await client.query('set local extra_float_digits = 3')
  const tables: Header['tables'] = []
  for (const name of await tablesOf(client, schema))
    tables.push({ name, columns: await columnsOf(client, schema, name) })
  const { rows: migrations } = await client.query<{ id: string; checksum: string }>(
    'select id, checksum from migration order by id',
  )
  const { rows: names } = await client.query<{ name: string }>(
    'select sequencename as name from pg_sequences where schemaname = $1 order by 1',
    [schema],
  )
  const sequences: Header['sequences'] = []
  for (const { name } of names) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${pg.escapeIdentifier(name)}`,
    )
    if (rows[0]) sequences.push({ name, ...rows[0] })
  }
  return { format: 'daha-backup-1', city: schema, takenAt, migrations, tables, sequences }
}

export async function columnsOf(client: pg.Client, schema: string, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [schema, table],
  )
  return rows.map((row) => row.name)
}

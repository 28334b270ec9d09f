import pg from 'pg'
import { openApp } from '../app/index.ts'
import type { OpenOptions } from '../app/index.ts'
import { headOf, lastSeal, openWitness } from '../audit/index.ts'
import { systemClock } from '../clock/index.ts'
import { migrate, migrationChecksum, tablesOf } from '../database/index.ts'
import { erasureList, recordErasures, replayErasure } from '../erasure/index.ts'
import { readBackup } from './format.ts'
import type { Header } from './format.ts'
import { columnsOf } from './take.ts'

const ROWS_A_STATEMENT = 1_000

export interface Restored {
  readonly rows: number
  /** How many persons, erased after the backup was taken, were erased again. */
  readonly erasedAgain: number
  readonly takenAt: string
}

/**
 * Puts a backup into the city's empty schema: the tables as they were then, the rows, the numbers of sequences; then
 * the migrations that are newer than the backup; then everyone on the erasure list is erased again. It is all or
 * nothing up to the rows.
 * @throws Error when the schema is not empty, or the program does not know a migration of the backup.
 * @throws BrokenBackup when the file is not whole.
 */
export async function restore(file: string, options: OpenOptions): Promise<Restored> {
  const clock = options.clock ?? systemClock
  const client = new pg.Client({ connectionString: options.adminUrl })
  await client.connect()
  let rows: number
  let takenAt = ''
  try {
    await requireEmpty(client, options.city.slug)
    const loader = openLoader(client, options)
    rows = await readBackup(file, {
      header: async (header) => {
        takenAt = header.takenAt
        await loader.prepare(header)
      },
      line: async (line) => ('table' in line ? loader.table(line.table) : loader.row(line.row)),
    })
    await loader.finish()
  } catch (fault) {
    if (!(fault instanceof NotEmpty)) await clear(client, options.city.slug)
    throw fault
  } finally {
    await client.end()
  }
  return { rows, takenAt, erasedAgain: await afterLoading({ ...options, clock }) }
}

async function afterLoading(options: OpenOptions & { clock: NonNullable<OpenOptions['clock']> }): Promise<number> {
  const app = await openApp(options)
  try {
    const seal = await lastSeal(app.pool.pg)
    const witness = openWitness(app.ring, app.city.slug)
    witness.restored(seal?.id ?? 0, seal && headOf(seal), options.clock.now())
    const system = app.caller({ kind: 'system', job: 'restore' })
    const { rows } = await app.pool.pg.query<{ id: string }>('select person_id as id from erasure')
    const known = new Set(rows.map((row) => row.id))
    let again = 0
    for (const { personId } of erasureList(app).read()) {
      if (known.has(personId)) continue
      await system.do(replayErasure, { personId })
      again += 1
    }
    await recordErasures(app)
    return again
  } finally {
    await app.close()
  }
}

async function requireEmpty(client: pg.Client, schema: string): Promise<void> {
  const tables = await tablesOf(client, schema)
  if (tables.length === 0) return
  throw new NotEmpty(
    `Skema "${schema}" tidak kosong (${tables.length} tabel). Pulihkan ke basis data baru yang kosong. ` +
      `(The schema is not empty; restore into a new, empty database.)`,
  )
}

class NotEmpty extends Error {}

/** Back to the empty schema that was given, so that the next try finds it as this one did. */
async function clear(client: pg.Client, schema: string): Promise<void> {
  await client.query('rollback')
  for (const table of await tablesOf(client, schema)) {
    await client.query(`drop table ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)} cascade`)
  }
}

function openLoader(client: pg.Client, options: OpenOptions) {
  let header: Header | undefined
  let references: { table: string; name: string; definition: string }[] = []
  let table = ''
  let waiting: string[] = []

  const flush = async () => {
    if (waiting.length === 0) return
    const name = pg.escapeIdentifier(table)
    await client.query(
      `insert into ${name} overriding system value select (row::${name}).* from unnest($1::text[]) as given (row)`,
      [waiting],
    )
    waiting = []
  }
  return {
    prepare: async (given: Header) => {
      header = given
      if (given.city !== options.city.slug)
        throw new Error(`This is a backup of ${given.city}, not of ${options.city.slug}.`)
      await makeTables(given, options)
      await client.query('begin')
      await client.query(`set local search_path = ${pg.escapeIdentifier(options.city.slug)}`)
      for (const setting of [`datestyle = 'ISO, YMD'`, `timezone = 'UTC'`, 'statement_timeout = 0']) {
        await client.query(`set local ${setting}`)
      }
      await requireSameTables(client, options.city.slug, given)
      references = await dropReferences(client, options.city.slug)
      const names = given.tables.map(({ name }) => pg.escapeIdentifier(name))
      // Migrations may have put rows there; the backup has them as they were in the end.
      await client.query(`truncate ${names.join(', ')}`)
    },
    table: async (name: string) => {
      await flush()
      if (!header?.tables.some((known) => known.name === name)) throw new Error(`The backup has no table ${name}`)
      table = name
    },
    row: async (row: string) => {
      waiting.push(row)
      if (waiting.length >= ROWS_A_STATEMENT) await flush()
    },
    finish: async () => {
      await flush()
      for (const { name, last, called } of header?.sequences ?? []) {
        await client.query('select setval($1::regclass, $2::bigint, $3)', [pg.escapeIdentifier(name), last, called])
      }
      for (const { table: of, name, definition } of references) {
        await client.query(
          `alter table ${pg.escapeIdentifier(of)} add constraint ${pg.escapeIdentifier(name)} ${definition}`,
        )
      }
      await client.query('commit')
    },
  }
}

/** Only the migrations that the backup knows, so that its rows fit; newer ones run when the city is opened. */
async function makeTables(header: Header, options: OpenOptions): Promise<void> {
  const known = new Map(header.migrations.map(({ id, checksum }) => [id, checksum]))
  const sources = options.registry.sources.map((source) => ({
    ...source,
    migrations: source.migrations.filter((migration) => {
      const id = `${source.name}/${migration.name}`
      const checksum = known.get(id)
      known.delete(id)
      if (checksum !== undefined && checksum !== migrationChecksum(migration)) {
        throw new Error(`Migration ${id} of the backup is another than the program's.`)
      }
      return checksum !== undefined
    }),
  }))
  if (known.size > 0) {
    throw new Error(
      `Cadangan ini dari Daha yang lebih baru (${[...known.keys()].join(', ')}). Pasang versi itu dulu. ` +
        `(This backup is of a newer Daha; install that version first.)`,
    )
  }
  const runtimeRole = decodeURIComponent(new URL(options.runtimeUrl).username)
  await migrate({ adminUrl: options.adminUrl, schema: options.city.slug, runtimeRole, sources })
}

async function requireSameTables(client: pg.Client, schema: string, header: Header): Promise<void> {
  for (const { name, columns } of header.tables) {
    const found = await columnsOf(client, schema, name)
    if (found.join() !== columns.join()) throw new Error(`Table ${name} of the backup has other columns.`)
  }
}

/** Rows come table by table, in no order that references would allow; they are checked all at once at the end. */
async function dropReferences(client: pg.Client, schema: string) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and k.contype = 'f'`,
    [schema],
  )
  for (const { table, name } of rows) {
    await client.query(`alter table ${pg.escapeIdentifier(table)} drop constraint ${pg.escapeIdentifier(name)}`)
  }
  return rows
}

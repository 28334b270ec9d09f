import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres, type Postgres } from '../../src/kernel/postgres/index.ts'
import { prepareTemplate, testSchema } from './template.ts'

export interface CloneUrls {
  /** The owner that migrates. */
  adminUrl: string
  /** The role that the program runs as. */
  runtimeUrl: string
  schema: string
}

export interface Cluster {
  clone(): Promise<CloneUrls>
  end(): Promise<void>
}

/** Fixed, so that the cluster of a run that was killed is found again and not left behind. */
const folder = 'data/test-pg'
const admin = 'daha_admin'
const runtime = 'daha_app'
/** The cluster listens on 127.0.0.1 only and holds nothing. */
const password = 'uji'

const leaving = 'daha: tests leaving'

/** Starts or joins the PostgreSQL of the tests, and makes the template unless one with this fingerprint is there. */
export async function openCluster(): Promise<Cluster> {
  for (let tries = 1; ; tries++)
    try {
      return await tryOpen()
    } catch (fault) {
      // Another run may stop the server between our finding it and our being seen there.
      if (!isGone(fault) || tries === 5) throw fault
      await pause(200 * tries)
    }
}

async function tryOpen(): Promise<Cluster> {
  const server = await startPostgres({ dataDir: folder, purpose: 'test', log: { info: () => undefined } })
  const client = await connect(server)
  try {
    await makeRoles(client)
    const template = await makeTemplate(server, client)
    await dropLeftovers(client, template)
    const run = randomUUID().slice(0, 8)
    const clones: string[] = []
    return {
      clone: async () => {
        const name = `t_${run}_${clones.length + 1}`
        clones.push(name)
        // As files: several times faster than through the log, which is off anyway.
        await client.query(`create database ${name} template ${template} strategy file_copy owner ${admin}`)
        return { adminUrl: urlFor(server, admin, name), runtimeUrl: urlFor(server, runtime, name), schema: testSchema }
      },
      end: async () => {
        for (const name of clones) await client.query(`drop database if exists ${name} with (force)`)
        await leave(server, client)
      },
    }
  } catch (fault) {
    await client.end().catch(() => undefined)
    throw fault
  }
}

const isGone = (fault: unknown) =>
  fault instanceof Error &&
  /terminat|shutting down|starting up|closed|ECONN/i.test(
    `${fault.message} ${'code' in fault ? String(fault.code) : ''}`,
  )

/** The last run to leave stops the server. Runs leave one after the other, so that two do not wait for each other. */
async function leave(server: Postgres, client: pg.Client): Promise<void> {
  try {
    await client.query(`set application_name = '${leaving}'`)
    await client.query('select pg_advisory_lock(2)')
    if (await isAlone(client)) await server.stop({ ifIdle: false })
    await client.end()
  } catch (fault) {
    // Another run that was leaving has just stopped it under our feet.
    if (!isGone(fault)) throw fault
  }
}

/** Drops what runs that were killed have left. Listed before asking who is there, so that a run which begins now loses nothing. */
async function dropLeftovers(client: pg.Client, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like any(array['t\\_%', 'new\\_%', 'tpl\\_%']) and datname <> $1`,
    [template],
  )
  if (rows.length === 0 || !(await isAlone(client, 1))) return
  for (const { name } of rows) {
    await client.query(`alter database ${name} with is_template false`)
    await client.query(`drop database ${name} with (force)`)
  }
}

async function connect(server: Postgres): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: server.url('postgres'),
    application_name: 'daha: tests',
    connectionTimeoutMillis: 10_000,
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

function urlFor(server: Postgres, role: string, database: string): string {
  return `postgres://${role}:${password}@${server.host}:${server.port}/${database}`
}

async function makeRoles(client: pg.Client): Promise<void> {
  for (const role of [admin, runtime])
    try {
      await client.query(`create role ${role} login password '${password}'`)
    } catch (fault) {
      // duplicate_object, or unique_violation when another run is doing the same.
      if (!(fault instanceof pg.DatabaseError) || !['42710', '23505'].includes(fault.code ?? '')) throw fault
    }
}

async function makeTemplate(server: Postgres, client: pg.Client): Promise<string> {
  const { fingerprint, prepare } = await prepareTemplate()
  const name = `tpl_${fingerprint}`
  // Of two runs at once the second waits and finds it made.
  await client.query('select pg_advisory_lock(1)')
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return name
    const unfinished = `new_${randomUUID().slice(0, 8)}`
    await client.query(`create database ${unfinished} template template0 owner ${admin}`)
    await prepare({ adminUrl: urlFor(server, admin, unfinished), runtimeRole: runtime })
    await client.query(`alter database ${unfinished} with is_template true allow_connections false`)
    await client.query(`alter database ${unfinished} rename to ${name}`)
    return name
  } finally {
    await client.query('select pg_advisory_unlock(1)')
  }
}

/** Whether nobody else is at work: no other run, and no test file. A closed connection lingers for some milliseconds. */
async function isAlone(client: pg.Client, tries = 20): Promise<boolean> {
  const idle = [leaving, 'daha: here']
  for (let left = tries; left > 0; left--) {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and not application_name = any($1)`,
      [idle],
    )
    if (rows[0]?.others === 0) return true
    await pause(50)
  }
  return false
}

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
/** Dropping a database costs a checkpoint, hence the folder is thrown away as a whole, from this many clones on. */
const clonesKept = 20

const quiet = { info: () => undefined }

/** Starts or joins the PostgreSQL of the tests, and makes the template unless one with this fingerprint is there. */
export async function openCluster(): Promise<Cluster> {
  const server = await freshServer()
  const client = await connect(server)
  try {
    await makeRoles(client)
    const template = await makeTemplate(server, client)
    const run = randomUUID().slice(0, 8)
    let count = 0
    return {
      clone: async () => {
        const name = `t_${run}_${++count}`
        // As files: several times faster than through the log, which is off anyway.
        await client.query(`create database ${name} template ${template} strategy file_copy owner ${admin}`)
        return { adminUrl: urlFor(server, admin, name), runtimeUrl: urlFor(server, runtime, name), schema: testSchema }
      },
      end: async () => {
        const idle = await isAlone(client)
        await client.end()
        if (idle) await server.stop({ ifIdle: false })
      },
    }
  } catch (fault) {
    await client.end()
    throw fault
  }
}

async function freshServer(): Promise<Postgres> {
  const server = await startPostgres({ dataDir: folder, purpose: 'test', log: quiet })
  const client = await connect(server)
  const { rows } = await client.query<{ clones: number }>(
    `select count(*)::int as clones from pg_database where datname like 't\\_%'`,
  )
  const stale = (rows[0]?.clones ?? 0) >= clonesKept && (await isAlone(client))
  await client.end()
  if (!stale) return server
  await server.discard()
  return startPostgres({ dataDir: folder, purpose: 'test', log: quiet })
}

async function connect(server: Postgres): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: server.url('postgres'),
    application_name: 'daha: tests',
    connectionTimeoutMillis: 10_000,
  })
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

/** Whether only this process is connected: by `client` and by the launcher's own connection. A closed one lingers for some milliseconds. */
async function isAlone(client: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int - 2 as others from pg_stat_activity where backend_type = 'client backend'`,
    )
    if ((rows[0]?.others ?? 1) <= 0) return true
    await pause(50)
  }
  return false
}

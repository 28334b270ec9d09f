import { rm } from 'node:fs/promises'
import { realpathSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries, runnableBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import type { Credentials } from './cluster.ts'
import { deadlineIn } from './deadline.ts'
import type { Deadline } from './deadline.ts'
import { freePort, HOST, joinOrLaunch } from './launch.ts'
import type { Running } from './launch.ts'
import { takeLock } from './lock.ts'
import { ELSEWHERE, placeOf } from './place.ts'
import type { Place } from './place.ts'
import { processState } from './process-table.ts'
import { DURABLE, settingsFor } from './settings.ts'
import type { Purpose, Settings } from './settings.ts'

export interface PostgresOptions {
  /** Folder of the database; made when missing. */
  readonly dataDir: string
  readonly purpose: Purpose
  readonly log: { info(detail: object, message: string): void }
  /** Further settings of PostgreSQL, for a server that this call starts. */
  readonly settings?: Settings
  /** Milliseconds for start and for stop, recovery after a crash included. */
  readonly timeLimit?: number
  readonly choosePort?: () => Promise<number>
}

export interface Postgres {
  readonly host: string
  readonly port: number
  readonly superuser: string
  readonly superPassword: string
  /** Where the database really is: `dataDir`, or a folder below /var/lib/daha when root's own is closed to PostgreSQL. */
  readonly dataDir: string
  readonly pid: number
  /** False when a running server was joined. */
  readonly startedByUs: boolean
  /** Address of a database for the superuser. */
  url(database: string): string
  /**
   * With `ifIdle`, stops the server only if nobody else is connected, whoever started it; without, always.
   * Close your own connections first. Resolves to whether it was stopped.
   */
  stop(options: { readonly ifIdle: boolean }): Promise<boolean>
  /** Ends a server of purpose `test` at once and deletes its folder. */
  discard(): Promise<void>
}

/**
 * The PostgreSQL of a data folder on 127.0.0.1: the running one, or one started from the binaries of the npm package.
 * @throws Error when it cannot be started or entered; the message says what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { purpose, log, timeLimit = 120_000 } = options
  const settings = settingsFor(purpose, options.settings)
  const deadline = deadlineIn(timeLimit)
  const place = placeOf(options.dataDir)
  const binaries = await runnableBinaries(await findBinaries(), place.account, ELSEWHERE)
  const release = await takeLock(place.lock, deadline)
  try {
    const credentials = await ensureCluster(place, binaries, purpose)
    const choosePort = options.choosePort ?? freePort
    const running = await joinOrLaunch({ program: binaries.postgres, place, settings, choosePort, deadline })
    const presence = await enter(place, credentials, running)
    const { pid, port, startedByUs } = running
    log.info({ pid, port, dataDir: place.home }, startedByUs ? 'PostgreSQL started' : 'PostgreSQL joined')
    return handle({ place, credentials, running, presence, timeLimit })
  } finally {
    release()
  }
}

/** What pg has and its types lack: whether the connection keeps the process alive. */
type Presence = pg.Client & { ref(): void; unref(): void }

interface Held {
  readonly place: Place
  readonly credentials: Credentials
  readonly running: Running
  readonly presence: Presence
  readonly timeLimit: number
}

/**
 * Proves that the port is this cluster's and that a city's settings are safe. The connection stays open, so that
 * another process which wants to stop an idle server sees that we are here.
 */
async function enter(place: Place, credentials: Credentials, running: Running): Promise<Presence> {
  const presence = new pg.Client({
    connectionString: urlOf(credentials, running.port, 'postgres'),
    application_name: 'daha: here',
    connectionTimeoutMillis: 10_000,
  }) as Presence
  // When the server ends, this connection ends with it; whoever uses the database will say so.
  presence.on('error', () => undefined)
  try {
    await presence.connect()
    const { rows } = await presence.query<{ name: string; setting: string }>(
      'select name, setting from pg_settings where name = any($1)',
      [['data_directory', ...DURABLE]],
    )
    const found = new Map(rows.map((row) => [row.name, row.setting]))
    if (found.get('data_directory') !== realpathSync(place.cluster))
      throw new Error(`Port ${running.port} belongs to another database.`)
    const off = credentials.purpose === 'city' ? DURABLE.filter((name) => found.get(name) !== 'on') : []
    if (off.length > 0) throw new Error(`The running PostgreSQL may lose commits: ${off.join(', ')} not "on".`)
  } catch (error) {
    await presence.end()
    throw error
  }
  presence.unref()
  return presence
}

function handle(held: Held): Postgres {
  const { place, credentials, running } = held
  return {
    host: HOST,
    port: running.port,
    superuser: credentials.superuser,
    superPassword: credentials.superPassword,
    dataDir: place.home,
    pid: running.pid,
    startedByUs: running.startedByUs,
    url: (database) => urlOf(credentials, running.port, database),
    stop: (options) => stop(held, options.ifIdle),
    discard: () => discard(held),
  }
}

function urlOf({ superuser, superPassword }: Credentials, port: number, database: string): string {
  return `postgres://${superuser}:${superPassword}@${HOST}:${port}/${encodeURIComponent(database)}`
}

async function stop({ place, running, presence, timeLimit }: Held, ifIdle: boolean): Promise<boolean> {
  const deadline = deadlineIn(timeLimit)
  const release = await takeLock(place.lock, deadline)
  presence.ref()
  try {
    const wanted = !ifIdle || (await isAlone(presence))
    await presence.end()
    if (!wanted || !isRunning(running.pid)) return false
    process.kill(running.pid, 'SIGINT')
    await ended(running.pid, deadline)
    return true
  } finally {
    release()
  }
}

async function discard({ place, credentials, running, presence, timeLimit }: Held): Promise<void> {
  if (credentials.purpose !== 'test') throw new Error('Only a database of purpose "test" is discarded.')
  presence.ref()
  await presence.end()
  if (isRunning(running.pid)) {
    process.kill(running.pid, 'SIGQUIT')
    await ended(running.pid, deadlineIn(timeLimit))
  }
  await rm(place.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

/** A closed connection lives on in the server for some milliseconds, so the answer is asked for up to a second. */
async function isAlone(presence: Presence): Promise<boolean> {
  const patience = deadlineIn(1_000)
  for (;;) {
    const others = await countOthers(presence)
    if (others === 0) return true
    if (others === undefined || patience.passed) return false
    await pause(50)
  }
}

async function countOthers(presence: Presence): Promise<number | undefined> {
  try {
    const { rows } = await presence.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return rows[0]?.others
  } catch {
    return undefined
  }
}

function isRunning(pid: number): boolean {
  const state = processState(pid)
  return state.kind === 'alive' && state.command === 'postgres'
}

async function ended(pid: number, deadline: Deadline): Promise<void> {
  while (isRunning(pid)) {
    deadline.check(`process ${pid} does not end`)
    await pause(10)
  }
}

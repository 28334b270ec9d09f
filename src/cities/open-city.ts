import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { CityDefinition, MakeSignIns } from './city.ts'
import { contoh } from './contoh/index.ts'
import { kediri } from './kediri/index.ts'
import { begunAsDemo, seedActor } from './manifest.ts'
import { openApp } from '../kernel/app/index.ts'
import type { App } from '../kernel/app/index.ts'
import { seedHolidays } from '../kernel/calendar/index.ts'
import { businessDay, systemClock, yearOf } from '../kernel/clock/index.ts'
import type { Config } from '../kernel/config/index.ts'
import { makeRuntimeRole, toRefusal } from '../kernel/database/index.ts'
import { openKeyRing } from '../kernel/keys/index.ts'
import type { City } from '../kernel/operation/index.ts'
import { startPostgres } from '../kernel/postgres/index.ts'
import { Refusal } from '../kernel/refusal/index.ts'
import { programRegistry } from './program.ts'

const cities: readonly CityDefinition[] = [kediri, contoh]
const RUNTIME_ROLE = 'daha_app'

export interface OpenCity {
  readonly app: App
  readonly definition: CityDefinition
  readonly adminUrl: string
  /** Closes the pool and, when nobody else uses it, the embedded database. */
  close(): Promise<void>
  /** Loads what the city's files give; what is there stays. */
  seed(progress: (step: string) => void): Promise<MakeSignIns>
}

/** Where the city's database is, for its owner and for the program. */
export interface Addresses {
  readonly adminUrl: string
  readonly runtimeUrl: string
  stop(): Promise<unknown>
}

/**
 * Opens the city that the settings name: the one way for server and command line.
 * @throws Error with the remedy when the city, the database or the keys are not there.
 */
export async function openCity(
  config: Config,
  note: { info(detail: object, message: string): void },
): Promise<OpenCity> {
  const definition = definitionOf(config)
  const ring = openKeyRing(config.keysFile, { make: config.demo, now: systemClock.now() })
  const { adminUrl, runtimeUrl, stop } = await addressesOf(config, note)
  const city = cityOf(config)
  const app = await openApp({ registry: programRegistry(), city, adminUrl, runtimeUrl, ring }).catch(
    async (fault: unknown) => {
      await stop()
      throw wordFault(fault, config)
    },
  )
  if ((await begunAsDemo(app)) === !config.demo) {
    await app.close()
    await stop()
    throw new Error(OTHER_KIND)
  }
  return {
    app,
    definition,
    adminUrl,
    seed: async (progress) => {
      const makeSignIns = await definition.seed(app, { demo: config.demo, progress })
      await seedYears(app, definition.zone)
      return makeSignIns
    },
    close: async () => {
      await app.close()
      await stop()
    },
  }
}

/** What the program knows of the city that the settings name. */
export function cityOf(config: Config): City {
  const { slug, name, zone } = definitionOf(config)
  return { slug, name, zone, demo: config.demo }
}

/** This year and the next, because a term may reach into it. */
async function seedYears(app: App, zone: string): Promise<void> {
  const year = yearOf(businessDay(systemClock.now(), zone))
  for (const each of [year, year + 1]) {
    await app.caller(seedActor).do(seedHolidays, { year: each }, { key: `holidays.${each}` })
  }
}

function definitionOf(config: Config): CityDefinition {
  const definition = cities.find((city) => city.slug === config.city)
  if (definition) return definition
  const known = cities.map((city) => city.slug).join(' atau ')
  throw new Error(`DAHA_CITY=${config.city} tidak dikenal; pilih ${known}. (Unknown city.)`)
}

const OTHER_KIND =
  'Basis data ini dimulai sebagai demo dan tidak dapat menjadi kota sungguhan, atau sebaliknya. Pakai basis data lain. ' +
  '(A demo database can never become a production one, nor the reverse. Use another database.)'

const NO_WAY = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
/** PostgreSQL's own: no such role or password, no such database, not enough rights. */
const NOT_LET_IN = new Set(['28000', '28P01', '3D000', '42501'])

/** What is wrong with the database that the settings name, without its secret; any other fault as it is. */
function wordFault(fault: unknown, { databaseAdminUrl }: Config): unknown {
  if (databaseAdminUrl === undefined || !(fault instanceof Error)) return fault
  const { host } = new URL(databaseAdminUrl)
  const code = 'code' in fault ? String(fault.code) : ''
  const refusal = toRefusal(fault, {})
  if (NO_WAY.has(code) || (refusal instanceof Refusal && refusal.code === 'database.unreachable')) {
    return new Error(
      `Basis data di ${host} tidak menjawab (${code}). Periksa DATABASE_URL dan DATABASE_ADMIN_URL, dan apakah PostgreSQL berjalan. ` +
        `(The database at ${host} does not answer. Check both settings, and whether PostgreSQL is running.)`,
      { cause: fault },
    )
  }
  if (!NOT_LET_IN.has(code)) return fault
  return new Error(
    `Basis data di ${host} menolak: ${fault.message}. Periksa peran, kata sandi dan nama basis data pada DATABASE_URL dan DATABASE_ADMIN_URL. ` +
      `(The database refuses us. Check role, password and database name in both settings.)`,
    { cause: fault },
  )
}

export async function addressesOf(
  config: Config,
  note: { info(detail: object, message: string): void },
): Promise<Addresses> {
  const { databaseUrl, databaseAdminUrl } = config
  if (databaseUrl && databaseAdminUrl) {
    return { runtimeUrl: databaseUrl, adminUrl: databaseAdminUrl, stop: async () => undefined }
  }
  const embedded = await superviseEmbedded(join(config.dataDir, 'postgres'), note)
  const adminUrl = embedded.url('daha')
  await makeDatabase(embedded.url('postgres'), 'daha')
  const password = runtimePassword(config.dataDir)
  await makeRuntimeRole(adminUrl, RUNTIME_ROLE, password)
  const runtime = new URL(adminUrl)
  runtime.username = RUNTIME_ROLE
  runtime.password = password
  return { adminUrl, runtimeUrl: runtime.href, stop: embedded.stop }
}

const WATCH_MS = 250

/**
 * The embedded PostgreSQL, started again on the same port when it dies under us, so that the pool finds it where it
 * was. What was committed is there again after its own recovery.
 */
async function superviseEmbedded(dataDir: string, note: { info(detail: object, message: string): void }) {
  const start = (port?: number) =>
    startPostgres({
      dataDir,
      purpose: 'city',
      log: note,
      ...(port === undefined ? {} : { choosePort: async () => port }),
    })
  let server = await start()
  let restart: Promise<void> | undefined
  const watch = setInterval(() => {
    if (restart || isAlive(server.pid)) return
    note.info({ pid: server.pid }, 'PostgreSQL is gone; starting it again')
    restart = start(server.port)
      .then((next) => {
        server = next
      })
      .catch((fault: unknown) => note.info({ err: fault }, 'PostgreSQL did not start; trying again'))
      .finally(() => {
        restart = undefined
      })
  }, WATCH_MS)
  watch.unref()
  return {
    url: (database: string) => server.url(database),
    stop: async () => {
      clearInterval(watch)
      await restart
      return server.stop({ ifIdle: true })
    },
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['daha.database'])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** Kept, because two processes that share the embedded database must agree on it; so the first one's counts. */
function runtimePassword(dataDir: string): string {
  const file = join(dataDir, 'runtime-password')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const draft = `${file}.${process.pid}.new`
    writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600, flush: true })
    try {
      linkSync(draft, file)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(file, 'utf8')
}

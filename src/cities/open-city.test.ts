import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPlace } from '../capabilities/places/index.ts'
import { readConfig } from '../kernel/config/index.ts'
import { openCity } from './open-city.ts'
import type { OpenCity } from './open-city.ts'

const folder = mkdtempSync(join(tmpdir(), 'daha open '))
chmodSync(folder, 0o755)
const quiet = { info: () => undefined }
const demo = { DAHA_DATA: folder, DAHA_CITY: 'contoh' }
const keys = join(folder, 'keys.json')
const open = (env: Record<string, string>) => openCity(readConfig(env), quiet)

let city: OpenCity
let other: OpenCity
beforeAll(async () => {
  // At once, as a server and a command line that begin on an empty folder: one database, one role, one key ring.
  ;[city, other] = await Promise.all([open(demo), open(demo)])
}, 60_000)
afterAll(async () => {
  await other.close()
  await city.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The same database, as a city in production has it. */
const real = (slug: string) => ({
  DAHA_CITY: slug,
  DATABASE_URL: city.app.runtimeUrl,
  DATABASE_ADMIN_URL: city.adminUrl,
  DAHA_KEYS: keys,
  PUBLIC_URL: 'https://daha.example',
})

test('the invented city opens, and what it begins with is there once, however often it is loaded', async () => {
  await city.seed(() => undefined)
  await other.seed(() => undefined)
  const guest = other.app.caller({ kind: 'guest' })
  expect((await guest.ask(findPlace, { text: 'muara' })).map(({ name }) => name)).toEqual(['Muara'])
  const { rows } = await city.app.pool.pg.query(`select 1 from audit_entry where operation = 'place.seed'`)
  expect(rows).toHaveLength(1)
})

test('what opens the database is readable by its owner alone', () => {
  for (const file of ['runtime-password', 'keys.json']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(folder, 'runtime-password'), 'utf8')).toMatch(/^[0-9a-f]{48}$/)
})

test('a demo does not open as a city for real, nor the reverse', async () => {
  await expect(open(real('contoh'))).rejects.toThrow('A demo database can never become a production one')
  const kediri = await open(real('kediri'))
  const ways = await kediri.seed(() => undefined)
  expect(await ways()).toEqual([])
  await kediri.close()
  await expect(open({ ...demo, DAHA_CITY: 'kediri' })).rejects.toThrow('nor the reverse')
})

test('a database that is not there is named without its secret, with what to do', async () => {
  const nowhere = (role: string) => `postgres://${role}:canary-word@127.0.0.1:1/daha`
  const env = { ...real('contoh'), DATABASE_URL: nowhere('one'), DATABASE_ADMIN_URL: nowhere('two') }
  const fault = await open(env).catch((error: unknown) => String(error))
  expect(fault).toContain('127.0.0.1:1 tidak menjawab')
  expect(fault).not.toContain('canary-word')
  const wrong = new URL(city.adminUrl)
  wrong.password = 'canary-word'
  const refused = await open({ ...real('contoh'), DATABASE_ADMIN_URL: wrong.href }).catch((error: unknown) =>
    String(error),
  )
  expect(refused).toContain('menolak')
  expect(refused).not.toContain('canary-word')
})

test('keys that are lost, and a city that nobody knows, are said', async () => {
  await expect(open({ ...real('contoh'), DAHA_KEYS: join(folder, 'none.json') })).rejects.toThrow('DAHA_KEYS')
  await expect(open({ ...demo, DAHA_CITY: 'antah' })).rejects.toThrow('kediri atau contoh')
  renameSync(keys, `${keys}.lost`)
  await expect(open(demo)).rejects.toThrow('Kembalikan berkas kunci (DAHA_KEYS)')
  renameSync(`${keys}.lost`, keys)
})

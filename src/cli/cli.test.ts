import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCity } from '../cities/open-city.ts'
import type { OpenCity } from '../cities/open-city.ts'
import { readConfig } from '../kernel/config/index.ts'
import { createAdmin } from '../kernel/sign-in/index.ts'

// The invented city, kept open so that each command joins its database instead of starting one.
const folder = mkdtempSync(join(tmpdir(), 'daha cli '))
chmodSync(folder, 0o755)
const env = { ...process.env, DAHA_DATA: folder, DAHA_CITY: 'contoh', LANG: 'C' }
let city: OpenCity

beforeAll(async () => {
  city = await openCity(readConfig({ DAHA_DATA: folder, DAHA_CITY: 'contoh' }), { info: () => undefined })
  await city.seed(() => undefined)
  const system = city.app.caller({ kind: 'system', job: 'test' })
  await system.do(createAdmin, { userName: 'kepala', displayName: 'Kepala Uji', password: 'lima-puluh-kilo' })
}, 60_000)
afterAll(async () => {
  await city.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

const daha = (...given: string[]): Promise<Ended> => dahaWith({}, ...given)

async function dahaWith(more: Record<string, string>, ...given: string[]): Promise<Ended> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['src/cli/main.ts', ...given], {
      env: { ...env, ...more },
      timeout: 30_000,
    })
    return { code: 0, out: stdout, err: stderr }
  } catch (fault) {
    const { code, stdout, stderr } = fault as { code: number; stdout: string; stderr: string }
    return { code, out: stdout, err: stderr }
  }
}

test('asks and does, as the user who is named', async () => {
  const asked = await daha('ask', 'place.find', '--json', '{"text":"tepisoengai"}')
  expect([asked.code, (JSON.parse(asked.out) as { name: string }[])[0]?.name]).toEqual([0, 'Tepi Sungai'])
  const parentId = (JSON.parse(asked.out) as { placeId: string }[])[0]?.placeId
  const input = JSON.stringify({ kind: 'rw', name: 'RW 09', parentId, validFrom: '2026-01-01' })
  const done = await daha('do', 'place.add', '--json', input, '--as', 'kepala')
  expect([done.code, done.err]).toEqual([0, ''])
  const { rows } = await city.app.pool.pg.query<{ body: string }>(
    `select body from audit_entry where operation = 'place.add' order by seq desc limit 1`,
  )
  expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({
    actor: expect.stringMatching(/^shell:[0-9a-f-]{36}$/) as unknown,
    osUser: userInfo().username,
  })
}, 60_000)

test('a refusal exits 2 and says code and message; wrong JSON and unknown names likewise', async () => {
  const [refused, wrong, unknown, nobody] = await Promise.all([
    daha('ask', 'user.list', '--bahasa', 'en'),
    daha('ask', 'user.list', '--json', '{'),
    daha('do', 'test.nothing'),
    daha('ask', 'user.list', '--as', 'hantu'),
  ])
  expect([refused.code, wrong.code, unknown.code, nobody.code]).toEqual([2, 2, 2, 2])
  expect(JSON.parse(refused.err)).toMatchObject({ code: 'access.sign_in', message: 'Sign in first to go on.' })
  expect(JSON.parse(wrong.err)).toMatchObject({ code: 'input.not_json' })
  expect(JSON.parse(unknown.err)).toMatchObject({ code: 'operation.unknown' })
  expect(JSON.parse(nobody.err)).toMatchObject({ code: 'cli.user_unknown' })
  expect([refused.out, wrong.out, unknown.out, nobody.out]).toEqual(['', '', '', ''])
}, 60_000)

test('verify passes, and after a change by hand names table and row with exit 1', async () => {
  const sealed = await daha('seal', '--bahasa', 'en')
  expect([sealed.code, sealed.out]).toEqual([0, expect.stringContaining('entries sealed')])
  const passed = await daha('verify')
  expect([passed.code, passed.out]).toEqual([0, expect.stringContaining('Semua cocok')])
  const console = new pg.Client({ connectionString: city.adminUrl })
  await console.connect()
  const { rows } = await console.query<{ id: string }>(
    `update contoh.place set name = 'Bukit Palsu' where name = 'Bukit' returning id`,
  )
  await console.end()
  const failed = await daha('verify', '--bahasa', 'en')
  expect(failed.code).toBe(1)
  expect(failed.out).toContain('place')
  expect(failed.out).toContain(rows[0]?.id)
}, 60_000)

test('lists and describes what there is, and says of a file that there is none', async () => {
  const [list, described, none] = await Promise.all([
    daha('list'),
    daha('describe', 'place.find'),
    daha('get', 'receipt.constructor', '-o', join(folder, 'none')),
  ])
  expect([none.code, (JSON.parse(none.err) as { code: string }).code]).toEqual([2, 'operation.unknown'])
  expect(list.out).toMatch(/^ask +place\.find /m)
  expect(list.out).not.toContain('place.seed')
  expect(JSON.parse(described.out)).toMatchObject({ name: 'place.find', input: { type: 'object' } })
}, 60_000)

test('makes the key file of a new city once, and never another in its place', async () => {
  const DAHA_KEYS = join(folder, 'new', 'keys.json')
  const made = await dahaWith({ DAHA_KEYS }, 'keys', 'create')
  expect([made.code, made.err]).toEqual([0, ''])
  const ring = readFileSync(DAHA_KEYS, 'utf8')
  const again = await dahaWith({ DAHA_KEYS }, 'keys', 'create')
  expect([again.code, (JSON.parse(again.err) as { code: string }).code]).toEqual([2, 'cli.keys_there'])
  expect([statSync(DAHA_KEYS).mode & 0o777, readFileSync(DAHA_KEYS, 'utf8')]).toEqual([0o600, ring])
}, 60_000)

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import { sealEntries, verify } from '../audit/index.ts'
import { addCanary, CANARY_NAME, canaryManifest, eraseCanary, feedCanary } from '../audit/testing.ts'
import { newId } from '../id/index.ts'
import { erasureList, recordErasures } from './index.ts'

const city = await openTestCity({ manifests: [canaryManifest] })
const { app, system, superuser, clock } = city
const listFile = join(city.folder, 'erasures.jsonl')

let person = ''
let name = ''
let id = ''
const input = () => ({ personId: person, fullName: name, grams: 5 })
beforeEach(async () => {
  person = newId(clock)
  name = `${CANARY_NAME} ${person}`
  id = (await system.do(addCanary, input(), { key: person })).id
  await sealEntries(app)
})

/** Every text of every row of the city. */
async function everything(): Promise<string> {
  const texts: string[] = []
  for (const table of Object.keys(app.registry.classes)) {
    const { rows } = await superuser.query<{ row: string }>(`select (t.*)::text as row from ${table} t`)
    texts.push(...rows.map(({ row }) => row))
  }
  return texts.join('\n')
}

it('keeps a personal value out of the entry from the first moment', async () => {
  const { rows } = await superuser.query<{ all: string }>('select string_agg(body, chr(10)) as all from audit_entry')
  expect(rows[0]?.all).not.toContain(name)
  expect(await everything()).toContain(name)
})

it('overwrites the live columns, destroys the key, keeps the amounts and every proof', async () => {
  const account = await city.userWith({ roles: ['auditor'], personId: person })
  await system.do(eraseCanary, { personId: person })
  expect(await everything()).not.toContain(name)
  const canary = await superuser.query('select full_name, grams from canary where id = $1', [id])
  expect(canary.rows).toEqual([{ full_name: 'dihapus', grams: '5' }])
  const keys = await superuser.query('select 1 from subject_key where id = any($1)', [[person, account.userId]])
  expect(keys.rows).toEqual([])
  const { rows } = await superuser.query('select user_name, status from user_account where id = $1', [account.userId])
  expect(rows).toEqual([{ user_name: `dihapus-${account.userId}`, status: 'closed' }])
  expect((await verify(app)).findings).toEqual([])
})

it('proves the rows of the erased person by the entry of the erasure, and still sees a change by hand', async () => {
  await system.do(eraseCanary, { personId: person })
  await superuser.query(`update canary set full_name = 'lain' where id = $1`, [id])
  expect((await verify(app)).findings).toEqual([{ table: 'canary', id, what: 'changed' }])
  await superuser.query(`update canary set full_name = 'dihapus' where id = $1`, [id])
  await system.do(feedCanary, { id, grams: 6 })
  expect((await verify(app)).findings).toEqual([])
})

it('gives no personal value when an old key is sent again', async () => {
  const before = await system.do(addCanary, input(), { key: person })
  expect(before).toEqual({ id, ...input() })
  await system.do(eraseCanary, { personId: person })
  expect(await system.do(addCanary, input(), { key: person })).toEqual({ id, personId: person, grams: 5 })
})

it('writes nothing personal about an erased person who is written about again, and makes no new key', async () => {
  await system.do(eraseCanary, { personId: person })
  await system.do(addCanary, input())
  const bodies = await superuser.query<{ body: string }>('select body from audit_entry where subject_id = $1', [person])
  expect(bodies.rows.map(({ body }) => body).join()).not.toContain(name)
  expect((await superuser.query('select 1 from subject_key where id = $1', [person])).rows).toEqual([])
  expect((await verify(app)).findings).toEqual([])
})

it('is the same when asked twice, and keeps nothing when only tried', async () => {
  await system.do(eraseCanary, { personId: person }, { check: true })
  expect(
    erasureList(app)
      .read()
      .map((line) => line.personId),
  ).not.toContain(person)
  expect(await everything()).toContain(name)
  await system.do(eraseCanary, { personId: person })
  await system.do(eraseCanary, { personId: person })
  const listed = erasureList(app)
    .read()
    .filter((line) => line.personId === person)
  expect(listed).toEqual([{ city: app.city.slug, personId: person, erasedAt: clock.now() }])
})

it('waits for whoever is writing about the person, so that no row is left with a destroyed key', async () => {
  await Promise.all([
    ...Array.from({ length: 2 }, () => system.do(feedCanary, { id, grams: 7 })),
    system.do(eraseCanary, { personId: person }),
    ...Array.from({ length: 2 }, () => system.do(feedCanary, { id, grams: 8 })),
  ])
  expect((await verify(app)).findings).toEqual([])
})

it('mends the list after a crash between commit and list, and verify names who came back', async () => {
  await system.do(eraseCanary, { personId: person })
  const whole = readFileSync(listFile, 'utf8')
  writeFileSync(listFile, whole.slice(0, -30))
  await recordErasures(app)
  expect(
    erasureList(app)
      .read()
      .map((line) => line.personId),
  ).toContain(person)
  expect((await verify(app)).findings).toEqual([])
  await superuser.query('delete from erasure where person_id = $1', [person])
  expect((await verify(app)).findings).toEqual([{ table: 'erasure', id: person, what: 'missing' }])
})

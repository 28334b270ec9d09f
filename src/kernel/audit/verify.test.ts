import { beforeEach, describe, expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import { newId } from '../id/index.ts'
import { sealEntries } from './seal.ts'
import { addCanary, canaryManifest, feedCanary, freeCanary } from './testing.ts'
import { verify } from './verify.ts'

const city = await openTestCity({ manifests: [canaryManifest] })
const { app, system, superuser } = city

const findings = async () => (await verify(app)).findings
const canary = async (grams = 500) => system.do(addCanary, { personId: newId(app.clock), fullName: 'Kenari', grams })

/** Changes by hand, looks, and puts everything back. */
async function afterHand(...statements: string[]) {
  const kept = ['audit_entry', 'audit_seal', 'canary', 'canary_mark', 'subject_key']
  for (const table of kept) await superuser.query(`create temp table kept_${table} as select * from ${table}`)
  try {
    for (const statement of statements) await superuser.query(statement)
    return await findings()
  } finally {
    await superuser.query('alter table canary_mark drop constraint canary_mark_canary_id_fkey')
    for (const table of kept) {
      await superuser.query(`delete from ${table}`)
      await superuser.query(`insert into ${table} overriding system value select * from kept_${table}`)
      await superuser.query(`drop table kept_${table}`)
    }
    await superuser.query('alter table canary_mark add foreign key (canary_id) references canary (id)')
  }
}

describe('what nobody touched', () => {
  it('passes, before and after sealing, and counts what it saw', async () => {
    const { id } = await canary()
    await system.do(feedCanary, { id, grams: 700 })
    await system.do(freeCanary, { id })
    const before = await verify(app)
    expect(before.findings).toEqual([])
    expect(before.checked).toMatchObject({ seals: 0, unsealed: before.checked.entries })
    expect(before.checked.rows).toBeGreaterThan(0)
    await sealEntries(app)
    const after = await verify(app)
    expect(after.findings).toEqual([])
    expect(after.checked).toMatchObject({ seals: 1, unsealed: 0, entries: before.checked.entries })
  })

  it('passes while operations run', async () => {
    const { id } = await canary()
    const work = Promise.all(Array.from({ length: 30 }, (_, index) => system.do(feedCanary, { id, grams: index + 1 })))
    expect(await findings()).toEqual([])
    await work
    expect(await findings()).toEqual([])
  })
})

describe('a row changed by hand', () => {
  let id = ''
  beforeEach(async () => {
    id = (await canary()).id
    await sealEntries(app)
  })

  it('names each changed column, of a personal row and of a row with two keys', async () => {
    for (const change of ['grams = grams + 1', `full_name = 'x'`, `note = 'x'`, 'person_id = id']) {
      const found = await afterHand(`update canary set ${change} where id = '${id}'`)
      expect([change, found]).toEqual([change, [{ table: 'canary', id, what: 'changed' }]])
    }
    expect(await afterHand(`update canary_mark set word = 'dua' where canary_id = '${id}'`)).toEqual([
      { table: 'canary_mark', id: `${id}/1`, what: 'changed' },
    ])
  })

  it('names deleted rows', async () => {
    const mark = `delete from canary_mark where canary_id = '${id}'`
    expect(await afterHand(mark)).toEqual([{ table: 'canary_mark', id: `${id}/1`, what: 'missing' }])
    expect(await afterHand(mark, `delete from canary where id = '${id}'`)).toEqual([
      { table: 'canary', id, what: 'missing' },
      { table: 'canary_mark', id: `${id}/1`, what: 'missing' },
    ])
  })

  it('names inserted rows, also one that an operation had removed', async () => {
    const other = newId(app.clock)
    expect(await afterHand(`insert into canary values ('${other}', '${other}', 'x', 1, null)`)).toEqual([
      { table: 'canary', id: other, what: 'inserted' },
    ])
    await system.do(freeCanary, { id })
    expect(await afterHand(`insert into canary_mark values ('${id}', 1, 'satu')`)).toEqual([
      { table: 'canary_mark', id: `${id}/1`, what: 'inserted' },
    ])
  })

  it('names a moved primary key as one missing and one inserted row', async () => {
    const other = newId(app.clock)
    await system.do(freeCanary, { id })
    expect(await afterHand(`update canary set id = '${other}' where id = '${id}'`)).toEqual([
      { table: 'canary', id: other, what: 'inserted' },
      { table: 'canary', id, what: 'missing' },
    ])
  })

  it('names a destroyed subject key and the rows which it proved', async () => {
    const { rows } = await superuser.query<{ person: string }>('select person_id as person from canary where id = $1', [
      id,
    ])
    const person = rows[0]?.person ?? ''
    expect(await afterHand(`delete from subject_key where id = '${person}'`)).toEqual([
      { table: 'subject_key', id: person, what: 'missing' },
      { table: 'canary', id, what: 'changed' },
    ])
  })

  it('tells what a derived check of a part finds', async () => {
    const { id: fat } = await canary(1_000_001)
    expect(await findings()).toEqual([{ table: 'canary', id: fat, what: 'not_derived' }])
    await system.do(feedCanary, { id: fat, grams: 1 })
  })
})

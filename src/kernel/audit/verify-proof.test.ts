import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import { newId } from '../id/index.ts'
import { sealEntries } from './seal.ts'
import { addCanary, canaryManifest, feedCanary } from './testing.ts'
import { verify } from './verify.ts'

// Changes made to the proof itself: entries, seals, migrations, the schema. Each is made by hand, found, and undone.

const city = await openTestCity({ manifests: [canaryManifest] })
const { app, system, superuser } = city
const heads = join(city.folder, 'seal-heads.jsonl')

const findings = async () => (await verify(app)).findings
const one = async <T>(sql: string) => (await superuser.query<{ v: T }>(sql)).rows[0]?.v as T

let entry = ''
let seal = ''
beforeEach(async () => {
  const { id } = await system.do(addCanary, { personId: newId(app.clock), fullName: 'Kenari', grams: 5 })
  await system.do(feedCanary, { id, grams: 6 })
  // An entry that wrote nothing proves nothing but itself.
  await system.do(feedCanary, { id: newId(app.clock), grams: 6 })
  await sealEntries(app)
  entry = await one(`select id as v from audit_entry order by seq desc limit 1`)
  seal = await one(`select max(id)::text as v from audit_seal`)
})

async function undone(table: string, sql: string) {
  await superuser.query(`create temp table kept as select * from ${table}`)
  try {
    await superuser.query(sql)
    return await findings()
  } finally {
    await superuser.query(`delete from ${table}`)
    await superuser.query(`insert into ${table} overriding system value select * from kept`)
    await superuser.query('drop table kept')
  }
}

describe('entries', () => {
  const columns = {
    operation: `'other.act'`,
    actor: `'system:other'`,
    key: `'k'`,
    input_hash: `'\\x00'`,
    place_id: 'id',
    subject_id: 'id',
    recorded_at: `recorded_at + interval '1 millisecond'`,
    business_day: 'business_day + 1',
    body: `replace(body, '"grams":6', '"grams":7')`,
    hash: `sha256('x')`,
    mac: `'\\x00'`,
    mac_key: `'nokey'`,
    id: `'01990000-0000-7000-8000-000000000000'`,
  }

  it.each(Object.entries(columns))('names a sealed entry whose %s was changed', async (column, value) => {
    expect(await undone('audit_entry', `update audit_entry set ${column} = ${value} where id = '${entry}'`)).toEqual([
      { table: 'audit_entry', id: entry, what: 'changed' },
    ])
  })

  it.each(Object.entries(columns))('names an entry not yet sealed whose %s was changed', async (column, value) => {
    await system.do(feedCanary, { id: newId(app.clock), grams: 6 })
    const fresh = await one<string>('select id as v from audit_entry order by seq desc limit 1')
    const change = `update audit_entry set ${column} = ${value} where id = '${fresh}'`
    expect(await undone('audit_entry', change)).toEqual([{ table: 'audit_entry', id: fresh, what: 'changed' }])
  })

  it('names a sealed entry that was moved to another number', async () => {
    await superuser.query('alter table audit_entry alter seq drop identity')
    try {
      const change = `update audit_entry set seq = 900000 where id = '${entry}'`
      expect(await undone('audit_entry', change)).toEqual([{ table: 'audit_entry', id: entry, what: 'changed' }])
    } finally {
      await superuser.query('alter table audit_entry alter seq add generated always as identity')
      await superuser.query(
        `select setval(pg_get_serial_sequence('audit_entry', 'seq'), (select max(seq) from audit_entry))`,
      )
    }
  })

  it('names a deleted one, and no row that others wrote', async () => {
    expect(await undone('audit_entry', `delete from audit_entry where id = '${entry}'`)).toEqual([
      { table: 'audit_entry', id: entry, what: 'missing' },
    ])
  })

  it('names an inserted one, after the last seal and inside an old one', async () => {
    const columnsOf =
      'operation, actor, key, input_hash, place_id, subject_id, recorded_at, business_day, body, hash, mac, mac_key'
    const forged = newId(app.clock)
    const select = (mac: string) =>
      `'${forged}', ${columnsOf.replace('mac, mac_key', `${mac}, mac_key`)} from audit_entry where id = '${entry}'`
    const after = `insert into audit_entry (id, ${columnsOf}) select ${select(`'\\x00'`)}`
    expect(await undone('audit_entry', after)).toEqual([{ table: 'audit_entry', id: forged, what: 'inserted' }])

    await app.caller({ kind: 'system', job: 'test' }).do(feedCanary, { id: forged, grams: 1 }, { check: true })
    await system.do(feedCanary, { id: forged, grams: 1 })
    await sealEntries(app)
    const gap = (await one<number>('select max(seq)::int as v from audit_entry')) - 1
    const inside = `insert into audit_entry (seq, id, ${columnsOf}) overriding system value select ${gap}, ${select(`'\\x00'`)}`
    expect(await undone('audit_entry', inside)).toEqual([{ table: 'audit_entry', id: forged, what: 'inserted' }])
  })
})

describe('seals', () => {
  it.each(
    Object.entries({
      from_seq: 'from_seq + 1',
      to_seq: 'to_seq + 1',
      leaves: `leaves || 'x'`,
      root: `'\\x00'`,
      previous: `'\\x00'`,
      mac: `'\\x00'`,
      mac_key: `'nokey'`,
      sealed_at: `sealed_at + interval '1 hour'`,
    }),
  )('names one whose %s was changed', async (column, value) => {
    expect(await undone('audit_seal', `update audit_seal set ${column} = ${value} where id = ${seal}`)).toEqual([
      { table: 'audit_seal', id: seal, what: 'changed' },
    ])
  })

  it('names a deleted one, in the middle and at the end', async () => {
    expect(await undone('audit_seal', `delete from audit_seal where id = ${seal}`)).toEqual([
      { table: 'audit_seal', id: seal, what: 'missing' },
    ])
    const middle = String(Number(seal) - 1)
    expect(await undone('audit_seal', `delete from audit_seal where id = ${middle}`)).toEqual([
      { table: 'audit_seal', id: middle, what: 'missing' },
    ])
  })

  it('finds the last seal deleted together with its entries, and does not seal over it', async () => {
    await superuser.query('create temp table entries as select * from audit_entry')
    const from = await one<string>(`select from_seq::text as v from audit_seal where id = ${seal}`)
    try {
      await superuser.query(`delete from audit_entry where seq >= ${from}`)
      const found = await undone('audit_seal', `delete from audit_seal where id = ${seal}`)
      expect(found).toContainEqual({ table: 'audit_seal', id: seal, what: 'missing' })
      await superuser.query('create temp table seals as select * from audit_seal')
      await superuser.query(`delete from audit_seal where id = ${seal}`)
      await expect(sealEntries(app)).rejects.toThrow(`Segel ${seal}`)
      await superuser.query('delete from audit_seal')
      await superuser.query('insert into audit_seal select * from seals')
    } finally {
      await superuser.query('delete from audit_entry')
      await superuser.query('insert into audit_entry overriding system value select * from entries')
    }
    expect(await findings()).toEqual([])
  })

  it('names an inserted one', async () => {
    const forged = `insert into audit_seal select id + 1, to_seq + 1, to_seq + 2, leaves, root, previous, mac, mac_key, sealed_at
      from audit_seal where id = ${seal}`
    expect(await undone('audit_seal', forged)).toEqual([
      { table: 'audit_seal', id: String(Number(seal) + 1), what: 'inserted' },
    ])
  })

  it('tells the witness later what a crash kept from it', async () => {
    const lines = readFileSync(heads, 'utf8').trimEnd().split('\n')
    writeFileSync(heads, `${lines.slice(0, -1).join('\n')}\n{"city":"con`)
    expect(await findings()).toEqual([])
    await sealEntries(app)
    expect(readFileSync(heads, 'utf8').trimEnd().split('\n').at(-1)).toBe(lines.at(-1))
  })
})

describe('schema and migrations', () => {
  it('names an unknown table, a missing one and a trigger', async () => {
    await superuser.query('create table extra (id int)')
    await superuser.query('alter table canary_mark rename to canary_gone')
    await superuser.query(`create function idle() returns trigger language plpgsql as 'begin return new; end'`)
    await superuser.query('create trigger sly before update on canary for each row execute function idle()')
    expect(await findings()).toEqual([
      { table: 'canary_gone', id: '*', what: 'inserted', detail: 'table' },
      { table: 'extra', id: '*', what: 'inserted', detail: 'table' },
      { table: 'canary_mark', id: '*', what: 'missing', detail: 'table' },
      { table: 'canary', id: 'sly', what: 'inserted', detail: 'trigger' },
    ])
    await superuser.query('drop trigger sly on canary; drop function idle(); drop table extra')
    await superuser.query('alter table canary_gone rename to canary_mark')
    expect(await findings()).toEqual([])
  })

  it('names a migration that was changed, deleted or inserted', async () => {
    const id = 'canary/0001-canaries'
    const cases = [
      [`update migration set checksum = 'x' where id = '${id}'`, id, 'changed'],
      [`delete from migration where id = '${id}'`, id, 'missing'],
      [`insert into migration values ('a/0009-b', 'x')`, 'a/0009-b', 'inserted'],
    ]
    for (const [sql = '', named, what] of cases) {
      expect(await undone('migration', sql)).toEqual([{ table: 'migration', id: named, what }])
    }
  })
})

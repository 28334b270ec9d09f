import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/database/index.ts'
import { makeRuntimeRole, migrate, openPool, requireModestRole, toRefusal, violates } from './index.ts'
import { instantText, inTransaction, Rollback, safeInteger } from './index.ts'
import type { Migration, MigrationSource } from './index.ts'
import { refuse } from '../refusal/index.ts'

const { adminUrl, runtimeUrl } = await testDatabase()
const schema = 'cities'
const runtimeRole = decodeURIComponent(new URL(runtimeUrl).username)
const admin = new pg.Client({ connectionString: adminUrl })
beforeAll(async () => admin.connect())
afterAll(async () => admin.end())

const kept = { holds: 'operational', retention: 'for the test', proof: 'rows' } as const
const first: Migration = { name: '0001-first', up: ['create table thing (id int primary key, n bigint)'] }
const source = (migrations: readonly Migration[], tables: MigrationSource['tables'] = { thing: kept }) => [
  { name: 'part', migrations, tables },
]
const run = (sources: readonly MigrationSource[], into = schema) =>
  migrate({ adminUrl, schema: into, runtimeRole, sources })

describe('migrations', () => {
  it('run once, in order, also when two processes start at once', async () => {
    const [one, two] = await Promise.all([run(source([first])), run(source([first]))])
    expect([...one, ...two]).toEqual(['part/0001-first'])
    expect(await run(source([first]))).toEqual([])
    const next = { name: '0002-next', up: ['alter table thing add column word text'] }
    expect(await run(source([first, next]))).toEqual(['part/0002-next'])
  })

  it('that were edited after they ran are refused', async () => {
    await run(source([first]), 'edited')
    const edited = { ...first, up: [...first.up, 'create table other (id int)'] }
    await expect(run(source([edited]), 'edited')).rejects.toThrow('Migration part/0001-first was edited')
  })

  it('that fail leave nothing, and say which it was', async () => {
    const bad = { name: '0002-bad', up: ['create table half (id int)', 'select nonsense'] }
    await expect(run(source([first, bad]), 'failing')).rejects.toThrow('Migration part/0002-bad failed')
    const { rows } = await admin.query(
      `select to_regclass('failing.half') as half, to_regclass('failing.thing')::text as thing`,
    )
    expect(rows).toEqual([{ half: null, thing: 'failing.thing' }])
  })

  it('that make a table without a class are refused', async () => {
    const more = { name: '0002-more', up: ['create table stray (id int)'] }
    await expect(run(source([first, more]), 'stray')).rejects.toThrow('Tables without a class: stray')
  })

  it('give the runtime role what the class allows, and nothing more', async () => {
    const log: Migration = { name: '0002-log', up: ['create table log (id int primary key)'] }
    await run(source([first, log], { thing: kept, log: { ...kept, appendOnly: true } }), 'rights')
    const pool = openPool({ url: runtimeUrl, schema: 'rights' })
    await pool.pg.query('insert into log values (1)')
    await pool.pg.query('insert into thing values (1); update thing set n = 2; delete from thing')
    const forbidden = [
      'update log set id = 2',
      'delete from log',
      'truncate thing',
      'drop table log',
      `insert into migration values ('a', 'b')`,
      'delete from migration',
    ]
    for (const sql of forbidden) await expect(pool.pg.query(sql)).rejects.toThrow(/permission denied|must be owner/)
    await pool.end()
  })
})

describe('the runtime role', () => {
  it('that owns nothing and may only insert where it must, passes', async () => {
    await expect(requireModestRole(runtimeUrl, 'rights', ['log'])).resolves.toBeUndefined()
  })

  it('that owns the tables, or may change what is append-only, is refused by name of the right', async () => {
    await expect(requireModestRole(adminUrl, 'rights', ['log'])).rejects.toThrow('owner of')
    await expect(requireModestRole(runtimeUrl, 'rights', ['thing'])).rejects.toThrow('may change thing')
  })

  it('that is a superuser is refused', async () => {
    const { rows } = await admin.query<{ super: boolean }>(
      'select rolsuper as super from pg_roles where rolname = current_user',
    )
    // The owner of the test databases is none, so the question is asked of the text of the rule alone.
    expect(rows).toEqual([{ super: false }])
    await expect(makeRuntimeRole(adminUrl, 'new_role', 'x')).rejects.toThrow('permission denied')
  })
})

describe('what is read', () => {
  const read = async (sql: string) => {
    const pool = openPool({ url: runtimeUrl, schema })
    try {
      const { rows } = await pool.pg.query<{ v: unknown }>(`select ${sql} as v`)
      return rows[0]?.v
    } finally {
      await pool.end()
    }
  }

  it.each([
    ['9007199254740991::bigint', 9_007_199_254_740_991],
    ['array[1, 2]::bigint[]', [1, 2]],
    ['array[]::bigint[]', []],
    [`'2026-10-10'::date`, '2026-10-10'],
    ['1.10::numeric', '1.10'],
    [`'2026-10-10 09:41:00+07'::timestamptz`, '2026-10-10T02:41:00.000Z'],
    [`'2026-10-10 02:41:00.123456Z'::timestamptz`, '2026-10-10T02:41:00.123456Z'],
    ['true', true],
    [`'{"a": 1}'::jsonb`, { a: 1 }],
    [`'\\x01ff'::bytea`, Buffer.from([1, 255])],
    ['null::bigint', null],
    [`current_setting('search_path')`, schema],
    [`current_setting('timezone')`, 'UTC'],
  ])('%s is exact', async (sql, value) => {
    expect(await read(sql)).toEqual(value)
  })

  it('of an integer that a number cannot hold is an error, not a near one', async () => {
    await expect(read('9007199254740993::bigint')).rejects.toThrow('Not a safe integer')
    expect(() => safeInteger('-9007199254740993')).toThrow(RangeError)
    expect(instantText('infinity')).toBe('infinity')
  })
})

describe('a transaction', () => {
  const pool = openPool({ url: runtimeUrl, schema, max: 2 })
  afterAll(async () => pool.end())
  const numbers = async () =>
    (await pool.pg.query<{ id: number }>('select id from thing order by id')).rows.map(({ id }) => id)

  it('keeps all or nothing, and nothing when only tried', async () => {
    await inTransaction(pool, async (client) => client.query('insert into thing values (1)'))
    const fails = inTransaction(pool, async (client) => {
      await client.query('insert into thing values (2)')
      throw new Error('no')
    })
    await expect(fails).rejects.toThrow('no')
    const tried = await inTransaction(pool, async (client) => {
      await client.query('insert into thing values (3)')
      return new Rollback('seen')
    })
    expect(tried).toBe('seen')
    expect(await numbers()).toEqual([1])
  })

  it('in which a fault was swallowed is no success', async () => {
    const work = inTransaction(pool, async (client) => {
      await client.query('insert into thing values (4)')
      await client.query('select 1/0').catch(() => undefined)
    })
    await expect(work).rejects.toThrow('swallowed')
    expect(await numbers()).toEqual([1])
  })

  it('whose connection the server ended gives a broken client away, and the pool goes on', async () => {
    const work = inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      await pool.pg.query('select pg_terminate_backend($1)', [rows[0]?.pid])
      await client.query('select 1')
    })
    const fault = await work.catch((thrown: unknown) => thrown)
    expect(toRefusal(fault, {})).toMatchObject({ name: 'Refusal', code: 'database.unreachable' })
    expect(await numbers()).toEqual([1])
  })

  it('words what the database says no to, and nothing that is a fault of ours', async () => {
    const fault = await pool.pg.query('insert into thing values (1)').catch((thrown: unknown) => thrown)
    expect(violates(fault, 'thing_pkey')).toBe(true)
    const worded = { thing_pkey: (detail: string) => refuse('thing.twice', { detail }, { kind: 'conflict' }) }
    expect(toRefusal(fault, worded)).toMatchObject({ kind: 'conflict', code: 'thing.twice' })
    expect(toRefusal(fault, {})).toBe(fault)
    const bug = new TypeError('x')
    expect(toRefusal(bug, worded)).toBe(bug)
    const slow = await pool.pg
      .query(`set statement_timeout = 20; select pg_sleep(1)`)
      .catch((thrown: unknown) => thrown)
    expect(toRefusal(slow, {})).toMatchObject({ kind: 'limit', code: 'database.too_slow' })
    const gone = openPool({ url: 'postgres://x:y@127.0.0.1:1/z', schema })
    const refused = await gone.pg.query('select 1').catch((thrown: unknown) => thrown)
    expect(toRefusal(refused, {})).toMatchObject({ code: 'database.unreachable' })
    await gone.end()
  })
})

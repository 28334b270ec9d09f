import { randomUUID } from 'node:crypto'
import { CamelCasePlugin } from 'kysely'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { systemOnly } from '../src/kernel/access/index.ts'
import { sealEntries, verify } from '../src/kernel/audit/index.ts'
import { operation } from '../src/kernel/operation/index.ts'
import { programRegistry } from '../src/cities/program.ts'
import { openTestCity } from './city.ts'

// Whatever table a part or room brings: a row of it that was changed, deleted or inserted by hand is named.
// An operation writes one row into each table, with a value for every column; then a hand on the database's console
// changes one column after another, in all tables at once, and verify must name exactly these rows.

type Row = Record<string, string | null>

const fabricate = operation<Record<string, Record<string, unknown>>>()({
  name: 'test.fabricate',
  about: 'Writes a row into any table.',
  input: z.strictObject({ table: z.string(), row: z.record(z.string(), z.string()) }),
  output: z.null(),
  allow: systemOnly(),
  async run({ write }, { table, row }) {
    await write.insert(table, row)
    return null
  },
})

class Names extends CamelCasePlugin {
  camel(name: string): string {
    return this.camelCase(name)
  }
}
const names = new Names()

const manifest = { name: 'fabricate', uses: [], operations: [fabricate] }
const { app, superuser, system } = await openTestCity({ manifests: [manifest] })
const { classes } = programRegistry()
const byProof = (proof: string) =>
  Object.entries(classes).flatMap(([table, known]) =>
    (typeof known.proof === 'string' ? known.proof : 'none') === proof ? [table] : [],
  )

interface Column {
  name: string
  type: string
  isGenerated: boolean
}

async function columnsOf(table: string): Promise<Column[]> {
  const { rows } = await superuser.query<Column>(
    `select column_name as name, udt_name as type,
       (column_default is not null or is_identity = 'YES' or is_generated = 'ALWAYS') as "isGenerated"
     from information_schema.columns where table_schema = $1 and table_name = $2 order by ordinal_position`,
    [app.city.slug, table],
  )
  return rows
}

/** What a value must be like is the rooms' business and tested there; here any row will do. */
async function dropRules(): Promise<void> {
  const { rows } = await superuser.query<{ sql: string }>(
    `select format('alter table %I drop constraint if exists %I cascade', c.relname, k.conname) as sql
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and k.contype in ('c', 'f', 'x') order by k.contype = 'f' desc`,
    [app.city.slug],
  )
  for (const { sql } of rows) await superuser.query(sql)
}

let drawn = 0
function valueFor(type: string): string {
  drawn += 1
  const number = String(1_000 + drawn)
  const values: Record<string, string> = {
    uuid: randomUUID(),
    text: `uji-${number}`,
    int2: number,
    int4: number,
    int8: number,
    float8: `${number}.5`,
    numeric: `${number}.25`,
    bool: drawn % 2 === 0 ? 'true' : 'false',
    date: `20${10 + (drawn % 80)}-0${1 + (drawn % 9)}-1${drawn % 10}`,
    timestamptz: `20${10 + (drawn % 80)}-01-02T03:04:05.${number.slice(-3)}Z`,
    time: `0${drawn % 10}:30:00`,
    bytea: `\\x${number.padStart(8, '0')}`,
    jsonb: `{"b": ${number}, "a": ["x"]}`,
    _text: `{uji-${number},lain}`,
    _uuid: `{${randomUUID()}}`,
    _date: `{2026-01-0${1 + (drawn % 9)}}`,
    _int4: `{${number}}`,
    _int8: `{${number}}`,
  }
  const value = values[type]
  if (value === undefined) throw new Error(`No example of type ${type}: add one`)
  return value
}

const rowFor = (columns: readonly Column[]): Row =>
  Object.fromEntries(columns.filter(({ isGenerated }) => !isGenerated).map(({ name, type }) => [name, valueFor(type)]))

const idOf = (table: string, row: Row) =>
  (classes[table]?.id ?? ['id'])
    .map((key) => row[Object.keys(row).find((column) => names.camel(column) === key) ?? ''] ?? '')
    .join('/')

interface Subject {
  table: string
  columns: Column[]
  row: Row
  id: string
}

/** The condition by which a hand finds the row. */
function where({ table, row }: Subject): string {
  const keys = classes[table]?.id ?? ['id']
  return Object.entries(row)
    .filter(([column]) => keys.includes(names.camel(column)))
    .map(([column, value]) => `${column} = '${value}'`)
    .join(' and ')
}

const seen = async () => (await verify(app)).findings.map(({ table, id, what }) => `${table} ${id} ${what}`)

await dropRules()
const subjects: Subject[] = []
for (const table of byProof('rows')) {
  // Made by the program itself, for the persons of the other rows.
  if (table === 'subject_key' || table === 'erasure') continue
  const columns = await columnsOf(table)
  const row = rowFor(columns)
  const camel = Object.fromEntries(Object.entries(row).map(([name, value]) => [names.camel(name), value ?? '']))
  await system.do(fabricate, { table: names.camel(table), row: camel })
  subjects.push({ table, columns, row, id: idOf(table, row) })
}
const key = (await superuser.query<Row>('select id, wrapped, made_at::text from subject_key limit 1')).rows[0] ?? {}
await sealEntries(app)
const clean = await seen()

describe('every table of the program', () => {
  it('is proved by entries, proves itself, or says why nothing depends on it', () => {
    expect(subjects.length).toBeGreaterThan(15)
    expect(byProof('own').toSorted()).toEqual(['audit_entry', 'audit_seal', 'migration'])
    expect(byProof('none').length).toBeLessThan(Object.keys(classes).length / 5)
    for (const table of byProof('none')) {
      const { proof } = classes[table] ?? {}
      expect([table, typeof proof === 'object' && proof.none.length > 10]).toEqual([table, true])
    }
  })

  it('has a check in its part where it, or a column of it, is kept from other rows', () => {
    for (const { name, tables, derived } of programRegistry().manifests) {
      const kept = Object.entries(tables ?? {}).filter(([, known]) => known.proof === 'derived' || known.derivedColumns)
      if (kept.length > 0) expect(derived, `${name}: ${kept.map(([table]) => table).join()}`).toBeDefined()
    }
  })

  it('stands as it was written', () => {
    expect(clean.filter((finding) => !finding.endsWith('not_derived'))).toEqual([])
  })
})

describe('by hand', () => {
  /** Runs, looks, undoes; gives what was found beyond the clean state. */
  async function found(work: (subject: Subject) => string | undefined): Promise<string[]> {
    const touched: string[] = []
    try {
      for (const subject of subjects) {
        const sql = work(subject)
        if (sql === undefined) continue
        await superuser.query(`create temp table "kept_${subject.table}" as select * from ${subject.table}`)
        touched.push(subject.table)
        await superuser.query(sql)
      }
      return (await seen()).filter((finding) => !clean.includes(finding)).toSorted()
    } finally {
      for (const table of touched) {
        await superuser.query(`delete from ${table}`)
        await superuser.query(`insert into ${table} overriding system value select * from "kept_${table}"`)
        await superuser.query(`drop table "kept_${table}"`)
      }
    }
  }

  it('names the row of every column that was changed', async () => {
    const widest = Math.max(...subjects.map(({ columns }) => columns.length))
    let changes = 0
    for (let at = 0; at < widest; at += 1) {
      const expected: string[] = []
      const findings = await found((subject) => {
        const { table, columns, id } = subject
        const column = columns[at]
        const known = classes[table]
        if (!column || (known?.id ?? ['id']).includes(names.camel(column.name))) return undefined
        const isKept = known?.derivedColumns?.includes(names.camel(column.name))
        expected.push(`${table} ${id} ${isKept ? 'not_derived' : 'changed'}`)
        const value = column.type === 'bool' ? `not coalesce(${column.name}, false)` : `'${valueFor(column.type)}'`
        return `update ${table} set ${column.name} = ${value} where ${where(subject)}`
      })
      expect(findings, `column ${at + 1}`).toEqual(expected.toSorted())
      changes += expected.length
    }
    expect(changes).toBeGreaterThan(100)
  }, 60_000)

  it('names every row that was deleted', async () => {
    const findings = await found((subject) => `delete from ${subject.table} where ${where(subject)}`)
    expect(findings.filter((finding) => !finding.endsWith('not_derived'))).toEqual(
      subjects.map(({ table, id }) => `${table} ${id} missing`).toSorted(),
    )
  })

  it('names every row that was inserted', async () => {
    const expected: string[] = []
    const findings = await found(({ table, columns }) => {
      const row = rowFor(columns)
      expected.push(`${table} ${idOf(table, row)} inserted`)
      const values = Object.values(row).map((value) => `'${value}'`)
      return `insert into ${table} (${Object.keys(row).join()}) values (${values.join()})`
    })
    expect(findings.filter((finding) => !finding.endsWith('not_derived'))).toEqual(expected.toSorted())
  })

  it('names what was done to a person’s key, and the rows which it proved', async () => {
    const id = key['id'] ?? ''
    await superuser.query(`update subject_key set made_at = made_at + interval '1 day' where id = $1`, [id])
    expect(await seen()).toContain(`subject_key ${id} changed`)
    await superuser.query('delete from subject_key where id = $1', [id])
    expect(await seen()).toContain(`subject_key ${id} missing`)
    await superuser.query('insert into subject_key (id, wrapped, made_at) values ($1, $2, $3)', [
      id,
      key['wrapped'],
      key['made_at'],
    ])
    expect(await seen()).toEqual(clean)
    const other = randomUUID()
    await superuser.query('insert into subject_key (id, wrapped, made_at) values ($1, $2, $3)', [
      other,
      key['wrapped'],
      key['made_at'],
    ])
    await superuser.query('insert into erasure (person_id, erased_at) values ($1, $2)', [other, key['made_at']])
    expect((await seen()).filter((finding) => !clean.includes(finding)).toSorted()).toEqual([
      `erasure ${other} inserted`,
      `subject_key ${other} inserted`,
    ])
  })
})

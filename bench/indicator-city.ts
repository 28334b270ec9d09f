import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { systemOnly } from '../src/kernel/access/index.ts'
import type { AccessTables } from '../src/kernel/access/index.ts'
import { openApp } from '../src/kernel/app/index.ts'
import { systemClock } from '../src/kernel/clock/index.ts'
import { makeRuntimeRole } from '../src/kernel/database/index.ts'
import { contribute } from '../src/kernel/indicator/index.ts'
import type { IndicatorDefinition } from '../src/kernel/indicator/index.ts'
import { openKeyRing } from '../src/kernel/keys/index.ts'
import { operation } from '../src/kernel/operation/index.ts'
import { startPostgres } from '../src/kernel/postgres/index.ts'
import { createRegistry } from '../src/kernel/registry/index.ts'
import type { Manifest } from '../src/kernel/registry/index.ts'
import { programRegistry } from '../src/cities/program.ts'

const ROLE = 'daha_app'
const SCHEMA = 'ukur'

interface BenchTables {
  benchLine: {
    id: string
    unitId: string
    material: string
    businessDay: string
    recordedAt: string
    timeliness: string
    quantity: number
    note: string
  }
}

/** A line as wide as a weighing, with a weighing's indexes. */
export const benchIndicator: IndicatorDefinition = {
  name: 'bench.weight',
  title: { id: 'Ukur', en: 'Bench' },
  definition: { id: 'Ukur', en: 'Bench' },
  measure: 'gram',
  source: {
    table: 'bench_line',
    columns: {
      id: 'id',
      place: 'unit_id',
      dimension: 'material',
      businessDay: 'business_day',
      recordedAt: 'recorded_at',
      timeliness: 'timeliness',
      amount: 'quantity',
    },
    person: { join: '', id: 'r.id', name: `''` },
  },
  dimension: {
    title: { id: 'Bahan', en: 'Material' },
    labels: `select 'm' || n as id, 'bahan ' || n as name_id, 'material ' || n as name_en from generate_series(1, 20) n`,
  },
  population: {
    title: { id: 'Unit', en: 'Units' },
    select: `select id as place_id, valid_from as opened_on, valid_to as closed_on from place where kind = 'unit'`,
  },
  publicPlaceKind: 'district',
  rungs: { guest: { columns: [] }, officer: { columns: [] }, own: { columns: [] } },
}

const Line = z.strictObject({
  unitId: z.string(),
  material: z.string(),
  businessDay: z.string(),
  timeliness: z.string(),
  quantity: z.int(),
})
export type BenchLine = z.output<typeof Line>

const record = operation<BenchTables>()({
  name: 'bench.record',
  about: 'Records lines.',
  input: z.strictObject({ lines: z.array(Line) }),
  output: z.int(),
  allow: systemOnly(),
  async run(context, { lines }) {
    const { newId, now: recordedAt } = context
    const rows = lines.map((line) => ({ ...line, id: newId(), recordedAt, note: 'late' }))
    await context.write.insertMany('benchLine', rows)
    const told = rows.map((row) => ({ ...row, placeId: row.unitId, dimension: row.material, amount: row.quantity }))
    await contribute(context, benchIndicator, told)
    return rows.length
  },
})

const addPlaces = operation<AccessTables>()({
  name: 'bench.places',
  about: 'A city with districts and units.',
  input: z.strictObject({ districts: z.int(), units: z.int() }),
  output: z.strictObject({ districts: z.array(z.string()), units: z.array(z.string()) }),
  allow: systemOnly(),
  async run({ write, newId }, { districts, units }) {
    const dated = { code: null, validFrom: '2020-01-01', validTo: null }
    const row = (kind: string, n: number, parentId: string | null, path: string) => {
      return { ...dated, id: newId(), kind, name: `${kind} ${n}`, parentId, path }
    }
    const root = row('city', 0, null, 'c.')
    const upper = Array.from({ length: districts }, (_, n) => row('district', n, root.id, `c.${n}.`))
    const lower = Array.from({ length: units }, (_, n) => {
      const above = upper[n % districts]
      return row('unit', n, above?.id ?? root.id, `${above?.path}${n}.`)
    })
    await write.insertMany('place', [root, ...upper, ...lower])
    return { districts: upper.map(({ id }) => id), units: lower.map(({ id }) => id) }
  },
})

const manifest: Manifest = {
  name: 'bench',
  uses: [],
  migrations: [
    {
      name: '0001-lines',
      up: [
        `create table bench_line (id uuid primary key, unit_id uuid not null, material text not null,
          business_day date not null, recorded_at timestamptz not null, timeliness text not null,
          quantity bigint not null, note text not null)`,
      ],
    },
  ],
  tables: { bench_line: { holds: 'operational', retention: 'none', proof: 'rows' } },
  operations: [record, addPlaces],
  indicators: [benchIndicator],
}

/** A city on an embedded server of its own, thrown away afterwards. */
export async function openIndicatorCity() {
  const folder = mkdtempSync(join(tmpdir(), 'daha-bench-'))
  chmodSync(folder, 0o755)
  const server = await startPostgres({ dataDir: folder, purpose: 'city', log: { info: () => undefined } })
  await makeRuntimeRole(server.url('postgres'), ROLE, 'ukur')
  const app = await openApp({
    registry: createRegistry([...programRegistry().manifests, manifest]),
    city: { slug: SCHEMA, name: 'Ukur', zone: 'Asia/Jakarta', demo: true },
    adminUrl: server.url('postgres'),
    runtimeUrl: `postgres://${ROLE}:ukur@${server.host}:${server.port}/postgres`,
    ring: openKeyRing(join(folder, 'keys.json'), { make: true, now: systemClock.now() }),
  })
  const owner = new pg.Client({ connectionString: server.url('postgres') })
  await owner.connect()
  await owner.query(`set search_path = ${SCHEMA}`)
  await owner.query('set timezone = utc')
  const system = app.caller({ kind: 'system', job: 'bench' })
  return {
    app,
    owner,
    guest: app.caller({ kind: 'guest' }),
    places: await system.do(addPlaces, { districts: 46, units: 120 }),
    record: (lines: BenchLine[]) => system.do(record, { lines }),
    async close() {
      await owner.end()
      await app.close()
      await server.stop({ ifIdle: false })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type IndicatorCity = Awaited<ReturnType<typeof openIndicatorCity>>

import { z } from 'zod'
import { systemOnly } from '../access/index.ts'
import { CivilDate } from '../clock/contract.ts'
import { Id } from '../id/contract.ts'
import { operation } from '../operation/index.ts'
import type { Manifest } from '../registry/index.ts'
import { contribute } from './contribute.ts'
import { Timeliness } from './contract.ts'
import type { IndicatorDefinition } from './contract.ts'

/** Apples picked in orchards: an indicator that only tests know. */
export interface OrchardTables {
  picking: {
    id: string
    orchardId: string
    sort: string
    pickerId: string | null
    pickedOn: string
    recordedAt: string
    timeliness: string
    grams: number
  }
  picker: { id: string; name: string }
}

export const appleWeight: IndicatorDefinition = {
  name: 'apple.weight',
  title: { id: 'Berat apel', en: 'Weight of apples' },
  definition: { id: 'Semua apel yang dipetik.', en: 'All apples picked.' },
  measure: 'gram',
  source: {
    table: 'picking',
    columns: {
      id: 'id',
      place: 'orchard_id',
      dimension: 'sort',
      businessDay: 'picked_on',
      recordedAt: 'recorded_at',
      timeliness: 'timeliness',
      amount: 'grams',
    },
    person: { join: 'left join picker k on k.id = r.picker_id', id: 'k.id', name: 'k.name' },
  },
  dimension: {
    title: { id: 'Jenis', en: 'Sort' },
    labels: `select * from (values ('red', 'merah', 'red'), ('green', 'hijau', 'green')) as l (id, name_id, name_en)`,
  },
  population: {
    title: { id: 'Kebun', en: 'Orchards' },
    select: `select id as place_id, valid_from as opened_on, valid_to as closed_on from place where kind = 'orchard'`,
  },
  publicPlaceKind: 'valley',
  rungs: {
    guest: { columns: [] },
    officer: {
      columns: [
        {
          key: 'tree',
          title: { id: 'Pohon', en: 'Tree' },
          sql: `'no. ' || r.grams % 7`,
          href: `'/pohon/' || r.grams % 7`,
        },
      ],
    },
    own: { columns: [] },
  },
}

const Picked = z.strictObject({
  orchardId: Id,
  sort: z.string(),
  pickedOn: CivilDate,
  timeliness: Timeliness,
  grams: z.int(),
  pickerId: Id.optional(),
})
export type Picked = z.input<typeof Picked>

export const pick = operation<OrchardTables>()({
  name: 'apple.pick',
  about: 'Records apples.',
  input: z.strictObject({ rows: z.array(Picked) }),
  output: z.array(Id),
  allow: systemOnly(),
  async run(context, { rows }) {
    const written = await context.write.insertMany(
      'picking',
      rows.map(({ pickerId, ...row }) => ({
        ...row,
        id: context.newId(),
        pickerId: pickerId ?? null,
        recordedAt: context.now,
      })),
    )
    await contribute(
      context,
      appleWeight,
      written.map((row) => ({
        ...row,
        placeId: row.orchardId,
        dimension: row.sort,
        businessDay: row.pickedOn,
        amount: row.grams,
      })),
    )
    return written.map(({ id }) => id)
  },
})

export const addPicker = operation<OrchardTables>()({
  name: 'apple.picker',
  about: 'Adds a picker.',
  input: z.strictObject({ name: z.string() }),
  output: Id,
  allow: systemOnly(),
  run: async ({ write, newId }, { name }) => (await write.insert('picker', { id: newId(), name })).id,
})

export const orchardManifest: Manifest = {
  name: 'orchard',
  uses: [],
  migrations: [
    {
      name: '0001-picking',
      up: [
        'create table picker (id uuid primary key, name text not null)',
        `create table picking (id uuid primary key, orchard_id uuid not null references place (id), sort text not null,
          picker_id uuid references picker (id), picked_on date not null, recorded_at timestamptz not null,
          timeliness text not null, grams bigint not null)`,
      ],
    },
  ],
  tables: {
    picker: { holds: 'operational', retention: 'until the end of the test', proof: 'rows' },
    picking: { holds: 'operational', retention: 'until the end of the test', proof: 'rows', appendOnly: true },
  },
  operations: [pick, addPicker],
  indicators: [appleWeight],
}

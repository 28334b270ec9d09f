import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import type { TestCity } from '../../../test/city.ts'
import { verify } from '../audit/index.ts'
import { addDays, addMinutes, businessDay } from '../clock/index.ts'
import { readQuestion } from './ask.ts'
import { countCells, countReports } from './count.ts'
import { getFigure } from './queries.ts'
import { appleWeight, orchardManifest, pick } from './testing.ts'
import type { Picked } from './testing.ts'

const START = '2026-09-02T02:00:00.000Z'
let city: TestCity
let orchards: string[]
let valley: string

beforeAll(async () => {
  city = await openTestCity({ manifests: [orchardManifest], at: START })
  valley = await city.addPlace({ kind: 'valley', name: 'Lembah' })
  orchards = [
    await city.addPlace({ kind: 'orchard', parentId: valley }),
    await city.addPlace({ kind: 'orchard', parentId: valley }),
    await city.addPlace({ kind: 'orchard' }),
  ]
})

const apple = (row: Partial<Picked>): Picked => ({
  orchardId: orchards[0] ?? '',
  sort: 'red',
  pickedOn: '2026-08-28',
  timeliness: 'same_day',
  grams: 100,
  ...row,
})
const derived = async () => (await verify(city.app)).findings

describe('any records in any order', () => {
  type Kept = Picked & { recordedAt: string }
  const record = fc.record({
    place: fc.nat({ max: 2 }),
    sort: fc.constantFrom('red', 'green'),
    daysAgo: fc.oneof(fc.constant(0), fc.nat({ max: 70 })),
    timeliness: fc.constantFrom('same_day' as const, 'within_week' as const, 'later' as const, 'imported' as const),
    grams: fc.integer({ min: -5000, max: 5000 }).filter((grams) => grams !== 0),
  })
  const step = fc.record({
    minutes: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 10_000, max: 30_000 })),
    records: fc.array(record, { minLength: 1, maxLength: 6 }),
  })
  const kept: Kept[] = []

  it('the kept parts are the sums of the rows, and any question is answered as by counting them', async () => {
    let now = START
    const run = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const { minutes, records } of steps) {
        now = addMinutes(now, minutes)
        city.clock.set(now)
        const today = businessDay(now, 'Asia/Jakarta')
        const rows = records.map(({ place, daysAgo, ...row }) => ({
          ...row,
          orchardId: orchards[place] ?? '',
          pickedOn: addDays(today, -daysAgo),
        }))
        await city.system.do(pick, { rows })
        kept.push(...rows.map((row) => ({ ...row, recordedAt: now })))
      }
      await askAll(now)
    })
    await fc.assert(run, { numRuns: 12 })
    expect(kept.length).toBeGreaterThan(30)
    expect(await derived()).toEqual([])
  })

  /** Every kind of border: inside a month, at its ends, none; now and at a past instant. */
  async function askAll(now: string): Promise<void> {
    const today = businessDay(now, 'Asia/Jakarta')
    const instants = [now, ...kept.slice(-4).map((row) => row.recordedAt), addMinutes(now, -20_000)]
    for (const recordedAsOf of instants) {
      for (const from of [undefined, addDays(today, -50), `${today.slice(0, 7)}-01`]) {
        for (const businessAsOf of [today, addDays(today, -9), '2026-08-31'].filter((day) => day >= (from ?? ''))) {
          for (const placeId of [undefined, valley, orchards[2]]) {
            await compare(now, { name: 'apple.weight', from, businessAsOf, recordedAsOf, placeId })
          }
        }
      }
    }
  }

  async function compare(
    now: string,
    filter: {
      name: string
      from: string | undefined
      businessAsOf: string
      recordedAsOf: string
      placeId: string | undefined
    },
  ) {
    const context = { db: city.app.pool.kysely(), now, today: businessDay(now, 'Asia/Jakarta') }
    const question = await readQuestion({ ...context, indicators: city.app.registry.indicators }, filter)
    const cells = await countCells(context.db, question)
    const { reported } = await countReports(context.db, question)
    const under = filter.placeId === valley ? orchards.slice(0, 2) : filter.placeId ? [filter.placeId] : orchards
    const rows = kept.filter(
      (row) =>
        row.pickedOn >= (filter.from ?? '') &&
        row.pickedOn <= filter.businessAsOf &&
        row.recordedAt <= filter.recordedAsOf &&
        under.includes(row.orchardId),
    )
    const expected = new Map<string, [number, number]>()
    for (const row of rows) {
      const key = `${row.pickedOn.slice(0, 7)} ${row.sort} ${row.timeliness}`
      const [n, amount] = expected.get(key) ?? [0, 0]
      expected.set(key, [n + 1, amount + row.grams])
    }
    const answered = cells.map((cell) => [`${cell.month} ${cell.dimension} ${cell.timeliness}`, [cell.n, cell.amount]])
    expect({ filter, cells: new Map(answered as [string, [number, number]][]) }).toEqual({ filter, cells: expected })
    expect(reported).toBe(new Set(rows.map((row) => row.orchardId)).size)
  }
})

describe('the figure', () => {
  beforeEach(() => city.clock.set('2040-06-10T02:00:00.000Z'))
  const may = { name: 'apple.weight', from: '2040-05-01', businessAsOf: '2040-05-31' }

  it('says how many, how much, how timely, and who reported of those that exist', async () => {
    const day = { pickedOn: '2040-05-03' }
    await city.system.do(pick, {
      rows: [
        ...Array.from({ length: 6 }, () => apple({ ...day, timeliness: 'later' })),
        ...Array.from({ length: 5 }, () => apple({ ...day, sort: 'green', orchardId: orchards[1] ?? '' })),
      ],
    })
    const figure = await city.guest.ask(getFigure, may)
    expect(figure).toMatchObject({ n: 11, amount: 1100, hidden: null, reported: 2, population: 3, place: null })
    expect(figure.timeliness).toEqual([
      { timeliness: 'same_day', n: 5 },
      { timeliness: 'within_week', n: 0 },
      { timeliness: 'later', n: 6 },
      { timeliness: 'imported', n: 0 },
    ])
    expect(figure.cells).toEqual([
      { month: '2040-05', dimension: 'green', n: 5, amount: 500, hidden: null },
      { month: '2040-05', dimension: 'red', n: 6, amount: 600, hidden: null },
    ])
    expect(figure.dimensions.map(({ nameId }) => nameId)).toEqual(['hijau', 'merah'])
    const inValley = await city.guest.ask(getFigure, { ...may, placeId: valley })
    expect(inValley).toMatchObject({ n: 11, population: 2, place: { id: valley, name: 'Lembah' } })
  })

  it('tells the same of an earlier instant after a late entry and a reversal', async () => {
    const before = await city.guest.ask(getFigure, may)
    city.clock.set('2040-06-11T02:00:00.000Z')
    await city.system.do(pick, {
      rows: [apple({ pickedOn: '2040-05-30', grams: 700 }), apple({ pickedOn: '2040-05-03', grams: -100 })],
    })
    expect(await city.guest.ask(getFigure, may)).toMatchObject({ n: 13, amount: 1700 })
    expect(await city.guest.ask(getFigure, { ...may, recordedAsOf: before.recordedAsOf })).toEqual(before)
  })

  it.each([
    [{ name: 'pear.weight' }, 'indicator.unknown'],
    [{ ...may, businessAsOf: '2040-06-11' }, 'indicator.day_in_future'],
    [{ ...may, recordedAsOf: '2040-06-10T02:00:00.001Z' }, 'indicator.instant_in_future'],
    [{ ...may, from: '2040-06-01' }, 'indicator.range_backwards'],
    [{ ...may, placeId: '01990000-0000-7000-8000-000000000000' }, 'indicator.place_unknown'],
  ])('refuses %j', async (filter, code) => {
    await expect(city.guest.ask(getFigure, filter)).rejects.toMatchObject({ code })
  })

  it('takes no record of a day that has not come', async () => {
    const rows = [apple({ pickedOn: '2040-06-11' })]
    await expect(city.system.do(pick, { rows })).rejects.toThrow('has not come')
  })

  it('verify names a part that was changed by hand, and a row that no part counts', async () => {
    const { name } = appleWeight
    await city.superuser.query(
      `update indicator_part set amount = amount + 1 where month = '2040-05' and dimension = 'green'`,
    )
    const key = `${name}/${orchards[1]}/green/2040-05/2040-06/same_day`
    expect(await derived()).toEqual([
      { table: 'indicator_part', id: key, what: 'not_derived', detail: 'kept 5 rows, 501; counted 5 rows, 500' },
    ])
    await city.superuser.query(`delete from indicator_part where month = '2040-05' and dimension = 'green'`)
    expect((await derived()).map(({ id }) => id)).toEqual([key])
    await city.superuser.query(
      `insert into indicator_part values ($1, $2, 'green', '2040-05', '2040-06', 'same_day', 5, 500)`,
      [name, orchards[1]],
    )
    expect(await derived()).toEqual([])
    await city.superuser.query(`update indicator_whole set n = n + 1 where month = '2040-05' and dimension = 'green'`)
    expect((await derived()).map(({ table }) => table)).toEqual(['indicator_whole'])
    await city.superuser.query(`update indicator_whole set n = n - 1 where month = '2040-05' and dimension = 'green'`)
    expect(await derived()).toEqual([])
  })
})

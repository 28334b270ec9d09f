import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { addDays, systemClock } from '../src/kernel/clock/index.ts'
import { readQuestion } from '../src/kernel/indicator/ask.ts'
import { countCells } from '../src/kernel/indicator/count.ts'
import { checkParts } from '../src/kernel/indicator/index.ts'
import { getFigure } from '../src/kernel/indicator/queries.ts'
import { proveRows, rootOf } from '../src/kernel/indicator/prove.ts'
import { benchIndicator, openIndicatorCity } from './indicator-city.ts'
import type { BenchLine, IndicatorCity } from './indicator-city.ts'

const MONTHS = 36
const DAYS = MONTHS * 30

/**
 * A figure over three million lines, asked as of many times and places; then late entries and reversals by operations,
 * after which the kept parts must equal the query; then a pin of a hundred thousand contributions, hashed again.
 */
export async function bench(argv: string[]): Promise<object> {
  const { values } = parseArgs({
    args: argv,
    options: {
      lines: { type: 'string', default: '3000000' },
      rounds: { type: 'string', default: '15' },
      late: { type: 'string', default: '200' },
    },
  })
  const city = await openIndicatorCity()
  try {
    const lines = Number(values.lines)
    await build(city, lines)
    const asked = await measure(city, Number(values.rounds))
    await recordLate(city, Number(values.late))
    const wrong = await checkParts(city.app.pool.kysely<never>(), [benchIndicator])
    const isEqual = wrong.length === 0 && (await equalsCounting(city))
    const pinVerify = await verifyPin(city)
    return { ...asked, pin_verify_s: pinVerify, equal: isEqual, lines, late_operations: Number(values.late) }
  } finally {
    await city.close()
  }
}

/** In the order of recording, as a city would have written them; a tenth late by up to sixty days. */
async function build({ owner, places }: IndicatorCity, lines: number): Promise<void> {
  console.log(`building ${lines} lines`)
  await owner.query(
    `insert into bench_line
     select gen_random_uuid(), $1::uuid[][1 + floor(random() * $2)::int], 'm' || 1 + floor(power(random(), 2) * 20)::int,
       d.recorded_on - case when late then 1 + floor(random() * 60)::int else 0 end,
       d.recorded_on + interval '2 hours' + random() * interval '6 hours',
       case when late then 'later' else 'same_day' end, 100 + floor(random() * 5000)::bigint, 'note'
     from (select n, current_date - $3::int + (n * $3::bigint / $4::bigint)::int as recorded_on, random() < 0.1 as late
       from generate_series(0, $4::bigint - 1) n) d`.replace('$1::uuid[][', '($1::uuid[])['),
    [places.units, places.units.length, DAYS, lines],
  )
  await owner.query('create index on bench_line (unit_id, business_day, material)')
  await owner.query(
    'create index on bench_line (recorded_at) include (business_day, unit_id, material, timeliness, quantity)',
  )
  await owner.query(
    'create index on bench_line (business_day) include (unit_id, material, recorded_at, timeliness, quantity)',
  )
  await owner.query(
    `insert into indicator_part select $1, unit_id, material, to_char(business_day, 'YYYY-MM'),
       to_char(recorded_at, 'YYYY-MM'), timeliness, count(*), sum(quantity) from bench_line group by 2, 3, 4, 5, 6`,
    [benchIndicator.name],
  )
  await owner.query(
    `insert into indicator_whole select indicator, (strpos('0123456789abcdef', right(place_id::text, 1)) - 1) % 8,
       dimension, month, recorded_month, timeliness, sum(n), sum(amount) from indicator_part group by 1, 2, 3, 4, 5, 6`,
  )
  await owner.query('vacuum analyze indicator_whole')
  await owner.query('vacuum analyze bench_line')
  await owner.query('vacuum analyze indicator_part')
  const { rows } = await owner.query('select count(*) as parts from indicator_part')
  console.log(`${rows[0].parts} kept parts`)
}

async function measure({ guest, places }: IndicatorCity, rounds: number): Promise<object> {
  const name = benchIndicator.name
  const now = systemClock.now()
  const daysAgo = (days: number) => addDays(now.slice(0, 10), -days)
  const pick = (list: readonly string[]) => list[randomInt(list.length)] ?? ''
  const questions = {
    whole_city: () => ({ name }),
    one_year: () => ({ name, from: `${daysAgo(365).slice(0, 7)}-01` }),
    district: () => ({ name, placeId: pick(places.districts) }),
    unit: () => ({ name, placeId: pick(places.units) }),
    inside_months: () => ({ name, from: daysAgo(300 + randomInt(300)), businessAsOf: daysAgo(2 + randomInt(250)) }),
    known_then: () => ({ name, recordedAsOf: `${daysAgo(30 + randomInt(900))}T0${randomInt(9)}:30:00.000Z` }),
  }
  const medians: Record<string, number> = {}
  const all: number[] = []
  for (const [kind, question] of Object.entries(questions)) {
    const took: number[] = []
    for (let round = -3; round < rounds; round += 1) {
      const filter = question()
      const start = performance.now()
      await guest.ask(getFigure, filter)
      if (round >= 0) took.push(performance.now() - start)
    }
    medians[kind] = Number(median(took).toFixed(1))
    all.push(...took)
    console.log(`${kind}: median ${medians[kind]} ms, slowest ${Math.max(...took).toFixed(1)} ms`)
  }
  return { query_ms: Number(median(all).toFixed(1)), worst_kind_ms: Math.max(...Object.values(medians)), ...medians }
}

/** Late entries, and reversals of lines that are there, some of months long past. */
async function recordLate({ owner, places, record }: IndicatorCity, operations: number): Promise<void> {
  const today = systemClock.now().slice(0, 10)
  for (let each = 0; each < operations; each += 1) {
    const late = Array.from({ length: 1 + randomInt(20) }, (): BenchLine => {
      const unitId = places.units[randomInt(places.units.length)] ?? ''
      const businessDay = addDays(today, -randomInt(DAYS))
      return {
        unitId,
        material: `m${1 + randomInt(20)}`,
        businessDay,
        timeliness: 'later',
        quantity: 1 + randomInt(9000),
      }
    })
    const { rows } = await owner.query<BenchLine>(
      `select unit_id as "unitId", material, business_day::text as "businessDay", timeliness, -quantity::int as quantity
       from bench_line where recorded_at >= $1::date - $2::int limit 5`,
      [today, randomInt(DAYS)],
    )
    await record([...late, ...rows])
  }
}

/** Questions with every kind of border, answered by the engine and by counting all lines. */
async function equalsCounting({ app, owner, places }: IndicatorCity): Promise<boolean> {
  const now = systemClock.now()
  const today = now.slice(0, 10)
  const context = { db: app.pool.kysely(), now, today, indicators: app.registry.indicators }
  for (let each = 0; each < 12; each += 1) {
    const placeId = each % 3 === 0 ? places.units[randomInt(places.units.length)] : undefined
    const from = addDays(today, -400 - randomInt(500))
    const businessAsOf = addDays(today, -randomInt(300))
    const recordedAsOf = `${addDays(today, -1 - randomInt(300))}T05:30:00.000Z`
    const filter = { name: benchIndicator.name, placeId, from, businessAsOf, recordedAsOf }
    const cells = await countCells(context.db, await readQuestion(context, filter))
    const { rows } = await owner.query<{ n: number; amount: number }>(
      `select count(*)::int as n, coalesce(sum(quantity), 0)::float8 as amount from bench_line
       where business_day between $1 and $2 and recorded_at <= $3 and ($4::uuid is null or unit_id = $4)`,
      [from, businessAsOf, recordedAsOf, placeId ?? null],
    )
    const sum = cells.reduce((total, { n, amount }) => ({ n: total.n + n, amount: total.amount + amount }), {
      n: 0,
      amount: 0,
    })
    if (sum.n !== rows[0]?.n || sum.amount !== rows[0].amount) {
      console.log(`not equal: ${JSON.stringify({ filter, sum, counted: rows[0] })}`)
      return false
    }
  }
  return true
}

/** Seconds to hash the rows of a pin again, compare each, and make the root. */
async function verifyPin({ app, owner }: IndicatorCity): Promise<number> {
  const { rows } = await owner.query<{ id: string }>('select id from bench_line order by id limit 100000')
  const db = app.pool.kysely()
  const ids = rows.map(({ id }) => id)
  const pinned = await proveRows(db, benchIndicator, ids)
  const root = rootOf(ids.flatMap((id) => pinned.get(id) ?? []))
  const took: number[] = []
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now()
    const live = await proveRows(db, benchIndicator, ids)
    const same = ids.every((id) => live.get(id)?.rowHash === pinned.get(id)?.rowHash)
    if (!same || rootOf(ids.flatMap((id) => live.get(id) ?? [])) !== root) throw new Error('The pin does not verify')
    took.push((performance.now() - start) / 1000)
  }
  return Number(median(took).toFixed(2))
}

function median(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0
}

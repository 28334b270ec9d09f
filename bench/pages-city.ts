import { sql } from 'kysely'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { weightIndicator } from '../src/capabilities/waste-bank/indicators.ts'
import { openCity } from '../src/cities/open-city.ts'
import { readConfig } from '../src/kernel/config/index.ts'
import { partsOf, slotInSql } from '../src/kernel/indicator/source.ts'

/** Deposits of one unit, and lines weighed in each of them. */
const DEPOSITS = 10_000
const LINES = 100

/**
 * The demo with ten thousand receipts of one unit and a million weighed lines on top, written as the owner in a few
 * statements; kept sums are made of the rows as `daha verify` makes them.
 */
export async function fillCity(dataDir: string): Promise<{ unitId: string; memberId: string; lines: number }> {
  const city = await openCity(readConfig({ DAHA_DATA: dataDir }), { info: () => undefined })
  await city.seed(() => undefined)
  const pool = new pg.Pool({
    connectionString: city.adminUrl,
    max: 1,
    options: '-c search_path=kediri -c timezone=UTC',
  })
  const { rows } = await pool.query<{ unit: string; member: string }>(
    `select u.id as unit, m.id as member from waste_unit u join member m on m.unit_id = u.id
     where u.code = 'HD' order by m.number limit 1`,
  )
  const { unit, member } = rows[0] ?? { unit: '', member: '' }
  await pool.query(ADD_DEPOSITS, [unit, DEPOSITS])
  await pool.query(ADD_LINES, [unit, LINES])
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  const { name } = weightIndicator
  await sql`delete from indicator_part where indicator = ${name}`.execute(db)
  await sql`delete from indicator_whole where indicator = ${name}`.execute(db)
  await sql`insert into indicator_part (indicator, place_id, dimension, month, recorded_month, timeliness, n, amount)
    select ${name}, place_id, dimension, month, recorded_month, timeliness, n, amount from (${partsOf(weightIndicator)}) p`.execute(
    db,
  )
  await sql`insert into indicator_whole (indicator, slot, dimension, month, recorded_month, timeliness, n, amount)
    select ${name}, ${slotInSql}, dimension, month, recorded_month, timeliness, sum(n), sum(amount)
    from (${partsOf(weightIndicator)}) p group by 2, 3, 4, 5, 6`.execute(db)
  await sql`analyze`.execute(db)
  const { rows: counted } = await pool.query<{ n: string }>('select count(*) as n from weighing')
  await pool.end()
  await city.close()
  return { unitId: unit, memberId: member, lines: Number(counted[0]?.n) }
}

/** A UUID of the version that the program makes (7), for rows that are written by hand here. */
const ID = `overlay(gen_random_uuid()::text placing '7' from 15 for 1)::uuid`

const ADD_DEPOSITS = `
  with pattern as (select * from deposit where unit_id = $1 order by number limit 1),
  members as (select array_agg(id) as ids from member where unit_id = $1)
  insert into deposit (id, number, unit_id, member_id, day_id, business_day, recorded_at, recorded_by, co_signed_by,
    transfer_id, total, member_share, unit_share, sharing_rule_id, token, device_id, source)
  select ${ID}, 'HD-Z-2026-' || lpad(n::text, 6, '0'), $1, ids[1 + n % cardinality(ids)], null,
    (now() - n % 800 * interval '1 day')::date, date_trunc('milliseconds', now()) - n * interval '1 minute', recorded_by, null, transfer_id,
    10000, 8500, 1500, sharing_rule_id, 'bench' || lpad(n::text, 21, '0'), device_id, 'import'
  from pattern, members, generate_series(1, $2::int) n`

const ADD_LINES = `
  with taken as (
    select array_agg(material_id) as ids from unit_material u join material m on m.id = u.material_id and m.measure = 'gram'
    where u.unit_id = $1)
  insert into weighing (id, deposit_id, reversal_id, line, unit_id, member_id, material_id, business_day, recorded_at,
    timeliness, quantity, price, amount, member_share)
  select ${ID}, d.id, null, n, $1, d.member_id, ids[1 + n % cardinality(ids)], d.business_day, d.recorded_at,
    'imported', 100 + n, 1000, 100 + n, 85
  from deposit d, taken, generate_series(1, $2::int) n where d.number like 'HD-Z-%'`

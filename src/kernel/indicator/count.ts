import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { firstDayOf, lastDayOf } from '../clock/index.ts'
import { bordersOf, inQuestion, reader } from './ask.ts'
import type { Borders, Question } from './ask.ts'
import type { Timeliness } from './contract.ts'
import { contributionsOf } from './source.ts'

/** What the figure is made of: by month, dimension and timeliness. */
export interface CountedCell {
  readonly month: string
  readonly dimension: string
  readonly timeliness: Timeliness
  readonly n: number
  readonly amount: number
}

export interface Counted {
  readonly cells: readonly CountedCell[]
  /** Places with at least one contribution. */
  readonly reported: number
}

/**
 * Counts the question from parts and, at its borders, from rows. Equal to counting the rows alone, at the price of a
 * few thousand parts instead of millions of rows.
 */
export async function count(db: object, question: Question): Promise<Counted> {
  const facts = factsOf(question, bordersOf(question))
  const { rows } = await sql<CountedCell & { placeId: string | null; by: number }>`
    with fact as (${facts})
    select month, dimension, timeliness, place_id, grouping(place_id) as by,
      sum(n)::bigint as n, sum(amount)::bigint as amount
    from fact group by grouping sets ((month, dimension, timeliness), (place_id))`.execute(reader(db))
  const cells = rows.filter(({ by }) => by === 1)
  return {
    cells: cells.map(({ month, dimension, timeliness, n, amount }) => ({ month, dimension, timeliness, n, amount })),
    reported: rows.length - cells.length,
  }
}

function factsOf(question: Question, borders: Borders): RawBuilder<unknown> {
  const { definition } = question
  const whole = [sql`p.indicator = ${definition.name}`, inQuestion(question, 'p')]
  if (borders.firstMonth !== null) whole.push(sql`p.month >= ${borders.firstMonth}`)
  if (borders.lastMonth !== null) whole.push(sql`p.month <= ${borders.lastMonth}`)
  if (borders.recordedMonth !== null) whole.push(sql`p.recorded_month < ${borders.recordedMonth}`)
  const facts = [
    sql`select place_id, dimension, month, timeliness, n, amount from indicator_part p where ${and(whole)}`,
    ...borders.pieces.map(([first, last]) => fromRows(question, [days(first, last), recordedBy(question)])),
  ]
  if (borders.recordedMonth !== null && (borders.lastMonth ?? '9999-12') >= (borders.firstMonth ?? '0000-01')) {
    const first = borders.firstMonth === null ? '0001-01-01' : firstDayOf(borders.firstMonth)
    const last = borders.lastMonth === null ? question.businessAsOf : lastDayOf(borders.lastMonth)
    const since = sql<boolean>`c.recorded_at >= ${`${borders.recordedMonth}-01T00:00:00.000Z`}::timestamptz`
    facts.push(fromRows(question, [days(first, last), since, recordedBy(question)]))
  }
  return sql.join(facts, sql` union all `)
}

function fromRows(question: Question, conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`select place_id, dimension, to_char(business_day, 'YYYY-MM') collate "C" as month, timeliness,
      count(*) as n, sum(amount)::bigint as amount
    from ${contributionsOf(question.definition)} c where ${and([...conditions, inQuestion(question, 'c')])}
    group by 1, 2, 3, 4`
}

const days = (first: string, last: string) => sql<boolean>`c.business_day between ${first}::date and ${last}::date`
const recordedBy = ({ recordedAsOf }: Question) => sql<boolean>`c.recorded_at <= ${recordedAsOf}::timestamptz`
const and = (conditions: readonly RawBuilder<unknown>[]) => sql.join(conditions, sql` and `)

/** Places that existed on any day of the question. */
export async function countPopulation(db: object, question: Question): Promise<number> {
  const { from, businessAsOf, place, definition } = question
  const under = place ? sql`u.place_id in (select id from place where path like ${`${place.path}%`})` : sql`true`
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (${sql.raw(definition.population.select)}) u
    where u.opened_on <= ${businessAsOf}::date and (u.closed_on is null or u.closed_on >= ${from ?? '0001-01-01'}::date)
      and ${under}`.execute(reader(db))
  return rows[0]?.n ?? 0
}

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { firstDayOf, lastDayOf, monthOf } from '../clock/index.ts'
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

/**
 * Counts the question from parts and, at its borders, from rows. Equal to counting the rows alone, at the price of a
 * few thousand parts instead of millions of rows.
 */
export async function countCells(db: object, question: Question): Promise<CountedCell[]> {
  const { rows } = await sql<CountedCell>`
    with fact as (${factsOf(question, bordersOf(question))})
    select month, dimension, timeliness, sum(n)::bigint as n, sum(amount)::bigint as amount
    from fact group by 1, 2, 3`.execute(reader(db))
  return rows
}

function factsOf(question: Question, borders: Borders): RawBuilder<unknown> {
  const kept = question.place ? 'indicator_part' : 'indicator_whole'
  const facts = [
    sql`select dimension, month, timeliness, sum(n)::bigint as n, sum(amount)::bigint as amount
      from ${sql.table(kept)} p where ${and([...wholeMonths(question, borders), inQuestion(question, 'p')])}
      group by 1, 2, 3`,
    ...borders.pieces.map(
      ([first, last]) => sql`select dimension, ${monthOf(first)}::text collate "C" as month, timeliness, count(*) as n,
        sum(amount)::bigint as amount
        from ${contributionsOf(question.definition)} c
        where ${and([days(first, last), recordedBy(question), inQuestion(question, 'c')])} group by 1, 3`,
    ),
  ]
  const border = recordedBorder(question, borders)
  if (border) {
    // By day first: naming the month of each of many rows would take longer than counting them.
    facts.push(sql`select dimension, to_char(business_day, 'YYYY-MM') collate "C" as month, timeliness,
        sum(n)::bigint as n, sum(amount)::bigint as amount
      from (select dimension, business_day, timeliness, count(*) as n, sum(amount)::bigint as amount
        from ${contributionsOf(question.definition)} c where ${and([...border, inQuestion(question, 'c')])}
        group by 1, 2, 3) b group by 1, 2, 3`)
  }
  return sql.join(facts, sql` union all `)
}

type Condition = RawBuilder<boolean>
const and = (conditions: readonly Condition[]) => sql<boolean>`${sql.join(conditions, sql` and `)}`
const days = (first: string, last: string) => sql<boolean>`c.business_day between ${first}::date and ${last}::date`
const recordedBy = ({ recordedAsOf }: Question) => sql<boolean>`c.recorded_at <= ${recordedAsOf}::timestamptz`

/** Which kept parts are whole in the question. */
function wholeMonths({ definition }: Question, borders: Borders): Condition[] {
  const whole = [sql<boolean>`p.indicator = ${definition.name}`]
  if (borders.firstMonth !== null) whole.push(sql`p.month >= ${borders.firstMonth}`)
  if (borders.lastMonth !== null) whole.push(sql`p.month <= ${borders.lastMonth}`)
  if (borders.recordedMonth !== null) whole.push(sql`p.recorded_month < ${borders.recordedMonth}`)
  return whole
}

/** Rows of whole business months that were recorded in the month of the instant, before it. */
function recordedBorder(question: Question, borders: Borders): Condition[] | undefined {
  const { firstMonth, lastMonth, recordedMonth } = borders
  if (recordedMonth === null || (lastMonth ?? '9999-12') < (firstMonth ?? '0000-01')) return undefined
  const first = firstMonth === null ? '0001-01-01' : firstDayOf(firstMonth)
  const last = lastMonth === null ? question.businessAsOf : lastDayOf(lastMonth)
  const since = sql<boolean>`c.recorded_at >= ${`${recordedMonth}-01T00:00:00.000Z`}::timestamptz`
  return [days(first, last), since, recordedBy(question)]
}

/** Places that existed on any day of the question, and how many of them have a contribution. */
export async function countReports(db: object, question: Question): Promise<{ reported: number; population: number }> {
  const { from, businessAsOf, place, definition } = question
  const borders = bordersOf(question)
  const under = place ? sql`u.place_id = any(${place.under}::uuid[])` : sql`true`
  const ofDimension = inQuestion({ ...question, place: null }, 'p')
  const rows = borders.pieces.map(([first, last]) => [days(first, last), recordedBy(question)])
  const border = recordedBorder(question, borders)
  if (border) rows.push(border)
  const has = [
    sql<boolean>`exists (select 1 from indicator_part p where p.place_id = u.place_id and ${ofDimension}
      and ${and(wholeMonths(question, borders))})`,
    ...rows.map(
      (conditions) => sql<boolean>`exists (select 1 from ${contributionsOf(definition)} c
        where c.place_id = u.place_id and ${inQuestion({ ...question, place: null }, 'c')} and ${and(conditions)})`,
    ),
  ]
  const { rows: counted } = await sql<{ reported: number; population: number }>`
    select count(*) as population, count(*) filter (where ${sql.join(has, sql` or `)}) as reported
    from (${sql.raw(definition.population.select)}) u
    where u.opened_on <= ${businessAsOf}::date and (u.closed_on is null or u.closed_on >= ${from ?? '0001-01-01'}::date)
      and ${under}`.execute(reader(db))
  return counted[0] ?? { reported: 0, population: 0 }
}

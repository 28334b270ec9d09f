import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { AccessTables } from '../access/index.ts'
import { addDays, firstDayOf, lastDayOf, monthOf } from '../clock/index.ts'
import type { CivilDate, Instant } from '../clock/index.ts'
import { refuse } from '../refusal/index.ts'
import type { FigureFilter, IndicatorDefinition } from './contract.ts'

/** What any query of an indicator is asked with; every context of a query fits. */
export interface AskContext {
  readonly db: object
  readonly now: Instant
  readonly today: CivilDate
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>
}

/** A filter with nothing left open. */
export interface Question {
  readonly definition: IndicatorDefinition
  /** `under`: the place and every place below it; null for the whole. */
  readonly place: { readonly id: string; readonly name: string; readonly under: readonly string[] } | null
  readonly dimension: string | null
  readonly from: CivilDate | null
  readonly businessAsOf: CivilDate
  readonly recordedAsOf: Instant
  /** Nothing has been recorded after `recordedAsOf`, or has happened after `businessAsOf`. */
  readonly allRecorded: boolean
  readonly allDays: boolean
}

/** Kysely of a read-only context: raw SQL asks for one. */
export function reader<T = unknown>(db: object): Kysely<T> {
  return db as Kysely<T>
}

/**
 * @throws Refusal for an indicator or place that is not there, or a time that has not come: what will be known then
 *   cannot be told now.
 */
export async function readQuestion(context: AskContext, filter: FigureFilter): Promise<Question> {
  const definition = context.indicators.get(filter.name)
  if (!definition) throw refuse('indicator.unknown', { name: filter.name }, { field: 'name', kind: 'not_found' })
  const businessAsOf = filter.businessAsOf ?? context.today
  const recordedAsOf = filter.recordedAsOf ?? context.now
  if (businessAsOf > context.today) throw refuse('indicator.day_in_future', {}, { field: 'businessAsOf' })
  if (recordedAsOf > context.now) throw refuse('indicator.instant_in_future', {}, { field: 'recordedAsOf' })
  if (filter.from !== undefined && filter.from > businessAsOf) {
    throw refuse('indicator.range_backwards', {}, { field: 'from' })
  }
  return {
    definition,
    place: filter.placeId === undefined ? null : await readPlace(context, filter.placeId),
    dimension: filter.dimension ?? null,
    from: filter.from ?? null,
    businessAsOf,
    recordedAsOf,
    allRecorded: recordedAsOf === context.now,
    allDays: businessAsOf === context.today,
  }
}

async function readPlace({ db }: AskContext, id: string) {
  const place = await reader<AccessTables>(db)
    .selectFrom('place')
    .select(['id', 'name', 'path', 'parentId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!place) throw refuse('indicator.place_unknown', {}, { field: 'placeId', kind: 'not_found' })
  if (place.parentId === null) return null
  const below = await reader<AccessTables>(db)
    .selectFrom('place')
    .select('id')
    .where('path', 'like', `${place.path}%`)
    .execute()
  return { id: place.id, name: place.name, under: below.map((each) => each.id) }
}

/** Keeps rows under the question's place and of its dimension; `alias` is of a part or a contribution. */
export function inQuestion({ place, dimension }: Question, alias: string): RawBuilder<boolean> {
  const under = place ? sql`${sql.ref(`${alias}.place_id`)} = any(${place.under}::uuid[])` : sql`true`
  const same = dimension === null ? sql`true` : sql`${sql.ref(`${alias}.dimension`)} = ${dimension}`
  return sql<boolean>`${under} and ${same}`
}

/** The contributions `c` of the question, one row each: what the parts must add up to. */
export function rowsOf(question: Question, alias = 'c'): RawBuilder<boolean> {
  const day = sql.ref(`${alias}.business_day`)
  const from = question.from === null ? sql`true` : sql`${day} >= ${question.from}::date`
  return sql<boolean>`${from} and ${day} <= ${question.businessAsOf}::date
    and ${sql.ref(`${alias}.recorded_at`)} <= ${question.recordedAsOf}::timestamptz and ${inQuestion(question, alias)}`
}

/** Whole months come from the parts; the days and the month of recording at the borders from the rows. */
export interface Borders {
  /** First and last whole business month; null: no such border. */
  readonly firstMonth: string | null
  readonly lastMonth: string | null
  /** Stretches of days outside the whole months, first and last day. */
  readonly pieces: readonly (readonly [CivilDate, CivilDate])[]
  /** Months of recording before this one are whole; null: all are. */
  readonly recordedMonth: string | null
}

export function bordersOf({
  from,
  businessAsOf,
  recordedAsOf,
  allDays,
  allRecorded,
}: Pick<Question, 'from' | 'businessAsOf' | 'recordedAsOf' | 'allDays' | 'allRecorded'>): Borders {
  const recordedMonth = allRecorded ? null : recordedAsOf.slice(0, 7)
  const [fromMonth, lastOfAll] = [from === null ? null : monthOf(from), monthOf(businessAsOf)]
  const headWhole = from === null || from === firstDayOf(monthOf(from))
  const tailWhole = allDays || businessAsOf === lastDayOf(lastOfAll)
  if (fromMonth === lastOfAll && !(headWhole && tailWhole)) {
    return {
      firstMonth: '9999-12',
      lastMonth: '0000-01',
      pieces: [[from ?? businessAsOf, businessAsOf]],
      recordedMonth,
    }
  }
  const pieces: [CivilDate, CivilDate][] = []
  if (from !== null && fromMonth !== null && !headWhole) pieces.push([from, lastDayOf(fromMonth)])
  if (!tailWhole) pieces.push([firstDayOf(lastOfAll), businessAsOf])
  const after = (month: string) => monthOf(addDays(lastDayOf(month), 1))
  const before = (month: string) => monthOf(addDays(firstDayOf(month), -1))
  return {
    firstMonth: fromMonth === null || headWhole ? fromMonth : after(fromMonth),
    lastMonth: tailWhole ? (allDays ? null : lastOfAll) : before(lastOfAll),
    pieces,
    recordedMonth,
  }
}

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { IndicatorDefinition } from './contract.ts'

/** The source's rows under the names that every indicator shares: `c`, one row a contribution. */
export function contributionsOf({ source }: IndicatorDefinition): RawBuilder<unknown> {
  const { id, place, dimension, businessDay, recordedAt, timeliness, amount } = source.columns
  return sql`(select r.${sql.ref(id)} as id, r.${sql.ref(place)} as place_id,
      r.${sql.ref(dimension)}::text collate "C" as dimension, r.${sql.ref(businessDay)} as business_day,
      r.${sql.ref(recordedAt)} as recorded_at, r.${sql.ref(timeliness)} collate "C" as timeliness,
      r.${sql.ref(amount)} as amount
    from ${sql.table(source.table)} r where ${sql.raw(source.where ?? 'true')})`
}

/** The kept parts as they come out of the rows themselves. */
export function partsOf(definition: IndicatorDefinition): RawBuilder<unknown> {
  return sql`select place_id, dimension, to_char(business_day, 'YYYY-MM') collate "C" as month,
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM') collate "C" as recorded_month, timeliness,
      count(*) as n, sum(amount)::bigint as amount
    from ${contributionsOf(definition)} c group by 1, 2, 3, 4, 5`
}

/** In which slot of the whole a place is counted: by the last of its random digits. */
export function slotOf(placeId: string): number {
  return Number.parseInt(placeId.slice(-1), 16) % 8
}

export const slotInSql = sql`(strpos('0123456789abcdef', right(place_id::text, 1)) - 1) % 8`

import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { Finding } from '../registry/index.ts'
import type { IndicatorDefinition } from './contract.ts'
import { partsOf, slotInSql } from './source.ts'

/** Kept parts that are not the sum of their rows, and rows that no part counts; named by the part's key. */
export async function checkParts(db: Kysely<never>, definitions: Iterable<IndicatorDefinition>): Promise<Finding[]> {
  const known = [...definitions]
  const findings: Finding[] = []
  for (const definition of known) findings.push(...(await checkOne(db, definition)))
  const names = known.map(({ name }) => name)
  const { rows } = await sql<{ indicator: string; n: number }>`
    select indicator, count(*) as n from indicator_part where indicator <> all(${names}::text[]) group by indicator`.execute(
    db,
  )
  for (const { indicator, n } of rows) {
    findings.push({ table: 'indicator_part', id: indicator, what: 'not_derived', detail: `${n} parts of no indicator` })
  }
  return findings
}

async function checkOne(db: Kysely<never>, definition: IndicatorDefinition): Promise<Finding[]> {
  const counted = partsOf(definition)
  const whole = sql`select ${slotInSql} as slot, dimension, month, recorded_month, timeliness,
      sum(n)::bigint as n, sum(amount)::bigint as amount
    from (${counted}) p group by 1, 2, 3, 4, 5`
  return [
    ...(await compare(db, definition, 'indicator_part', 'place_id', counted)),
    ...(await compare(db, definition, 'indicator_whole', 'slot', whole)),
  ]
}

async function compare(
  db: Kysely<never>,
  { name }: IndicatorDefinition,
  table: 'indicator_part' | 'indicator_whole',
  whose: 'place_id' | 'slot',
  counted: RawBuilder<unknown>,
): Promise<Finding[]> {
  const { rows } = await sql<{ id: string; kept: string; counted: string }>`
    with counted as (${counted}), kept as (select * from ${sql.table(table)} where indicator = ${name})
    select concat_ws('/', ${name}::text, ${sql.ref(whose)}, dimension, month, recorded_month, timeliness) as id,
      coalesce(k.n, 0) || ' rows, ' || coalesce(k.amount, 0) as kept,
      coalesce(c.n, 0) || ' rows, ' || coalesce(c.amount, 0) as counted
    from kept k full join counted c using (${sql.ref(whose)}, dimension, month, recorded_month, timeliness)
    where (k.n, k.amount) is distinct from (c.n, c.amount)
    order by 1`.execute(db)
  return rows.map(({ id, kept, counted: real }) => ({
    table,
    id,
    what: 'not_derived',
    detail: `kept ${kept}; counted ${real}`,
  }))
}

import { publish } from '../live/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { Contribution, IndicatorDefinition } from './contract.ts'
import { slotOf } from './source.ts'

type ContributeContext = Pick<OperationContext<never>, 'now' | 'today'>

const ADD_PARTS = `insert into indicator_part as p
    (indicator, place_id, dimension, month, recorded_month, timeliness, n, amount)
  select $1, d.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[])
    as d (place_id, dimension, month, recorded_month, timeliness, n, amount)
  on conflict (indicator, place_id, dimension, month, recorded_month, timeliness)
    do update set n = p.n + excluded.n, amount = p.amount + excluded.amount`

const ADD_WHOLE = `insert into indicator_whole as w
    (indicator, slot, dimension, month, recorded_month, timeliness, n, amount)
  select $1, d.* from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[])
    as d (slot, dimension, month, recorded_month, timeliness, n, amount)
  on conflict (indicator, slot, dimension, month, recorded_month, timeliness)
    do update set n = w.n + excluded.n, amount = w.amount + excluded.amount`

/**
 * Adds new rows of the indicator's source table to its kept parts, in the operation that wrote the rows. Two
 * statements, however many rows. Every row of the source must be told exactly once; `daha verify` compares.
 * @throws Error for a row of a day that has not come: a figure as of today must be all there is.
 */
export async function contribute(
  context: ContributeContext,
  { name }: IndicatorDefinition,
  rows: readonly Contribution[],
): Promise<void> {
  if (rows.length === 0) return
  for (const row of rows) {
    if (row.businessDay > context.today) throw new Error(`${name}: ${row.businessDay} has not come`)
    if (!Number.isSafeInteger(row.amount)) throw new Error(`${name}: ${row.amount} is no whole amount`)
  }
  const { client } = internalsOf(context)
  // Sent without waiting for the answer to the first; they run one after the other all the same.
  await Promise.all([
    client.query({ name: 'indicator.parts', text: ADD_PARTS, values: [name, ...sums(rows, (row) => row.placeId)] }),
    client.query({
      name: 'indicator.whole',
      text: ADD_WHOLE,
      values: [name, ...sums(rows, (row) => String(slotOf(row.placeId)))],
    }),
  ])
  // Public pages are kept until the data change.
  await publish(context, 'public-data', name)
}

/**
 * Columns of the sums by `whose`, dimension, months and timeliness. In one order everywhere, so that two operations on
 * the same sums wait and do not lock each other out.
 */
function sums(rows: readonly Contribution[], whose: (row: Contribution) => string): (string | number)[][] {
  const found = new Map<string, { key: string[]; n: number; amount: number }>()
  for (const row of rows) {
    const months = [row.businessDay.slice(0, 7), row.recordedAt.slice(0, 7)]
    const key = [whose(row), row.dimension, ...months, row.timeliness]
    const sum = found.get(key.join('\n')) ?? { key, n: 0, amount: 0 }
    found.set(key.join('\n'), { key, n: sum.n + 1, amount: sum.amount + row.amount })
  }
  const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
  const keys = [0, 1, 2, 3, 4].map((at) => sorted.map(({ key }) => key[at] ?? ''))
  return [...keys, sorted.map(({ n }) => n), sorted.map(({ amount }) => amount)]
}

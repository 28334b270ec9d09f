import { publish } from '../live/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { Contribution, IndicatorDefinition } from './contract.ts'

type ContributeContext = Pick<OperationContext<never>, 'now' | 'today'>

const ADD = `insert into indicator_part as p
    (indicator, place_id, dimension, month, recorded_month, timeliness, n, amount)
  select $1, d.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[])
    as d (place_id, dimension, month, recorded_month, timeliness, n, amount)
  on conflict (indicator, place_id, dimension, month, recorded_month, timeliness)
    do update set n = p.n + excluded.n, amount = p.amount + excluded.amount`

/**
 * Adds new rows of the indicator's source table to its kept parts, in the operation that wrote the rows. One
 * statement, however many rows. Every row of the source must be told exactly once; `daha verify` compares.
 * @throws Error for a row of a day that has not come: a figure as of today must be all there is.
 */
export async function contribute(
  context: ContributeContext,
  { name }: IndicatorDefinition,
  rows: readonly Contribution[],
): Promise<void> {
  if (rows.length === 0) return
  const parts = new Map<string, Part>()
  for (const row of rows) {
    if (row.businessDay > context.today) throw new Error(`${name}: ${row.businessDay} has not come`)
    if (!Number.isSafeInteger(row.amount)) throw new Error(`${name}: ${row.amount} is no whole amount`)
    const [month, recordedMonth] = [row.businessDay.slice(0, 7), row.recordedAt.slice(0, 7)]
    const key = [row.placeId, row.dimension, month, recordedMonth, row.timeliness].join('\n')
    const part = parts.get(key) ?? { ...row, month, recordedMonth, n: 0, amount: 0 }
    parts.set(key, { ...part, n: part.n + 1, amount: part.amount + row.amount })
  }
  // In one order everywhere, so that two operations on the same parts wait and do not lock each other out.
  const sorted = [...parts.keys()].sort().map((key) => parts.get(key) as Part)
  const column = <K extends keyof Part>(key: K) => sorted.map((part) => part[key])
  await internalsOf(context).client.query({
    name: 'indicator.contribute',
    text: ADD,
    values: [
      name,
      column('placeId'),
      column('dimension'),
      column('month'),
      column('recordedMonth'),
      column('timeliness'),
      column('n'),
      column('amount'),
    ],
  })
  // Public pages are kept until the data change.
  await publish(context, 'public-data', name)
}

interface Part extends Pick<Contribution, 'placeId' | 'dimension' | 'timeliness' | 'amount'> {
  readonly month: string
  readonly recordedMonth: string
  readonly n: number
}

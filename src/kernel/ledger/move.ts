import type { ClientBase } from 'pg'
import type { Measure } from './contract.ts'

/** A transfer ready to be written: its ids are made, its amounts are checked. */
export interface Movement {
  readonly id: string
  readonly kind: string
  readonly placeId: string
  readonly businessDay: string
  readonly recordedAt: string
  readonly reverses: string | null
  readonly memo: string | null
  readonly legs: readonly { readonly debit: string; readonly credit: string; readonly amount: number }[]
}

/** An account as the statement left it, or would have. */
export interface Moved {
  readonly id: string
  readonly commodity_id: string
  readonly measure: Measure
  readonly floor: number | null
  readonly closed: boolean
  readonly after: number
  readonly fits: boolean
}

/**
 * Everything in one round trip, and in this order: the accounts are locked in the order of their ids, so that no two
 * callers wait for each other; what they would stand at is judged once; and only if every account is there, is open
 * and keeps its floor are balances, transfers and legs written. A refused movement therefore leaves the transaction
 * whole, and the caller can say what is short. The constraints of the tables stay the last judges.
 *
 * In READ COMMITTED a row that was waited for is read again as it is now, so `after` is counted from its last balance.
 */
const moveText = (nets: string, transfers: string, legs: string) => `with locked as materialized (
  select a.id, a.commodity_id, a.floor, a.closed_on is not null as closed,
    a.balance + case a.side when 'debit' then d.net else -d.net end as after
  from ${nets} as d (id, net) join account a on a.id = d.id
  order by a.id for no key update of a
), verdict as materialized (
  select count(*) = (select count(*) from ${nets} as d) and bool_and(not closed and (floor is null or after >= floor)) as fits
  from locked
), balances as (
  update account a set balance = l.after from locked l where a.id = l.id and (select fits from verdict)
), transfers as (
  insert into transfer (id, kind, place_id, business_day, recorded_at, reverses, memo)
  select t.* from ${transfers} as t where (select fits from verdict)
), postings as (
  insert into posting (transfer_id, leg, debit_id, credit_id, commodity_id, amount, business_day, recorded_at)
  select p.transfer_id, p.leg, p.debit_id, p.credit_id, l.commodity_id, p.amount, p.business_day, p.recorded_at
  from ${legs} as p (transfer_id, leg, debit_id, credit_id, amount, business_day, recorded_at)
  join locked l on l.id = p.debit_id
  where (select fits from verdict)
)
select l.id, l.commodity_id, c.measure, l.floor, l.closed, l.after, (select fits from verdict) as fits
from locked l join commodity c on c.id = l.commodity_id`

const COLUMNS = {
  nets: ['uuid', 'bigint'],
  transfers: ['uuid', 'text', 'uuid', 'date', 'timestamptz', 'uuid', 'text'],
  legs: ['uuid', 'int', 'uuid', 'uuid', 'bigint', 'date', 'timestamptz'],
} as const

/** Up to here each number of legs and accounts has a statement of its own, planned once a connection. */
const LEGS_PLANNED = 8

/** Runs the movements in one statement. Whether they were written stands in `fits`, the same on every row. */
export async function move(client: ClientBase, movements: readonly Movement[]): Promise<Moved[]> {
  const nets = [...netsOf(movements)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const transfers = movements.map((each) => [
    each.id,
    each.kind,
    each.placeId,
    each.businessDay,
    each.recordedAt,
    each.reverses,
    each.memo,
  ])
  const legs = movements.flatMap(({ id, businessDay, recordedAt, legs: own }) =>
    own.map((leg, index) => [id, index, leg.debit, leg.credit, leg.amount, businessDay, recordedAt]),
  )
  const few = transfers.length === 1 && legs.length <= LEGS_PLANNED
  const { rows } = await client.query<Moved>(
    few ? plannedOnce(nets, transfers, legs) : plannedAnew(nets, transfers, legs),
  )
  return rows
}

type Rows = readonly (readonly unknown[])[]
const texts = new Map<string, string>()

/** Written out row by row, so that the plan for any values is as good as the plan for these, and is kept. */
function plannedOnce(nets: Rows, transfers: Rows, legs: Rows) {
  const name = `ledger.move.${nets.length}.${legs.length}`
  let text = texts.get(name)
  if (text === undefined) {
    let next = 1
    const written = (types: readonly string[], rows: Rows) =>
      `(values ${rows.map(() => `(${types.map((type) => `$${next++}::${type}`).join(', ')})`).join(', ')})`
    const [a, b, c] = [written(COLUMNS.nets, nets), written(COLUMNS.transfers, transfers), written(COLUMNS.legs, legs)]
    text = moveText(a, b, c)
    texts.set(name, text)
  }
  return { name, text, values: [...nets, ...transfers, ...legs].flat() }
}

let anew: string | undefined

/** As arrays, a column each: a plan made for an unknown number of rows would compare every leg with every account. */
function plannedAnew(nets: Rows, transfers: Rows, legs: Rows) {
  let next = 1
  const unnest = (types: readonly string[]) => `unnest(${types.map((type) => `$${next++}::${type}[]`).join(', ')})`
  anew ??= moveText(unnest(COLUMNS.nets), unnest(COLUMNS.transfers), unnest(COLUMNS.legs))
  const columns = (types: readonly string[], rows: Rows) => types.map((_, column) => rows.map((row) => row[column]))
  const values = [
    ...columns(COLUMNS.nets, nets),
    ...columns(COLUMNS.transfers, transfers),
    ...columns(COLUMNS.legs, legs),
  ]
  return { text: anew, values }
}

/** Debits less credits, by account. */
function netsOf(movements: readonly Movement[]): Map<string, bigint> {
  const nets = new Map<string, bigint>()
  for (const { legs } of movements) {
    for (const { debit, credit, amount } of legs) {
      nets.set(debit, (nets.get(debit) ?? 0n) + BigInt(amount))
      nets.set(credit, (nets.get(credit) ?? 0n) - BigInt(amount))
    }
  }
  return nets
}

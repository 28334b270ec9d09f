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
const MOVE = `with locked as materialized (
  select a.id, a.commodity_id, a.floor, a.closed_on is not null as closed,
    a.balance + case a.side when 'debit' then d.net else -d.net end as after
  from unnest($1::uuid[], $2::bigint[]) as d (id, net) join account a on a.id = d.id
  order by a.id for no key update of a
), verdict as materialized (
  select count(*) = cardinality($1) and bool_and(not closed and (floor is null or after >= floor)) as fits from locked
), balances as (
  update account a set balance = l.after from locked l where a.id = l.id and (select fits from verdict)
), transfers as (
  insert into transfer (id, kind, place_id, business_day, recorded_at, reverses, memo)
  select t.* from unnest($3::uuid[], $4::text[], $5::uuid[], $6::date[], $7::timestamptz[], $8::uuid[], $9::text[]) as t
  where (select fits from verdict)
), postings as (
  insert into posting (transfer_id, leg, debit_id, credit_id, commodity_id, amount, business_day, recorded_at)
  select p.transfer_id, p.leg, p.debit_id, p.credit_id, l.commodity_id, p.amount, p.business_day, p.recorded_at
  from unnest($10::uuid[], $11::int[], $12::uuid[], $13::uuid[], $14::bigint[], $15::date[], $16::timestamptz[])
    as p (transfer_id, leg, debit_id, credit_id, amount, business_day, recorded_at)
  join locked l on l.id = p.debit_id
  where (select fits from verdict)
)
select l.id, l.commodity_id, c.measure, l.floor, l.closed, l.after, (select fits from verdict) as fits
from locked l join commodity c on c.id = l.commodity_id`

const PLANNED_ONCE = 20

/** Runs the movements in one statement. Whether they were written stands in `fits`, the same on every row. */
export async function move(client: ClientBase, movements: readonly Movement[]): Promise<Moved[]> {
  const nets = netsOf(movements)
  const ids = [...nets.keys()].toSorted()
  const legs = movements.flatMap((movement) => movement.legs.map((leg, index) => ({ movement, leg, index })))
  const { rows } = await client.query<Moved>({
    // One transfer is planned once a connection. Many are planned each time, since a plan made for an unknown
    // number of rows compares every leg with every account.
    ...(legs.length <= PLANNED_ONCE ? { name: 'ledger.move' } : {}),
    text: MOVE,
    values: [
      ids,
      ids.map((id) => nets.get(id)),
      movements.map((each) => each.id),
      movements.map((each) => each.kind),
      movements.map((each) => each.placeId),
      movements.map((each) => each.businessDay),
      movements.map((each) => each.recordedAt),
      movements.map((each) => each.reverses),
      movements.map((each) => each.memo),
      legs.map(({ movement }) => movement.id),
      legs.map(({ index }) => index),
      legs.map(({ leg }) => leg.debit),
      legs.map(({ leg }) => leg.credit),
      legs.map(({ leg }) => leg.amount),
      legs.map(({ movement }) => movement.businessDay),
      legs.map(({ movement }) => movement.recordedAt),
    ],
  })
  return rows
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

import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Finding } from '../registry/index.ts'

/** Accounts whose kept balance is not the sum of their postings. */
export async function checkBalances(db: Kysely<never>): Promise<Finding[]> {
  const { rows } = await sql<{ id: string; balance: string; sum: string }>`
    with moved as (
      select id, sum(net) as net from (
        select debit_id as id, amount as net from posting
        union all
        select credit_id, -amount from posting
      ) leg group by id
    ), counted as (
      select a.id, a.balance,
        case a.side when 'debit' then coalesce(m.net, 0) else -coalesce(m.net, 0) end as sum
      from account a left join moved m on m.id = a.id
    )
    select id, balance::text, sum::text from counted where balance <> sum order by id`.execute(db)
  return rows.map(({ id, balance, sum }) => ({
    table: 'account',
    id,
    what: 'not_derived',
    detail: `balance ${balance}, postings ${sum}`,
  }))
}

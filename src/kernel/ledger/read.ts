import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { ReadOnly } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import type { Page } from '../schema/contract.ts'
import type { AsOf, StatementLine, TrialBalanceRow } from './contract.ts'
import type { LedgerTables } from './tables.ts'

/** Any reader whose tables include the ledger's. */
export type LedgerReader<T extends LedgerTables> = ReadOnly<T>

/**
 * What the account stands at now, counted in its own direction.
 * @throws Refusal `ledger.account_unknown`.
 */
export async function balanceOf<T extends LedgerTables>(db: LedgerReader<T>, accountId: string): Promise<number> {
  const { rows } = await sql<{ balance: number }>`select balance from account where id = ${accountId}`.execute(all(db))
  if (!rows[0]) throw refuse('ledger.account_unknown', {}, { kind: 'not_found' })
  return rows[0].balance
}

/**
 * What the account stood at: of what happened up to and with `businessDay`, that which was on record at `recordedAt`.
 * Both together answer "what did we believe on that evening about that day".
 * @throws Refusal `ledger.account_unknown`.
 */
export async function balanceAsOf<T extends LedgerTables>(
  db: LedgerReader<T>,
  accountId: string,
  asOf: AsOf,
): Promise<number> {
  const { rows } = await sql<{ balance: number }>`
    select (case a.side when 'debit' then 1 else -1 end * (
      coalesce((select sum(amount) from posting where debit_id = a.id and ${known(asOf)}), 0)
      - coalesce((select sum(amount) from posting where credit_id = a.id and ${known(asOf)}), 0)))::bigint as balance
    from account a where a.id = ${accountId}`.execute(all(db))
  if (!rows[0]) throw refuse('ledger.account_unknown', {}, { kind: 'not_found' })
  return rows[0].balance
}

function known({ businessDay, recordedAt }: AsOf): RawBuilder<boolean> {
  const day = businessDay === undefined ? sql`true` : sql`business_day <= ${businessDay}`
  const instant = recordedAt === undefined ? sql`true` : sql`recorded_at <= ${recordedAt}`
  return sql<boolean>`${day} and ${instant}`
}

/**
 * The lines of one account, newest first, each with the balance after it. Lines stand in the order of their business
 * day, those of one day in the order in which they were recorded; so a late entry moves the balances after its day.
 */
export async function statement<T extends LedgerTables>(
  db: LedgerReader<T>,
  options: { accountId: string; from?: string | undefined; to?: string | undefined; page: number; size: number },
): Promise<Page<StatementLine>> {
  const { accountId, from, to, page, size } = options
  const { rows } = await sql<StatementLine & { total: number }>`
    with line as (
      select transfer_id, leg, credit_id as other_account_id, business_day, recorded_at, amount as net
      from posting where debit_id = ${accountId}
      union all
      select transfer_id, leg, debit_id, business_day, recorded_at, -amount
      from posting where credit_id = ${accountId}
    ), counted as (
      select line.transfer_id, leg, other_account_id, business_day, recorded_at, net * sign as amount,
        sum(net * sign) over (order by business_day, recorded_at, transfer_id, leg)::bigint as balance
      from line, (select case side when 'debit' then 1 else -1 end as sign from account where id = ${accountId}) own
    )
    select counted.*, t.kind, t.memo, t.reverses, r.id as reversed_by, count(*) over () as total
    from counted
    join transfer t on t.id = counted.transfer_id
    left join transfer r on r.reverses = counted.transfer_id
    where ${from === undefined ? sql`true` : sql`counted.business_day >= ${from}`}
      and ${to === undefined ? sql`true` : sql`counted.business_day <= ${to}`}
    order by counted.business_day desc, counted.recorded_at desc, counted.transfer_id desc, leg desc
    limit ${size} offset ${(page - 1) * size}`.execute(all(db))
  return { rows: rows.map(lineOf), total: rows[0]?.total ?? 0, page, size }
}

function lineOf({ total, ...line }: StatementLine & { total: number }): StatementLine {
  void total
  return line
}

/** Both sides of every commodity. They are equal, since every leg is one row with both of its accounts. */
export async function trialBalance<T extends LedgerTables>(db: LedgerReader<T>): Promise<TrialBalanceRow[]> {
  const { rows } = await sql<Omit<TrialBalanceRow, 'commodity'> & TrialBalanceRow['commodity']>`
    select c.code, c.name, c.measure, count(a.id) as accounts,
      coalesce(sum(a.balance) filter (where a.side = 'debit'), 0)::bigint as debit,
      coalesce(sum(a.balance) filter (where a.side = 'credit'), 0)::bigint as credit,
      coalesce(sum(case a.side when 'debit' then a.balance else -a.balance end), 0)::bigint as difference
    from commodity c left join account a on a.commodity_id = c.id
    group by c.id order by c.code`.execute(all(db))
  return rows.map(({ code, name, measure, ...sums }) => ({ commodity: { code, name, measure }, ...sums }))
}

/** Raw SQL runs on a whole Kysely, which is what every reader is underneath. */
function all<T>(db: ReadOnly<T>): Kysely<LedgerTables> {
  return db as unknown as Kysely<LedgerTables>
}

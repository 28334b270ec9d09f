import pg from 'pg'
import { newId } from '../src/kernel/id/index.ts'
import { systemClock } from '../src/kernel/clock/index.ts'
import type { Pair } from './ledger-city.ts'

/**
 * The peer: what somebody would write by hand for one transfer, and nothing more. Tables like the ledger's, with its
 * foreign keys, floors and indexes, but one row a transfer; a statement each, named so that it is planned once.
 */
export async function openRaw(options: {
  adminUrl: string
  runtimeUrl: string
  schema: string
  role: string
  connections: number
}) {
  const admin = new pg.Client({ connectionString: options.adminUrl })
  await admin.connect()
  await admin.query(`set search_path = ${options.schema}`)
  for (const statement of TABLES) await admin.query(statement)
  await admin.query(`grant select, insert, update on raw_account, raw_posting to ${options.role}`)
  // Not of the tables that are still empty: PostgreSQL would go on reading them from end to end.
  await admin.query('analyze account, raw_account')
  const { rows } = await admin.query<{ commodity_id: string }>('select commodity_id from raw_account limit 1')
  await admin.end()
  const commodityId = rows[0]?.commodity_id
  const clients = Array.from({ length: options.connections }, () => {
    return new pg.Client({ connectionString: options.runtimeUrl, options: `-c search_path=${options.schema}` })
  })
  await Promise.all(clients.map((client) => client.connect()))

  return {
    async transfer(worker: number, { debit, credit, amount }: Pair): Promise<void> {
      const client = clients[worker]
      if (!client) throw new Error(`No client ${worker}`)
      const now = systemClock.now()
      await client.query('begin')
      await client.query({ name: 'raw.lock', text: LOCK, values: [debit, credit] })
      await client.query({ name: 'raw.debit', text: DEBIT, values: [debit, amount] })
      await client.query({ name: 'raw.credit', text: CREDIT, values: [credit, amount] })
      const values = [newId(systemClock), debit, credit, commodityId, amount, now.slice(0, 10), now]
      await client.query({ name: 'raw.posting', text: POSTING, values })
      await client.query('commit')
    },
    end: () => Promise.all(clients.map((client) => client.end())),
  }
}

const LOCK = 'select id, balance from raw_account where id in ($1, $2) order by id for no key update'
const DEBIT = 'update raw_account set balance = balance - $2 where id = $1'
const CREDIT = 'update raw_account set balance = balance + $2 where id = $1'
const POSTING = `insert into raw_posting (id, debit_id, credit_id, commodity_id, amount, business_day, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7)`

const TABLES = [
  'create table raw_account (like account including all) with (fillfactor = 60)',
  'alter table raw_account add foreign key (place_id) references place (id)',
  'alter table raw_account add foreign key (commodity_id) references commodity (id)',
  'insert into raw_account select * from account',
  `create table raw_posting (
    id uuid primary key,
    debit_id uuid not null,
    credit_id uuid not null,
    commodity_id uuid not null,
    amount bigint not null check (amount > 0),
    business_day date not null,
    recorded_at timestamptz not null,
    check (debit_id <> credit_id),
    foreign key (debit_id, commodity_id) references raw_account (id, commodity_id),
    foreign key (credit_id, commodity_id) references raw_account (id, commodity_id)
  )`,
  'create index on raw_posting (debit_id, business_day, recorded_at)',
  'create index on raw_posting (credit_id, business_day, recorded_at)',
]

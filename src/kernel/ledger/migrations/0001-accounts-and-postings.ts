import type { Migration } from '../../database/index.ts'

export const accountsAndPostings: Migration = {
  name: '0001-accounts-and-postings',
  up: [
    `create table commodity (
      id uuid primary key,
      code text not null,
      name text not null,
      measure text not null,
      constraint commodity_code_key unique (code),
      constraint commodity_measure check (measure in ('rupiah', 'gram', 'millilitre', 'piece'))
    )`,
    // Room is left on each page, so that a changed balance stays beside the old one and touches no index.
    `create table account (
      id uuid primary key,
      purpose text not null,
      owner_kind text not null,
      owner_id uuid not null,
      place_id uuid not null references place (id),
      commodity_id uuid not null references commodity (id),
      side text not null,
      floor bigint,
      balance bigint not null default 0,
      opened_on date not null,
      closed_on date,
      constraint account_side check (side in ('debit', 'credit')),
      constraint account_floor check (floor is null or balance >= floor),
      constraint account_range check (balance between -9000000000000000 and 9000000000000000),
      constraint account_dates check (closed_on is null or closed_on >= opened_on),
      constraint account_closed_empty check (closed_on is null or balance = 0),
      constraint account_commodity unique (id, commodity_id),
      constraint account_once unique (owner_id, owner_kind, purpose, place_id, commodity_id)
    ) with (fillfactor = 60)`,
    `create index account_place on account (place_id, purpose)`,
    `create table transfer (
      id uuid primary key,
      kind text not null,
      place_id uuid not null,
      business_day date not null,
      recorded_at timestamptz not null,
      reverses uuid references transfer (id),
      memo text,
      constraint transfer_reversed_once unique (reverses)
    )`,
    `create index transfer_place on transfer (place_id, business_day)`,
    `create table posting (
      transfer_id uuid not null references transfer (id),
      leg int not null,
      debit_id uuid not null,
      credit_id uuid not null,
      commodity_id uuid not null,
      amount bigint not null,
      business_day date not null,
      recorded_at timestamptz not null,
      primary key (transfer_id, leg),
      constraint posting_amount check (amount > 0),
      constraint posting_two_accounts check (debit_id <> credit_id),
      constraint posting_debit foreign key (debit_id, commodity_id) references account (id, commodity_id),
      constraint posting_credit foreign key (credit_id, commodity_id) references account (id, commodity_id)
    )`,
    `create index posting_of_debit on posting (debit_id, business_day, recorded_at)`,
    `create index posting_of_credit on posting (credit_id, business_day, recorded_at)`,
  ],
}

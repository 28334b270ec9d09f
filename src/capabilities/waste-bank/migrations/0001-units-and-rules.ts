import type { Migration } from '../../../kernel/database/index.ts'

export const unitsAndRules: Migration = {
  name: '0001-units-and-rules',
  up: [
    `create table waste_unit (
      id uuid primary key references place (id),
      code text not null,
      address text not null,
      opened_on date not null,
      closed_on date,
      cash_account_id uuid not null references account (id),
      share_account_id uuid not null references account (id),
      stock_value_account_id uuid not null references account (id),
      cash_outside_account_id uuid not null references account (id),
      cash_difference_account_id uuid not null references account (id),
      constraint waste_unit_code_key unique (code),
      constraint waste_unit_dates check (closed_on is null or closed_on >= opened_on)
    )`,
    `create table material (
      id uuid primary key,
      code text not null,
      name_id text not null,
      name_en text not null,
      category text not null,
      measure text not null,
      picture text not null,
      commodity_id uuid not null references commodity (id),
      valid_from date not null,
      valid_to date,
      constraint material_code_key unique (code),
      constraint material_measure check (measure in ('gram', 'millilitre', 'piece')),
      constraint material_dates check (valid_to is null or valid_to >= valid_from)
    )`,
    `create index material_category on material (category, name_id)`,
    `create table unit_material (
      id uuid primary key,
      unit_id uuid not null references waste_unit (id),
      material_id uuid not null references material (id),
      position integer not null,
      stock_account_id uuid not null references account (id),
      received_account_id uuid not null references account (id),
      constraint unit_material_key unique (unit_id, material_id)
    )`,
    `create table price_list (
      id uuid primary key,
      unit_id uuid not null references waste_unit (id),
      valid_from date not null,
      made_by uuid not null,
      made_at timestamptz not null,
      withdrawn_at timestamptz
    )`,
    `create unique index price_list_key on price_list (unit_id, valid_from) where withdrawn_at is null`,
    `create table price (
      id uuid primary key,
      list_id uuid not null references price_list (id),
      material_id uuid not null references material (id),
      rupiah bigint not null,
      constraint price_key unique (list_id, material_id),
      constraint price_positive check (rupiah >= 0)
    )`,
    `create table sharing_rule (
      id uuid primary key,
      unit_id uuid not null references waste_unit (id),
      valid_from date not null,
      kind text not null,
      member_basis_points integer not null,
      made_by uuid not null,
      made_at timestamptz not null,
      constraint sharing_rule_key unique (unit_id, valid_from),
      constraint sharing_rule_kind check (kind in ('percentage', 'margin')),
      constraint sharing_rule_part check (member_basis_points between 0 and 10000),
      constraint sharing_rule_margin check (kind = 'percentage' or member_basis_points = 10000)
    )`,
    `create table unit_limit (
      id uuid primary key,
      unit_id uuid not null references waste_unit (id),
      valid_from date not null,
      line_max bigint not null,
      median_factor integer not null,
      made_by uuid not null,
      made_at timestamptz not null,
      constraint unit_limit_key unique (unit_id, valid_from),
      constraint unit_limit_positive check (line_max > 0 and median_factor > 1)
    )`,
    `create table member (
      id uuid primary key,
      unit_id uuid not null references waste_unit (id),
      person_id uuid not null references person (id),
      number integer not null,
      card_token text not null,
      claim_hash text not null,
      savings_account_id uuid not null references account (id),
      joined_on date not null,
      left_on date,
      pin_hash text,
      constraint member_number_key unique (unit_id, number),
      constraint member_card_key unique (card_token)
    )`,
    `create unique index member_person_key on member (unit_id, person_id) where left_on is null`,
    `create index member_person on member (person_id)`,
    `create index member_claim on member (claim_hash)`,
  ],
}

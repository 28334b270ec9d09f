import type { Migration } from '../../../kernel/database/index.ts'

export const claimsAndPins: Migration = {
  name: '0001-claims-and-pins',
  up: [
    `create table programme (
      id uuid primary key,
      code text not null,
      name_id text not null,
      name_en text not null,
      pillar text not null,
      owner text not null,
      constraint programme_code_key unique (code),
      constraint programme_pillar check
        (pillar in ('governance', 'branding', 'economy', 'living', 'society', 'environment'))
    )`,
    `create table claim (
      id uuid primary key,
      number text not null,
      programme_id uuid references programme (id),
      text_id text not null,
      text_en text not null,
      place_id uuid not null references place (id),
      made_by uuid not null,
      made_at timestamptz not null,
      token text not null,
      document_hash text not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      withdrawn_reason text,
      constraint claim_number_key unique (number),
      constraint claim_token_key unique (token),
      constraint claim_withdrawn check
        (num_nulls(withdrawn_at, withdrawn_by, withdrawn_reason) in (0, 3))
    )`,
    `create index claim_list on claim (made_at desc, id desc)`,
    `create index claim_place on claim (place_id)`,
    `create table claim_document (id uuid primary key references claim (id), pdf bytea not null)`,
    `create table claim_series (year int primary key, next int not null)`,
    `create table pin (
      id uuid primary key,
      claim_id uuid not null references claim (id),
      indicator text not null,
      filter_place_id uuid references place (id),
      filter_dimension text,
      from_day date,
      business_as_of date not null,
      recorded_as_of timestamptz not null,
      n bigint not null,
      amount bigint not null,
      root text not null,
      timeliness jsonb not null,
      reported int not null,
      population int not null,
      made_at timestamptz not null
    )`,
    `create index pin_claim on pin (claim_id)`,
    `create table pin_contribution (
      pin_id uuid not null references pin (id),
      contribution_id uuid not null,
      row_hash text not null,
      amount bigint not null,
      primary key (pin_id, contribution_id)
    )`,
    `create table draw (
      id uuid primary key,
      pin_id uuid not null references pin (id),
      k int not null,
      seed text not null,
      seed_given boolean not null,
      algorithm text not null,
      drawn_ids uuid[] not null,
      made_by uuid not null,
      made_at timestamptz not null,
      constraint draw_k check (k > 0 and k = cardinality(drawn_ids))
    )`,
    `create index draw_pin on draw (pin_id, made_at)`,
  ],
}

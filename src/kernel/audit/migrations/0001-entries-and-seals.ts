import type { Migration } from '../../database/index.ts'

export const entriesAndSeals: Migration = {
  name: '0001-entries-and-seals',
  up: [
    `create table audit_entry (
      seq bigint generated always as identity,
      id uuid primary key,
      operation text not null,
      actor text not null,
      key text,
      input_hash bytea not null,
      place_id uuid,
      subject_id uuid,
      recorded_at timestamptz not null,
      business_day date not null,
      body text not null,
      hash bytea not null,
      mac bytea not null,
      mac_key text not null,
      constraint audit_entry_key unique (actor, operation, key)
    )`,
    `create unique index audit_entry_seq on audit_entry (seq)`,
    `create index audit_entry_operation on audit_entry (operation, seq desc)`,
    `create index audit_entry_actor on audit_entry (actor, seq desc)`,
    `create index audit_entry_place on audit_entry (place_id, seq desc)`,
    `create index audit_entry_subject on audit_entry (subject_id, seq desc) where subject_id is not null`,
    `create table audit_seal (
      id bigint primary key,
      from_seq bigint not null,
      to_seq bigint not null,
      leaves text not null,
      root bytea not null,
      previous bytea not null,
      mac bytea not null,
      mac_key text not null,
      sealed_at timestamptz not null
    )`,
    `create table subject_key (
      id uuid primary key,
      wrapped text not null,
      made_at timestamptz not null
    )`,
    `create table erasure (
      person_id uuid primary key,
      erased_at timestamptz not null
    )`,
  ],
}

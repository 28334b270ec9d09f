import type { Migration } from '../../../kernel/database/index.ts'

export const people: Migration = {
  name: '0001-people',
  up: [
    `create table person (
      id uuid primary key,
      full_name text not null,
      name_key text not null,
      birth_on date,
      birth_year integer,
      sex text,
      phone text,
      address text,
      nik_sealed text,
      nik_hash text,
      nik_end text,
      keeper_place_id uuid not null references place (id),
      made_at timestamptz not null,
      erased_at timestamptz,
      constraint person_sex check (sex in ('female', 'male')),
      constraint person_birth_year check (birth_year between 1900 and 2100)
    )`,
    `create unique index person_nik_key on person (nik_hash)`,
    `create index person_name on person (name_key text_pattern_ops)`,
    `create index person_name_words on person using gin (to_tsvector('simple', name_key))`,
    `create index person_keeper on person (keeper_place_id)`,
    `create index person_phone on person (phone)`,
    `create table residence (
      id uuid primary key,
      person_id uuid not null references person (id),
      place_id uuid not null references place (id),
      valid_from date not null,
      valid_to date,
      constraint residence_dates check (valid_to is null or valid_to >= valid_from)
    )`,
    `create index residence_person on residence (person_id, valid_from)`,
    `create index residence_place on residence (place_id)`,
    `create unique index residence_one_open on residence (person_id) where valid_to is null`,
    `create table household (
      id uuid primary key,
      kk_sealed text,
      kk_hash text,
      kk_end text,
      place_id uuid references place (id),
      made_at timestamptz not null
    )`,
    `create unique index household_kk_key on household (kk_hash)`,
    `create table household_member (
      id uuid primary key,
      household_id uuid not null references household (id),
      person_id uuid not null references person (id),
      relation text not null,
      valid_from date not null,
      valid_to date,
      constraint household_member_dates check (valid_to is null or valid_to >= valid_from)
    )`,
    `create unique index household_member_one_open on household_member (person_id) where valid_to is null`,
    `create index household_member_household on household_member (household_id)`,
    `create table guardian (
      id uuid primary key,
      ward_id uuid not null references person (id),
      guardian_id uuid not null references person (id),
      relation text not null,
      valid_from date not null,
      valid_to date,
      constraint guardian_dates check (valid_to is null or valid_to >= valid_from),
      constraint guardian_of_another check (ward_id <> guardian_id)
    )`,
    `create index guardian_ward on guardian (ward_id)`,
    `create unique index guardian_one_open on guardian (ward_id, guardian_id) where valid_to is null`,
    `create index guardian_guardian on guardian (guardian_id)`,
    `create table person_canonical (
      id uuid primary key,
      person_id uuid not null references person (id),
      canonical_id uuid not null references person (id),
      reason text not null,
      linked_at timestamptz not null,
      constraint person_canonical_once unique (person_id),
      constraint person_canonical_other check (person_id <> canonical_id)
    )`,
    `create index person_canonical_target on person_canonical (canonical_id)`,
    `create table consent (
      id uuid primary key,
      person_id uuid not null references person (id),
      purpose text not null,
      text_version text not null,
      given_at timestamptz not null,
      given_via text not null,
      given_by_id uuid references person (id),
      withdrawn_at timestamptz,
      constraint consent_via check (given_via in ('own', 'guardian', 'staff'))
    )`,
    `create unique index consent_one_open on consent (person_id, purpose) where withdrawn_at is null`,
    `create index consent_person on consent (person_id, purpose)`,
  ],
}

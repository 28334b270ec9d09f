import type { Migration } from '../../database/index.ts'

export const placesUsersGrants: Migration = {
  name: '0001-places-users-grants',
  up: [
    `create table place (
      id uuid primary key,
      parent_id uuid references place (id),
      path text not null,
      kind text not null,
      code text,
      name text not null,
      valid_from date not null,
      valid_to date,
      constraint place_path_key unique (path),
      constraint place_code_key unique (kind, code),
      constraint place_dates check (valid_to is null or valid_to >= valid_from)
    )`,
    `create index place_path_prefix on place (path text_pattern_ops)`,
    `create index place_parent on place (parent_id)`,
    `create index place_kind on place (kind, name)`,
    `create table user_account (
      id uuid primary key,
      user_name text not null,
      display_name text not null,
      phone text,
      person_id uuid,
      status text not null,
      made_at timestamptz not null,
      constraint user_account_status check (status in ('active', 'closed'))
    )`,
    `create unique index user_account_name_key on user_account (lower(user_name))`,
    `create unique index user_account_phone_key on user_account (phone) where status = 'active'`,
    `create index user_account_person on user_account (person_id)`,
    `create table role_grant (
      id uuid primary key,
      user_id uuid not null references user_account (id),
      role text not null,
      place_id uuid not null references place (id),
      valid_from date not null,
      valid_to date,
      granted_by uuid references user_account (id),
      constraint role_grant_dates check (valid_to is null or valid_to >= valid_from)
    )`,
    `create index role_grant_user on role_grant (user_id, role)`,
    `create index role_grant_place on role_grant (place_id)`,
  ],
}

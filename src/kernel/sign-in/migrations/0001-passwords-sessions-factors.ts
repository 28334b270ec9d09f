import type { Migration } from '../../database/index.ts'

export const passwordsSessionsFactors: Migration = {
  name: '0001-passwords-sessions-factors',
  up: [
    `create table password (
      user_id uuid primary key references user_account (id),
      hash text not null,
      set_at timestamptz not null,
      must_change boolean not null
    )`,
    `create table session (
      id uuid primary key,
      user_id uuid not null references user_account (id),
      token_hash bytea not null,
      made_at timestamptz not null,
      proved_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      ended_by text,
      device_label text not null,
      device_id uuid,
      constraint session_token_key unique (token_hash),
      constraint session_ended check ((revoked_at is null) = (ended_by is null)),
      constraint session_ended_by check (ended_by in ('closed', 'revoked', 'account'))
    )`,
    `create index session_of_user on session (user_id, made_at desc)`,
    `create table passkey (
      id uuid primary key,
      user_id uuid not null references user_account (id),
      credential_id text not null,
      public_key bytea not null,
      sign_count bigint not null,
      transports text not null,
      label text not null,
      made_at timestamptz not null,
      constraint passkey_credential_key unique (credential_id)
    )`,
    `create index passkey_user on passkey (user_id)`,
    `create table passkey_challenge (
      id uuid primary key,
      purpose text not null,
      user_id uuid references user_account (id),
      challenge text not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      constraint passkey_challenge_purpose check (purpose in ('enrol', 'sign_in'))
    )`,
    `create index passkey_challenge_age on passkey_challenge (expires_at)`,
    `create table one_time_code (
      id uuid primary key,
      purpose text not null,
      phone_key text not null,
      user_id uuid references user_account (id),
      hash bytea not null,
      key_id text not null,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      attempts integer not null,
      used_at timestamptz
    )`,
    `create index one_time_code_phone on one_time_code (purpose, phone_key, made_at desc)`,
    `create index one_time_code_age on one_time_code (expires_at)`,
    `create table sign_in_attempt (
      id text primary key,
      failures integer not null,
      last_at timestamptz not null,
      blocked_until timestamptz
    )`,
    `create index sign_in_attempt_age on sign_in_attempt (last_at)`,
    `create table api_token (
      id uuid primary key,
      user_id uuid not null references user_account (id),
      hash bytea not null,
      label text not null,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      constraint api_token_key unique (hash)
    )`,
    `create index api_token_user on api_token (user_id, made_at desc)`,
  ],
}

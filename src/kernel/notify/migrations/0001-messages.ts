import type { Migration } from '../../database/index.ts'

export const messages: Migration = {
  name: '0001-messages',
  up: [
    `create table message (
      id uuid primary key,
      to_person_id uuid,
      to_phone text,
      channel text not null,
      locale text not null,
      template text not null,
      body text not null,
      is_secret boolean not null,
      once_key text not null,
      status text not null,
      attempts integer not null,
      send_after timestamptz not null,
      sent_at timestamptz,
      gateway_ref text,
      failure text,
      place_id uuid references place (id),
      blind text,
      made_at timestamptz not null,
      constraint message_once unique (once_key),
      constraint message_channel check (channel in ('mailbox', 'whatsapp', 'sms', 'email')),
      constraint message_status check (status in ('queued', 'sent', 'failed', 'suppressed'))
    )`,
    `create index message_due on message (send_after) where status = 'queued'`,
    `create index message_person on message (to_person_id, made_at desc) where to_person_id is not null`,
    `create index message_place on message (place_id, made_at desc)`,
    `create index message_newest on message (made_at desc, id desc)`,
    `create table notify_opt_out (
      id uuid primary key,
      person_id uuid not null,
      topic text not null,
      made_at timestamptz not null,
      constraint notify_opt_out_once unique (person_id, topic)
    )`,
  ],
}

import type { Migration } from '../../database/index.ts'

export const tasks: Migration = {
  name: '0001-tasks',
  up: [
    `create table task (
      id uuid primary key,
      kind text not null,
      place_id uuid not null references place (id),
      subject_id uuid not null,
      assigned_to uuid references user_account (id),
      due_on date not null,
      status text not null,
      once_key text not null,
      made_at timestamptz not null,
      closed_at timestamptz,
      closed_by uuid,
      constraint task_status check (status in ('open', 'done', 'dropped'))
    )`,
    `create unique index task_open_once on task (once_key) where status = 'open'`,
    `create index task_place on task (place_id, status, due_on)`,
    `create index task_assigned on task (assigned_to, status, due_on)`,
  ],
}

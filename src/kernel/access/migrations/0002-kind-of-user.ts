import type { Migration } from '../../database/index.ts'

export const kindOfUser: Migration = {
  name: '0002-kind-of-user',
  up: [
    `alter table user_account add column kind text not null default 'staff',
      add constraint user_account_kind check (kind in ('staff', 'resident'))`,
    `create index user_account_list on user_account (status, lower(display_name), id)`,
    `create unique index user_account_resident_key on user_account (person_id)
      where kind = 'resident' and status = 'active'`,
  ],
}

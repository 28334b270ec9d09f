import type { Migration } from '../../database/index.ts'

export const parts: Migration = {
  name: '0001-parts',
  up: [
    // Months and timeliness compare as text everywhere alike, whatever the database's language.
    `create table indicator_part (
      indicator text not null collate "C",
      place_id uuid not null references place (id),
      dimension text not null collate "C",
      month text not null collate "C",
      recorded_month text not null collate "C",
      timeliness text not null collate "C",
      n bigint not null,
      amount bigint not null,
      primary key (indicator, place_id, dimension, month, recorded_month, timeliness),
      constraint indicator_part_months check (month ~ '^\\d{4}-\\d{2}$' and recorded_month ~ '^\\d{4}-\\d{2}$'),
      constraint indicator_part_timeliness check (timeliness in ('same_day', 'within_week', 'later', 'imported')),
      constraint indicator_part_n check (n > 0)
    ) with (fillfactor = 70)`,
    `create index indicator_part_month on indicator_part (indicator, place_id, month)`,
    `create table indicator_whole (
      indicator text not null collate "C",
      slot int not null,
      dimension text not null collate "C",
      month text not null collate "C",
      recorded_month text not null collate "C",
      timeliness text not null collate "C",
      n bigint not null,
      amount bigint not null,
      primary key (indicator, slot, dimension, month, recorded_month, timeliness),
      constraint indicator_whole_slot check (slot between 0 and 7),
      constraint indicator_whole_n check (n > 0)
    ) with (fillfactor = 70)`,
  ],
}

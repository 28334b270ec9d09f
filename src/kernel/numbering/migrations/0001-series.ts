import type { Migration } from '../../database/index.ts'

export const series: Migration = {
  name: '0001-series',
  up: [
    `create table device_letter (
      place_id uuid not null references place (id),
      device_id uuid not null,
      letter text not null,
      label text not null,
      made_at timestamptz not null,
      primary key (place_id, device_id),
      constraint device_letter_once unique (place_id, letter),
      constraint device_letter_shape check (letter ~ '^[A-Z]{1,2}$')
    )`,
    `create table number_series (
      place_id uuid not null,
      letter text not null,
      year integer not null,
      code text not null,
      next integer not null,
      primary key (place_id, letter, year),
      foreign key (place_id, letter) references device_letter (place_id, letter),
      constraint number_series_next check (next between 1 and 1000000)
    )`,
    `create table number_missing (
      place_id uuid not null,
      letter text not null,
      year integer not null,
      running integer not null,
      since timestamptz not null,
      primary key (place_id, letter, year, running),
      foreign key (place_id, letter, year) references number_series (place_id, letter, year)
    )`,
  ],
}

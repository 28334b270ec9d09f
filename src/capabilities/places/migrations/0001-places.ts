import type { Migration } from '../../../kernel/database/index.ts'

export const places: Migration = {
  name: '0001-places',
  up: [
    `create table place_detail (
      id uuid primary key references place (id),
      normal_form text not null,
      area_m2 bigint,
      source text,
      synthetic boolean not null,
      constraint place_detail_area check (area_m2 > 0)
    )`,
    `create index place_detail_normal_form on place_detail (normal_form text_pattern_ops)`,
    `create table place_alias (
      id uuid primary key,
      place_id uuid not null references place (id),
      alias text not null,
      normal_form text not null,
      source text not null,
      constraint place_alias_once unique (place_id, normal_form)
    )`,
    `create index place_alias_normal_form on place_alias (normal_form text_pattern_ops)`,
    `create table place_code (
      id uuid primary key,
      place_id uuid not null references place (id),
      numbering text not null,
      code text not null,
      constraint place_code_numbering check (numbering in ('kemendagri', 'bps')),
      constraint place_code_once unique (numbering, code),
      constraint place_code_one_each unique (place_id, numbering)
    )`,
  ],
}

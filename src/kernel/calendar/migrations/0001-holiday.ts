/** One day has one entry: what matters is that nobody works. */
export const up = [
  `create table holiday (
    holiday_on date primary key,
    name_id text not null,
    name_en text not null,
    kind text not null,
    basis text not null,
    constraint holiday_kind check (kind in ('national', 'joint_leave', 'city')),
    constraint holiday_basis check (basis <> '')
  )`,
]

import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/clock/index.ts'
import { normalForm } from '../rules/normal-form.ts'
import type { Read } from './place-node.ts'

export interface PlacesAsked {
  readonly text?: string | undefined
  readonly kind?: string | undefined
  readonly parentId?: string | undefined
  readonly underId?: string | undefined
  /** Undefined: on whatever day. */
  readonly on?: CivilDate | undefined
  /** The whole name, rather than any part of it. */
  readonly isWhole?: boolean
}

/** Places with what tells two of one name apart; the one base of every list here. */
export function placeRows(tx: Read, asked: PlacesAsked) {
  const { text, kind, parentId, underId, on } = asked
  let rows = tx
    .selectFrom('place')
    .leftJoin('placeDetail', 'placeDetail.id', 'place.id')
    .leftJoin('place as parent', 'parent.id', 'place.parentId')
    .leftJoin('place as kelurahan', (join) =>
      join.on('kelurahan.kind', '=', 'kelurahan').on(sql<boolean>`starts_with(place.path, kelurahan.path)`),
    )
  if (kind !== undefined) rows = rows.where('place.kind', '=', kind)
  if (parentId !== undefined) rows = rows.where('place.parentId', '=', parentId)
  if (underId !== undefined) {
    rows = rows
      .where('place.id', '!=', underId)
      .where(sql<boolean>`starts_with(place.path, (select path from place where id = ${underId}))`)
  }
  if (on !== undefined) {
    rows = rows
      .where('place.validFrom', '<=', on)
      .where((eb) => eb.or([eb('place.validTo', 'is', null), eb('place.validTo', '>=', on)]))
  }
  if (text !== undefined && text !== '') rows = rows.where(spelt(text, asked.isWhole ?? false))
  return rows
}

/** In any spelling: the name, an alias, or a code. A place that another part made has no detail; its name still counts. */
function spelt(text: string, isWhole: boolean) {
  const form = normalForm(text)
  const like = isWhole || form === '' ? form : `%${form}%`
  return sql<boolean>`(
    place_detail.normal_form like ${like}
    or (place_detail.id is null and lower(place.name) = ${text.trim().toLowerCase()})
    or place.code = ${text.trim()}
    or exists (select 1 from place_alias a where a.place_id = place.id and a.normal_form like ${like})
    or exists (select 1 from place_code c where c.place_id = place.id and c.code = ${text.trim()})
  )`
}

export const rowColumns = [
  'place.id as placeId',
  'place.kind',
  'place.name',
  'place.code',
  'place.parentId',
  'parent.name as parent',
  'kelurahan.name as kelurahan',
  'place.validFrom',
  'place.validTo',
] as const

export const isSynthetic = sql<boolean>`coalesce(place_detail.synthetic, false)`.as('synthetic')

/** `RT 2` before `RT 10`. */
export const byNumberThenName = sql`lower(regexp_replace(place.name, '[0-9].*', '')), nullif(substring(place.name from '[0-9]{1,9}'), '')::int, place.name`

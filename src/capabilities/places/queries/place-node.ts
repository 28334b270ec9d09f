import type { Kysely } from 'kysely'
import type { AccessTables } from '../../../kernel/access/index.ts'
import type { ReadOnly } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import type { PlacesTables } from '../tables.ts'

export type Tables = PlacesTables & AccessTables
export type Read = ReadOnly<Tables>

/** @throws place.not_found */
export async function getPlaceNode(tx: Read, placeId: string) {
  const place = await tx.selectFrom('place').selectAll().where('id', '=', placeId).executeTakeFirst()
  if (!place) throw placeNotFound()
  return place
}

export const placeNotFound = () => refuse('place.not_found', {}, { kind: 'not_found' })

/** The root of the city's tree: for permissions on what belongs to the whole city. */
export async function cityPlace(db: Kysely<never>): Promise<string> {
  const any: ReadOnly<never> = db
  const root = await (any as Read)
    .selectFrom('place')
    .select('id')
    .where('parentId', 'is', null)
    .orderBy('validFrom')
    .executeTakeFirst()
  if (!root) throw refuse('place.no_city')
  return root.id
}

import { sql } from 'kysely'
import { anyone } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { PlaceId, PlaceShown } from '../contract.ts'
import { placeNotFound } from './place-node.ts'
import type { Tables } from './place-node.ts'
import { isSynthetic, placeRows, rowColumns } from './place-rows.ts'

export const getPlace = query<Tables>()({
  name: 'place.get',
  about: 'One place with its codes, aliases, area and the way to it.',
  input: PlaceId,
  output: PlaceShown,
  allow: anyone(),
  async run({ db }, { placeId }) {
    const place = await placeRows(db, {})
      .select([...rowColumns, 'placeDetail.areaM2', 'placeDetail.source', 'place.path'])
      .select(isSynthetic)
      .where('place.id', '=', placeId)
      .executeTakeFirst()
    if (!place) throw placeNotFound()
    const { path, ...row } = place
    const aliases = await db
      .selectFrom('placeAlias')
      .select(['alias', 'source'])
      .where('placeId', '=', placeId)
      .orderBy('alias')
      .execute()
    const codes = await db
      .selectFrom('placeCode')
      .select(['numbering', 'code'])
      .where('placeId', '=', placeId)
      .orderBy('numbering', 'desc')
      .execute()
    const way = await db
      .selectFrom('place')
      .select(['id as placeId', 'kind', 'name'])
      .where(sql<boolean>`starts_with(${path}, path)`)
      .orderBy(sql`length(path)`)
      .execute()
    return { ...row, aliases, codes, way }
  },
})

import { anyone } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { ListPlaces, PlacesPage } from '../contract.ts'
import type { Tables } from './place-node.ts'
import { byNumberThenName, isSynthetic, placeRows, rowColumns } from './place-rows.ts'

export const listPlaces = query<Tables>()({
  name: 'place.list',
  about: 'Places by name in any spelling, kind, or what they stand under; those in use today unless asked otherwise.',
  input: ListPlaces,
  output: PlacesPage,
  allow: anyone(),
  async run({ db, today }, { page, size, withClosed, on, ...asked }) {
    const found = placeRows(db, { ...asked, on: withClosed ? on : (on ?? today) })
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .select(rowColumns)
      .select(isSynthetic)
      .orderBy(byNumberThenName)
      .orderBy('place.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows, total, page, size }
  },
})

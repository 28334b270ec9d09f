import { anyone } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { FindPlace, PlacesFound } from '../contract.ts'
import type { Tables } from './place-node.ts'
import { byNumberThenName, isSynthetic, placeRows, rowColumns } from './place-rows.ts'

/** Several places may bear one name: all of them are given, each with its kelurahan, and the asker decides. */
export const findPlace = query<Tables>()({
  name: 'place.find',
  about: 'The places that a code or a whole name, in any spelling, can mean; each with its kelurahan.',
  input: FindPlace,
  output: PlacesFound,
  allow: anyone(),
  run: ({ db, today }, { text, kind, on }) =>
    placeRows(db, { text, kind, on: on ?? today, isWhole: true })
      .select(rowColumns)
      .select(isSynthetic)
      .orderBy(byNumberThenName)
      .orderBy('place.id')
      .limit(50)
      .execute(),
})

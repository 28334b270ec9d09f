import { can } from '../../../kernel/access/index.ts'
import { compareDates } from '../../../kernel/clock/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { ClosePlace, PlaceId } from '../contract.ts'
import { getPlaceNode } from '../queries/place-node.ts'
import type { Tables } from '../queries/place-node.ts'

export const closePlace = operation<Tables>()({
  name: 'place.close',
  about: 'Ends a place on a day; what was recorded at it stays.',
  input: ClosePlace,
  output: PlaceId,
  allow: can<{ placeId: string }>('place.manage', (_db, { placeId }) => placeId),
  async run({ tx, write }, { placeId, closedOn }) {
    const place = await getPlaceNode(tx, placeId)
    if (compareDates(closedOn, place.validFrom) < 0) {
      throw refuse('place.closed_before_opened', { day: place.validFrom }, { field: 'closedOn' })
    }
    // Adding under the place takes the same lock on it, so that nothing can come under a place that is being closed.
    await tx.selectFrom('place').select('id').where('id', '=', placeId).forNoKeyUpdate().execute()
    const open = await tx
      .selectFrom('place')
      .select('name')
      .where('parentId', '=', placeId)
      .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', closedOn)]))
      .orderBy('name')
      .execute()
    const [first] = open
    if (first) throw refuse('place.has_open_places', { name: first.name, n: open.length })
    const [closed] = await write.update('place', { validTo: closedOn }, { id: placeId, validTo: null })
    if (!closed) {
      const { validTo } = await getPlaceNode(tx, placeId)
      throw refuse('place.already_closed', { day: validTo ?? closedOn }, { kind: 'conflict' })
    }
    return { placeId }
  },
})

import { can } from '../../../kernel/access/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { AddAlias, PlaceId } from '../contract.ts'
import { getPlaceNode } from '../queries/place-node.ts'
import type { Tables } from '../queries/place-node.ts'
import { normalForm } from '../rules/normal-form.ts'

export const addAlias = operation<Tables>()({
  name: 'place.alias_add',
  about: 'Adds another spelling under which a place is found, with where it was seen.',
  input: AddAlias,
  output: PlaceId,
  allow: can<{ placeId: string }>('place.manage', (_db, { placeId }) => placeId),
  async run({ tx, write, newId }, { placeId, alias, source }) {
    const place = await getPlaceNode(tx, placeId)
    const form = normalForm(alias)
    if (form === '') throw refuse('place.name_empty', {}, { field: 'alias' })
    // The constraint place_alias_once says the same for an alias that is there already.
    if (form === normalForm(place.name)) throw aliasKnown()
    await write.insert('placeAlias', { id: newId(), placeId, alias, normalForm: form, source })
    return { placeId }
  },
})

export const aliasKnown = () => refuse('place.alias_known', {}, { kind: 'conflict', field: 'alias' })

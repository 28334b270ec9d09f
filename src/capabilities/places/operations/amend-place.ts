import { can } from '../../../kernel/access/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { AmendPlace, PlaceId } from '../contract.ts'
import { getPlaceNode } from '../queries/place-node.ts'
import type { Tables } from '../queries/place-node.ts'
import { normalForm } from '../rules/normal-form.ts'
import { requireNameFree } from './add-place.ts'

/** The name that goes stays findable as an alias: older papers carry it. */
export const amendPlace = operation<Tables>()({
  name: 'place.amend',
  about: 'Corrects a place’s name or area; the former name becomes an alias.',
  input: AmendPlace,
  output: PlaceId,
  allow: can<{ placeId: string }>('place.manage', (_db, { placeId }) => placeId),
  async run({ tx, write, newId }, { placeId, name, areaM2, source }) {
    const place = await getPlaceNode(tx, placeId)
    if (place.validTo !== null) throw refuse('place.already_closed', { day: place.validTo }, { kind: 'conflict' })
    const detail = await tx.selectFrom('placeDetail').selectAll().where('id', '=', placeId).executeTakeFirst()
    const form = normalForm(name ?? place.name)
    if (form === '') throw refuse('place.name_empty', {}, { field: 'name' })

    if (name !== undefined && name !== place.name) {
      if (place.parentId !== null) {
        const parent = await getPlaceNode(tx, place.parentId)
        const { kind, validFrom, parentId } = { ...place, parentId: place.parentId }
        await requireNameFree(tx, { kind, name, parentId, parentName: parent.name, validFrom, exceptId: placeId })
      }
      await write.update('place', { name }, { id: placeId })
      await keepFormerName(place.name)
    }
    const known = { normalForm: form, source, areaM2: areaM2 === undefined ? (detail?.areaM2 ?? null) : areaM2 }
    if (detail) await write.update('placeDetail', known, { id: placeId })
    else await write.insert('placeDetail', { id: placeId, ...known, synthetic: false })
    return { placeId }

    async function keepFormerName(former: string): Promise<void> {
      const old = normalForm(former)
      await write.remove('placeAlias', { placeId, normalForm: form })
      const known = await tx
        .selectFrom('placeAlias')
        .select('id')
        .where('placeId', '=', placeId)
        .where('normalForm', '=', old)
        .executeTakeFirst()
      if (old === form || known) return
      await write.insert('placeAlias', { id: newId(), placeId, alias: former, normalForm: old, source })
    }
  },
})

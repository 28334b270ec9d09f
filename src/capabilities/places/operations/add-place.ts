import { can } from '../../../kernel/access/index.ts'
import type { CivilDate } from '../../../kernel/clock/index.ts'
import { compareDates } from '../../../kernel/clock/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { AddPlace, PlaceId } from '../contract.ts'
import { placeNotFound } from '../queries/place-node.ts'
import type { Read, Tables } from '../queries/place-node.ts'
import { normalForm } from '../rules/normal-form.ts'
import { mayStandUnder, overlaps, pathOf } from '../rules/tree.ts'

/** Any room's context: the tables of this room are reached here, not by the caller. */
export type PlaceContext = Pick<OperationContext<never>, 'newId' | 'today' | 'now'>

export interface NewPlace {
  readonly kind: string
  readonly name: string
  readonly parentId: string
  /** Unique among the places of one kind. */
  readonly code?: string | undefined
  readonly validFrom: CivilDate
  readonly areaM2?: number | undefined
  readonly source?: string | undefined
  readonly synthetic?: boolean
}

/**
 * Puts a place into the tree, inside another room's operation, which has asked who may. Two of one kind and name may
 * not stand under one parent at the same time; under two parents they may.
 * @returns the new place's id
 * @throws place.not_found, place.wrong_parent, place.before_parent, place.parent_closed, place.name_taken, place.name_empty
 */
export async function addPlace(context: PlaceContext, place: NewPlace): Promise<string> {
  const { tx, write, newId } = context as OperationContext<Tables>
  const { kind, name, parentId, code, validFrom } = place
  const form = normalForm(name)
  if (form === '') throw refuse('place.name_empty', {}, { field: 'name' })
  // Whoever adds under the same parent waits here, so that one name cannot be given twice at once.
  const parent = await tx.selectFrom('place').selectAll().where('id', '=', parentId).forNoKeyUpdate().executeTakeFirst()
  if (!parent) throw placeNotFound()
  if (!mayStandUnder(kind, parent.kind)) {
    throw refuse('place.wrong_parent', { kind, parent: parent.kind }, { field: 'parentId' })
  }
  if (compareDates(validFrom, parent.validFrom) < 0) {
    throw refuse('place.before_parent', { parent: parent.name, day: parent.validFrom }, { field: 'validFrom' })
  }
  if (parent.validTo !== null) throw refuse('place.parent_closed', { parent: parent.name, day: parent.validTo })
  await requireNameFree(tx, { ...place, parentName: parent.name })

  const id = newId()
  const node = { id, kind, name, parentId, code: code ?? null, path: pathOf(parent.path, id), validFrom, validTo: null }
  await write.insert('place', node)
  await write.insert('placeDetail', {
    id,
    normalForm: form,
    areaM2: place.areaM2 ?? null,
    source: place.source ?? null,
    synthetic: place.synthetic ?? false,
  })
  return id
}

/** @throws place.name_taken when a sibling of the kind has this name on one of the days */
export async function requireNameFree(
  tx: Read,
  place: { kind: string; name: string; parentId: string; parentName: string; validFrom: CivilDate; exceptId?: string },
): Promise<void> {
  const namesakes = await tx
    .selectFrom('place')
    .innerJoin('placeDetail', 'placeDetail.id', 'place.id')
    .select(['place.id', 'place.validFrom', 'place.validTo'])
    .where('place.parentId', '=', place.parentId)
    .where('place.kind', '=', place.kind)
    .where('placeDetail.normalForm', '=', normalForm(place.name))
    .execute()
  const period = { validFrom: place.validFrom, validTo: null }
  if (namesakes.some((other) => other.id !== place.exceptId && overlaps(other, period))) {
    const params = { name: place.name, parent: place.parentName }
    throw refuse('place.name_taken', params, { kind: 'conflict', field: 'name' })
  }
}

export const addPlaceOperation = operation<Tables>()({
  name: 'place.add',
  about: 'Adds a kelurahan, an RW or an RT from a day on.',
  input: AddPlace,
  output: PlaceId,
  allow: can<{ parentId: string }>('place.manage', (_db, { parentId }) => parentId),
  async run(context, input) {
    const placeId = await addPlace(context, input)
    if (input.code !== undefined) {
      const code = { placeId, numbering: 'kemendagri' as const, code: input.code }
      await context.write.insert('placeCode', { id: context.newId(), ...code })
    }
    return { placeId }
  },
})

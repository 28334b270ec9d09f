import type { RequestContext } from '../../../kernel/page/index.ts'
import { findPlace, listPlaces } from '../../../capabilities/places/index.ts'
import { listUnits } from '../../../capabilities/waste-bank/index.ts'

/** Where a duty may be given: the whole city, and the units; both as far as the actor sees them. */
export async function placeChoices({ caller, city }: RequestContext): Promise<{ value: string; label: string }[]> {
  const units = await caller.ask(listUnits, { size: 200 }).catch(() => ({ rows: [] }))
  const [whole] = await caller.ask(findPlace, { text: city.name, kind: 'city' })
  const kelurahan = await caller.ask(listPlaces, { kind: 'kelurahan', size: 200 })
  return [
    ...units.rows.map(({ id, name, kelurahan: at }) => ({ value: id, label: `${name}, ${at}` })),
    ...(whole ? [{ value: whole.placeId, label: whole.name }] : []),
    ...kelurahan.rows.map(({ placeId, name }) => ({ value: placeId, label: name })),
  ]
}

export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

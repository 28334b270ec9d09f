import type { RequestContext } from '../../../kernel/page/index.ts'
import { givableRoles } from '../../../kernel/sign-in/index.ts'
import { findPlace, listPlaces } from '../../../capabilities/places/index.ts'
import { listUnits } from '../../../capabilities/waste-bank/index.ts'

export interface GivingChoices {
  readonly roles: string[]
  readonly places: { value: string; label: string }[]
}

/** What the actor may give, and where: nothing that would be refused at every place. */
export async function givingChoices(on: RequestContext): Promise<GivingChoices> {
  const places = await placeChoices(on)
  const givable = await on.caller.ask(givableRoles, { placeIds: places.map(({ value }) => value) })
  const where = new Set(givable.flatMap(({ placeIds }) => placeIds))
  return { roles: givable.map(({ role }) => role), places: places.filter(({ value }) => where.has(value)) }
}

/** The whole city, the units that the actor sees, and every kelurahan. */
async function placeChoices({ caller, city }: RequestContext): Promise<{ value: string; label: string }[]> {
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

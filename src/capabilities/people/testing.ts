import type { TestCity } from '../../../test/city.ts'
import { registerPerson } from './operations/register-person.ts'

/** A number that nothing in the program may repeat: a woman born on 5 February 1990, with a serial of its own. */
export const canaryNik = '3571024502900017'
export const canaryKk = '3571020101150071'
export const canaryName = 'Kenari Uji Nama'

/** Wherever a personal value must not be: audit, stored replies and everything else that is only added to. */
export async function appendOnlyText(city: TestCity): Promise<string> {
  const { rows } = await city.superuser.query<{ body: string }>('select body::text from audit_entry')
  return rows.map(({ body }) => body).join('\n')
}

/** Registers people with one line each; names are made up. */
export function people(city: TestCity, placeId: string) {
  let count = 0
  return async (more: { fullName?: string; birthYear?: number; birthOn?: string; residencePlaceId?: string } = {}) => {
    count += 1
    const known = more.birthOn === undefined ? { birthYear: 1980 } : {}
    const person = { placeId, fullName: `Warga Uji ${String.fromCharCode(64 + count)}`, ...known, ...more }
    const { personId } = await city.system.do(registerPerson, person)
    return personId
  }
}

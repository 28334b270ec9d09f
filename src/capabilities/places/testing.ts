import type { TestCity } from '../../../test/city.ts'
import { contohPlaces } from '../../cities/contoh/places.ts'
import { findPlace } from './queries/find-place.ts'
import { seedPlaces } from './operations/seed-places.ts'

/** The invented city's places, and the id of any of them by name. */
export async function seedContoh(city: TestCity): Promise<(name: string) => Promise<string>> {
  await city.system.do(seedPlaces, contohPlaces)
  return async (name) => {
    const [found] = await city.guest.ask(findPlace, { text: name })
    if (!found) throw new Error(`No place named ${name}`)
    return found.placeId
  }
}

import { seedPlaces } from '../../capabilities/places/index.ts'
import type { CityDefinition } from '../city.ts'
import { beginCity, CITY_KEY, seedActor } from '../manifest.ts'
import { contohPlaces } from './places.ts'

/** A city that does not exist: it proves that the program holds no figure of a real one. */
export const contoh: CityDefinition = {
  slug: 'contoh',
  name: 'Kota Contoh',
  zone: 'Asia/Jakarta',
  async seed(app, options) {
    const system = app.caller(seedActor)
    await system.do(beginCity, { demo: options.demo }, { key: CITY_KEY })
    await system.do(seedPlaces, contohPlaces, { key: 'seed.places' })
    return async () => []
  },
}

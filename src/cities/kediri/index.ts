import { seedPlaces } from '../../capabilities/places/index.ts'
import type { CityDefinition } from '../city.ts'
import { beginCity, CITY_KEY, seedActor } from '../manifest.ts'
import { seedDemo } from './demo.ts'
import { kediriDemoNeighbourhoods, kediriPlaces } from './places.ts'

export const kediri: CityDefinition = {
  slug: 'kediri',
  name: 'Kota Kediri',
  zone: 'Asia/Jakarta',
  async seed(app, options) {
    const system = app.caller(seedActor)
    const { day } = await system.do(beginCity, { demo: options.demo }, { key: CITY_KEY })
    options.progress('46 kelurahan')
    const neighbourhoods = options.demo ? { syntheticNeighbourhoods: kediriDemoNeighbourhoods } : {}
    await system.do(seedPlaces, { ...kediriPlaces, ...neighbourhoods }, { key: 'seed.places' })
    return options.demo ? seedDemo(app, day, options) : async () => []
  },
}

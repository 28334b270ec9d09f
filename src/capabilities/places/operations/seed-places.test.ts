import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { contohPlaces } from '../../../cities/contoh/places.ts'
import { kediriDemoNeighbourhoods, kediriPlaces } from '../../../cities/kediri/places.ts'
import { findPlace } from '../queries/find-place.ts'
import { getPlace } from '../queries/get-place.ts'
import { listPlaces } from '../queries/list-places.ts'
import { addPlaceOperation } from './add-place.ts'
import { amendPlace } from './amend-place.ts'
import { seedPlaces } from './seed-places.ts'

const city = await openTestCity()
const first = await city.system.do(
  seedPlaces,
  { ...kediriPlaces, syntheticNeighbourhoods: kediriDemoNeighbourhoods },
  { key: 'seed' },
)

test('Kediri has 3 kecamatan and 46 kelurahan with their codes and areas', async () => {
  expect(first).toEqual({ cityId: city.rootId, added: 3 + 46 + 3 + 8 })
  const kelurahan = await city.guest.ask(listPlaces, { kind: 'kelurahan', size: 200 })
  const kecamatan = await city.guest.ask(listPlaces, { kind: 'kecamatan' })
  expect([kecamatan.total, kelurahan.total]).toEqual([3, 46])
  expect(new Set(kelurahan.rows.map(({ code }) => code)).size).toBe(46)
  const areas = await Promise.all(
    kelurahan.rows.map(async ({ placeId }) => (await city.guest.ask(getPlace, { placeId })).areaM2 ?? 0),
  )
  // 24.594 + 14.900 + 23.852 km², as the source itself adds up.
  expect(areas.reduce((sum, area) => sum + area, 0)).toBe(63_346_000)
})

test('the codes that the sources name one by one are right', async () => {
  for (const [code, name, kecamatan] of [
    ['35.71.01.1006', 'Bujel', 'Mojoroto'],
    ['35.71.02.1014', 'Ngronggo', 'Kota'],
    ['35.71.01.1002', 'Bandar Kidul', 'Mojoroto'],
    ['3571010001', 'Pojok', 'Mojoroto'],
    ['3571010', 'Mojoroto', 'Kota Contoh'],
  ]) {
    const found = await city.guest.ask(findPlace, { text: code ?? '' })
    expect(found.map((place) => [place.name, place.parent])).toEqual([[name, kecamatan]])
  }
})

test.each([
  ['Kampungdalem', 'Kampung Dalem'],
  ['kampung dalem', 'Kampung Dalem'],
  ['Kel. Banjarmlati', 'Banjar Mlati'],
  ['TAMPUREJO', 'Tempurejo'],
  ['Setono Gedong', 'Setonogedong'],
  ['setono-pande', 'Setonopande'],
  ['Boejel', 'Bujel'],
])('%s is found as %s', async (spelling, name) => {
  const found = await city.guest.ask(findPlace, { text: spelling, kind: 'kelurahan' })
  expect(found.map((place) => place.name)).toEqual([name])
})

test('an RT made up for the demo says so, and stands under its RW and kelurahan', async () => {
  const [rt] = await city.guest.ask(findPlace, { text: 'RT 26', kind: 'rt' })
  expect(rt).toMatchObject({ synthetic: true, parent: 'RW 05', kelurahan: 'Pakunden' })
  const shown = await city.guest.ask(getPlace, { placeId: rt?.placeId ?? '' })
  expect(shown.way.map(({ name }) => name)).toEqual(['Kota Contoh', 'Pesantren', 'Pakunden', 'RW 05', 'RT 26'])
})

test('run again, and with the same key, it changes nothing; what was amended stays', async () => {
  const [bujel] = await city.guest.ask(findPlace, { text: '35.71.01.1006' })
  const admin = await city.userWith({ roles: ['city_admin'] })
  const change = { placeId: bujel?.placeId ?? '', areaM2: 1_600_000, source: 'pengukuran ulang' }
  await admin.do(amendPlace, change)
  expect(
    await city.system.do(seedPlaces, { ...kediriPlaces, syntheticNeighbourhoods: kediriDemoNeighbourhoods }),
  ).toEqual({ cityId: city.rootId, added: 0 })
  expect(
    await city.system.do(
      seedPlaces,
      { ...kediriPlaces, syntheticNeighbourhoods: kediriDemoNeighbourhoods },
      { key: 'seed' },
    ),
  ).toEqual(first)
  expect((await city.guest.ask(getPlace, { placeId: bujel?.placeId ?? '' })).areaM2).toBe(1_600_000)
})

test('nobody but the program itself may seed', async () => {
  const admin = await city.userWith({ roles: ['city_admin'] })
  await expect(admin.do(seedPlaces, kediriPlaces)).rejects.toMatchObject({ code: 'access.denied' })
})

test('a seed that names a kelurahan which is not there is a fault, and leaves nothing', async () => {
  const lost = { kelurahanCode: '99.99', rw: 'RW 01', rt: [], validFrom: '2020-01-01' }
  await expect(city.system.do(seedPlaces, { ...contohPlaces, syntheticNeighbourhoods: [lost] })).rejects.toThrow(
    /99\.99/,
  )
  expect(await city.guest.ask(findPlace, { text: 'Tepi Sungai' })).toEqual([])
})

test('two units of one name are both found, each with its kelurahan', async () => {
  for (const name of ['Bujel', 'Pakunden']) {
    const [kelurahan] = await city.guest.ask(findPlace, { text: name, kind: 'kelurahan' })
    await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun', parentId: kelurahan?.placeId ?? '' })
  }
  const found = await city.guest.ask(findPlace, { text: 'hijau daun' })
  expect(found.map(({ name, kelurahan }) => `${name}, ${kelurahan}`).toSorted()).toEqual([
    'Hijau Daun, Bujel',
    'Hijau Daun, Pakunden',
  ])
})

test('the invented city stands on other data by the same operation', async () => {
  const other = await city.system.do(seedPlaces, contohPlaces)
  expect(other.added).toBe(2 + 3 + 1 + 2)
  const [found] = await city.guest.ask(findPlace, { text: 'tepi sungai' })
  expect(found).toMatchObject({ code: '99.01.01.1001', parent: 'Hulu' })
  const admin = await city.userWith({ roles: ['city_admin'] })
  const rw = { kind: 'rw' as const, name: 'RW 2', parentId: found?.placeId ?? '', validFrom: '2026-01-01' }
  expect((await admin.do(addPlaceOperation, rw)).placeId).toMatch(/-7/)
})

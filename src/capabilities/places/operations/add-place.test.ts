import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { findPlace } from '../queries/find-place.ts'
import { getPlace } from '../queries/get-place.ts'
import { listPlaces } from '../queries/list-places.ts'
import { seedContoh } from '../testing.ts'
import { addAlias } from './add-alias.ts'
import { addPlaceOperation } from './add-place.ts'
import { amendPlace } from './amend-place.ts'
import { closePlace } from './close-place.ts'

const city = await openTestCity()
const idOf = await seedContoh(city)
const [bukit, muara] = [await idOf('Bukit'), await idOf('Muara')]
const admin = await city.userWith({ roles: ['city_admin'] })
const local = await city.userWith({ roles: ['city_admin'], placeId: bukit })
const teller = await city.userWith({ roles: ['teller'] })

const rw = (name: string, parentId = bukit, validFrom = '2024-01-01') => ({
  kind: 'rw' as const,
  name,
  parentId,
  validFrom,
})
const count = async (parentId: string) =>
  (await city.guest.ask(listPlaces, { parentId, withClosed: true })).rows.map(({ name }) => name)

test('adds an RW and its RTs, in the order of their numbers', async () => {
  const { placeId } = await local.do(addPlaceOperation, rw('RW 01'))
  for (const name of ['RT 10', 'RT 2', 'RT 1']) {
    await local.do(addPlaceOperation, { kind: 'rt', name, parentId: placeId, validFrom: '2024-02-01' })
  }
  expect(await count(placeId)).toEqual(['RT 1', 'RT 2', 'RT 10'])
  const under = await city.guest.ask(listPlaces, { underId: bukit, kind: 'rt', size: 2, page: 2 })
  expect([under.total, under.rows.map(({ name, kelurahan }) => [name, kelurahan])]).toEqual([3, [['RT 10', 'Bukit']]])
})

test('a kelurahan comes with its code, under which it is found', async () => {
  const kelurahan = { kind: 'kelurahan' as const, name: 'Pantai', parentId: await idOf('Hilir'), code: '99.01.02.1002' }
  const { placeId } = await admin.do(addPlaceOperation, { ...kelurahan, validFrom: '2025-01-01' })
  expect((await city.guest.ask(findPlace, { text: '99.01.02.1002' })).map((place) => place.placeId)).toEqual([placeId])
  await expect(
    admin.do(addPlaceOperation, { ...kelurahan, name: 'Karang', validFrom: '2025-01-01' }),
  ).rejects.toMatchObject({ kind: 'conflict', code: 'place.code_taken' })
})

test('refuses who may not: another role, another place, a guest', async () => {
  await expect(teller.do(addPlaceOperation, rw('RW 09'))).rejects.toMatchObject({ code: 'access.denied' })
  await expect(local.do(addPlaceOperation, rw('RW 09', muara))).rejects.toMatchObject({ code: 'access.denied' })
  await expect(city.guest.do(addPlaceOperation, rw('RW 09'))).rejects.toMatchObject({ code: 'access.sign_in' })
  expect(await count(muara)).toEqual([])
})

test.each([
  ['the same number again', rw('rw 1'), 'place.name_taken'],
  ['an RT straight under a kelurahan', { ...rw('RT 01'), kind: 'rt' as const }, 'place.wrong_parent'],
  ['a day before its parent', rw('RW 05', bukit, '1899-12-31'), 'place.before_parent'],
  ['a name of signs', rw('--'), 'place.name_empty'],
  ['an unknown parent', rw('RW 05', '01990000-0000-7000-8000-000000000000'), 'place.not_found'],
  ['a day that is not there', rw('RW 05', bukit, '2024-02-30'), 'input.invalid'],
])('refuses %s', async (_, input, code) => {
  await expect(city.system.do(addPlaceOperation, input)).rejects.toMatchObject({ code })
})

test('the same key again changes nothing', async () => {
  const one = await admin.do(addPlaceOperation, rw('RW 07'), { key: 'rw7' })
  expect(await admin.do(addPlaceOperation, rw('RW 07'), { key: 'rw7' })).toEqual(one)
  expect((await count(bukit)).filter((name) => name === 'RW 07')).toHaveLength(1)
})

test('of two who add one name at once, one is refused', async () => {
  const both = await Promise.allSettled([
    admin.do(addPlaceOperation, rw('RW 11')),
    local.do(addPlaceOperation, rw('RW 011')),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await count(bukit)).filter((name) => name.endsWith('11'))).toHaveLength(1)
})

test('an RW ends after its RTs, is found on its days only, and its number may come again', async () => {
  const { placeId } = await admin.do(addPlaceOperation, rw('RW 03', muara))
  const { placeId: rt } = await admin.do(addPlaceOperation, {
    kind: 'rt',
    name: 'RT 01',
    parentId: placeId,
    validFrom: '2024-01-01',
  })
  const close = { placeId, closedOn: '2026-06-30' }
  await expect(teller.do(closePlace, close)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(admin.do(closePlace, close)).rejects.toMatchObject({ code: 'place.has_open_places', params: { n: 1 } })
  await expect(admin.do(closePlace, { placeId, closedOn: '2023-12-31' })).rejects.toMatchObject({
    code: 'place.closed_before_opened',
  })
  await admin.do(closePlace, { placeId: rt, closedOn: '2026-06-30' })
  await admin.do(closePlace, close, { key: 'close' })
  expect(await admin.do(closePlace, close, { key: 'close' })).toEqual({ placeId })
  await expect(admin.do(closePlace, close)).rejects.toMatchObject({ kind: 'conflict', code: 'place.already_closed' })
  await expect(
    admin.do(addPlaceOperation, { kind: 'rt', name: 'RT 02', parentId: placeId, validFrom: '2026-01-01' }),
  ).rejects.toMatchObject({ code: 'place.parent_closed' })

  expect(await city.guest.ask(findPlace, { text: 'RW 3', kind: 'rw' })).toEqual([])
  expect(await city.guest.ask(findPlace, { text: 'RW 3', kind: 'rw', on: '2026-06-30' })).toHaveLength(1)
  await expect(admin.do(addPlaceOperation, rw('RW 3', muara, '2026-06-30'))).rejects.toMatchObject({
    code: 'place.name_taken',
  })
  await admin.do(addPlaceOperation, rw('RW 3', muara, '2026-07-01'))
  expect(await count(muara)).toEqual(['RW 03', 'RW 3'])
})

test('a renamed place is found by both names, and no name of a sibling is taken', async () => {
  const { placeId } = await admin.do(addPlaceOperation, rw('RW 20'))
  const change = { placeId, name: 'RW Melati', source: 'SK Lurah contoh' }
  await expect(teller.do(amendPlace, change)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(admin.do(amendPlace, { ...change, name: 'RW 01' })).rejects.toMatchObject({ code: 'place.name_taken' })
  await admin.do(amendPlace, change, { key: 'rename' })
  expect(await admin.do(amendPlace, change, { key: 'rename' })).toEqual({ placeId })
  for (const text of ['rw melati', 'RW 020']) {
    expect((await city.guest.ask(findPlace, { text })).map((place) => place.name)).toEqual(['RW Melati'])
  }
  await admin.do(amendPlace, { ...change, name: 'RW 20' })
  expect((await city.guest.ask(getPlace, { placeId })).aliases.map(({ alias }) => alias)).toEqual(['RW Melati'])
  await admin.do(closePlace, { placeId, closedOn: '2026-09-30' })
  await expect(admin.do(amendPlace, change)).rejects.toMatchObject({ code: 'place.already_closed' })
})

test('an alias is added once, by who may', async () => {
  const alias = { placeId: muara, alias: 'Kuala', source: 'peta lama' }
  await expect(teller.do(addAlias, alias)).rejects.toMatchObject({ code: 'access.denied' })
  await admin.do(addAlias, alias, { key: 'alias' })
  expect(await admin.do(addAlias, alias, { key: 'alias' })).toEqual({ placeId: muara })
  for (const again of ['KOEALA', 'Kel. Muara']) {
    await expect(admin.do(addAlias, { ...alias, alias: again })).rejects.toMatchObject({ code: 'place.alias_known' })
  }
  await expect(admin.do(addAlias, { ...alias, alias: '?!' })).rejects.toMatchObject({ code: 'place.name_empty' })
  expect((await city.guest.ask(findPlace, { text: 'kuala' })).map(({ name }) => name)).toEqual(['Muara'])
})

test('a place that is not there is said so', async () => {
  const placeId = '01990000-0000-7000-8000-000000000000'
  await expect(city.guest.ask(getPlace, { placeId })).rejects.toMatchObject({ kind: 'not_found' })
  expect((await city.guest.ask(listPlaces, { text: "x' or 1=1 --%_" })).total).toBe(0)
})

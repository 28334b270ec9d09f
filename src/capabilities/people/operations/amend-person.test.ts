import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { getPersonShown } from '../queries/get-person.ts'
import { appendOnlyText, canaryNik, people } from '../testing.ts'
import { amendPerson } from './amend-person.ts'
import { moveResidence } from './move-residence.ts'

const city = await openTestCity()
const bujel = await city.addPlace({ kind: 'kelurahan', name: 'Bujel' })
const pakunden = await city.addPlace({ kind: 'kelurahan', name: 'Pakunden' })
const unit = await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun', parentId: bujel })
const manager = await city.userWith({ roles: ['waste_manager'], placeId: unit })
const teller = await city.userWith({ roles: ['teller'], placeId: unit })
const other = await city.userWith({ roles: ['waste_manager'], placeId: pakunden })
const aPerson = people(city, unit)
const shown = (personId: string) => manager.ask(getPersonShown, { personId })

test('corrects a person, keeps what is left out, empties what is null, and writes no value down', async () => {
  const personId = await aPerson({ fullName: 'Sity Aminah', birthYear: 1990 })
  await manager.do(amendPerson, { personId, fullName: 'Siti Aminah', phone: '081234567890', nik: canaryNik })
  expect(await shown(personId)).toMatchObject({ fullName: 'Siti Aminah', birthYear: 1990, nik: '••••••••••••••17' })
  await manager.do(amendPerson, { personId, phone: null, birthOn: '1990-02-05' }, { key: 'a' })
  await manager.do(amendPerson, { personId, phone: null, birthOn: '1990-02-05' }, { key: 'a' })
  expect(await shown(personId)).toMatchObject({ phone: null, birthOn: '1990-02-05', nik: '••••••••••••••17' })
  expect(await appendOnlyText(city)).not.toMatch(new RegExp(`${canaryNik}|Siti|81234567890`))
})

test('a new birth is held against the NIK that is there, and a NIK against those of others', async () => {
  const personId = await aPerson()
  await manager.do(amendPerson, { personId, nik: '3571020101800033' })
  await expect(manager.do(amendPerson, { personId, birthYear: 1981 })).rejects.toMatchObject({
    issues: [{ field: 'birthYear', code: 'people.nik.birth_differs' }],
  })
  const second = await aPerson()
  await expect(manager.do(amendPerson, { personId: second, nik: '3571020101800033' })).rejects.toMatchObject({
    code: 'person.nik_known',
  })
  await manager.do(amendPerson, { personId, nik: null, birthYear: 1981 })
  await manager.do(amendPerson, { personId: second, nik: '3571020101800033' })
})

test('refuses a teller, a manager of another place, and nobody’s id', async () => {
  const personId = await aPerson()
  const change = { personId, phone: '081234567899' }
  await expect(teller.do(amendPerson, change)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(other.do(amendPerson, change)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(
    manager.do(amendPerson, { ...change, personId: '01990000-0000-7000-8000-000000000000' }),
  ).rejects.toMatchObject({ kind: 'not_found' })
})

test('a person who moves away is of both places: that of the record, and that of the home', async () => {
  const personId = await aPerson({ residencePlaceId: bujel })
  await expect(other.ask(getPersonShown, { personId })).rejects.toMatchObject({ code: 'person.not_found' })
  const move = { personId, placeId: pakunden, movedOn: '2026-10-10' }
  await expect(other.do(moveResidence, move)).rejects.toMatchObject({ code: 'access.denied' })
  await manager.do(moveResidence, move, { key: 'm' })
  expect(await manager.do(moveResidence, move, { key: 'm' })).toEqual({ personId })
  expect((await other.ask(getPersonShown, { personId })).residences).toMatchObject([{ place: 'Pakunden' }])
  await other.do(amendPerson, { personId, address: 'Jalan Contoh 2' })
  expect(await shown(personId)).toMatchObject({ address: 'Jalan Contoh 2' })
})

test('residences follow each other day by day', async () => {
  const personId = await aPerson()
  const move = (placeId: string, movedOn: string) => manager.do(moveResidence, { personId, placeId, movedOn })
  await move(bujel, '2020-01-01')
  await move(pakunden, '2024-03-01')
  expect(
    (await shown(personId)).residences.map(({ place, validFrom, validTo }) => [place, validFrom, validTo]),
  ).toEqual([
    ['Pakunden', '2024-03-01', null],
    ['Bujel', '2020-01-01', '2024-02-29'],
  ])
  await expect(move(bujel, '2022-01-01')).rejects.toMatchObject({ code: 'residence.before_last' })
  await expect(move(pakunden, '2025-01-01')).rejects.toMatchObject({ code: 'residence.same' })
  await expect(move(bujel, '2026-10-11')).rejects.toMatchObject({ code: 'residence.in_future' })
  await expect(move(unit, '2026-10-10')).rejects.toMatchObject({ code: 'residence.not_a_home' })
  await move(bujel, '2024-03-01')
  expect((await shown(personId)).residences.map(({ place }) => place)).toEqual(['Bujel', 'Bujel'])
})

test('a home must have been in use on the day', async () => {
  const rt = await city.addPlace({ kind: 'rt', name: 'RT 09', parentId: bujel })
  await city.superuser.query("update place set valid_to = '2023-12-31' where id = $1", [rt])
  const personId = await aPerson()
  const move = (movedOn: string) => manager.do(moveResidence, { personId, placeId: rt, movedOn })
  await expect(move('2024-01-01')).rejects.toMatchObject({ code: 'residence.place_not_in_use' })
  await expect(move('2019-12-31')).rejects.toMatchObject({ code: 'residence.place_not_in_use' })
  await move('2023-12-31')
})

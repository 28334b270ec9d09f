import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { checkTexts } from '../../../kernel/i18n/index.ts'
import { registerPerson } from '../operations/register-person.ts'
import { texts } from '../texts/index.ts'
import { getPersonShown, myPerson } from './get-person.ts'
import { searchPersons } from './search-persons.ts'

const city = await openTestCity()
const places = []
for (const name of ['Bujel', 'Pakunden']) {
  const kelurahan = await city.addPlace({ kind: 'kelurahan', name })
  places.push(await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun', parentId: kelurahan }))
}
const [here = '', there = ''] = places
const teller = await city.userWith({ roles: ['teller'], placeId: here })
const register = (placeId: string, fullName: string, birthYear: number, more: { phone?: string; nik?: string } = {}) =>
  city.system.do(registerPerson, { placeId, fullName, birthYear, ...more }, { confirm: ['person.looks_like'] })

await register(here, 'Siti Nur Aminah', 1971)
await register(here, 'Nur Siti', 1980)
await register(here, "Ma'ruf Hidayat", 1960)
await register(there, 'Siti Sebelah', 1975, { phone: '081234567891', nik: '3571020101750044' })

const names = async (text: string, birthYear?: number) =>
  (await teller.ask(searchPersons, { text, ...(birthYear === undefined ? {} : { birthYear }) })).rows.map(
    ({ fullName }) => fullName,
  )

test('finds by the beginning of a name first, then by any word, in the asker’s places only', async () => {
  expect(await names('siti')).toEqual(['Siti Nur Aminah', 'Nur Siti'])
  expect(await names('NUR s')).toEqual(['Nur Siti', 'Siti Nur Aminah'])
  expect(await names('aminah siti')).toEqual(['Siti Nur Aminah'])
  expect(await names('maruf')).toEqual(["Ma'ruf Hidayat"])
  expect(await names('iti')).toEqual([])
})

test('who says who they are is found anywhere: whole NIK, phone, or name and year', async () => {
  expect(await names('Siti Sebelah')).toEqual([])
  expect(await names('siti sebelah', 1975)).toEqual(['Siti Sebelah'])
  expect(await names('siti', 1975)).toEqual([])
  expect(await names('+62 812-3456-7891')).toEqual(['Siti Sebelah'])
  expect(await names('3571 0201 0175 0044')).toEqual(['Siti Sebelah'])
  expect(await names('3571020101750045')).toEqual([])
  const [row] = (await teller.ask(searchPersons, { text: '081234567891' })).rows
  expect(row).toMatchObject({ phone: '••••891', nik: '••••••••••••••44', kelurahan: 'Pakunden' })
  await expect(teller.ask(getPersonShown, { personId: row?.personId ?? '' })).rejects.toMatchObject({
    code: 'person.not_found',
  })
})

test('operators of the search are words like others', async () => {
  for (const text of ['& |', "siti' | !x", ':* ()', '<-> \\']) expect(await names(text)).toEqual([])
  expect(await names('%%')).toEqual([])
})

test('comes in pages', async () => {
  const page = await teller.ask(searchPersons, { text: 'siti', size: 1, page: 2 })
  expect(page).toMatchObject({ total: 2, page: 2, size: 1, rows: [{ fullName: 'Nur Siti' }] })
})

test('refuses who may not read, and shows a person to oneself', async () => {
  const { personId } = await register(there, 'Warga Sendiri', 1990)
  const own = await city.userWith({ roles: ['resident'], personId })
  await expect(own.ask(searchPersons, { text: 'siti' })).rejects.toMatchObject({ code: 'access.denied' })
  await expect(own.ask(getPersonShown, { personId })).rejects.toMatchObject({ code: 'access.denied' })
  expect(await own.ask(myPerson, {})).toMatchObject({ personId, fullName: 'Warga Sendiri' })
  await expect(teller.ask(myPerson, {})).rejects.toMatchObject({ code: 'access.no_person' })
})

test('every word of the room is there in both languages', () => {
  expect(checkTexts(texts)).toEqual([])
})

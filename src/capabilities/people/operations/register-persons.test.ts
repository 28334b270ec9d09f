import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { refusedWith } from '../../../../test/refused-with.ts'
import { birthUnknown, looksLike, PERSONS_MAX } from '../contract.ts'
import { appendOnlyText, canaryName } from '../testing.ts'
import { registerPerson } from './register-person.ts'
import { registerPersons } from './register-persons.ts'

const city = await openTestCity()
const bujel = await city.addPlace({ kind: 'kelurahan', name: 'Bujel' })
const unit = await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun', parentId: bujel })
const teller = await city.userWith({ roles: ['teller'], placeId: unit })
const elsewhere = await city.addPlace({ kind: 'waste_unit', name: 'Lain', parentId: bujel })

const register = async (persons: object[], confirm: string[] = []) =>
  teller.do(registerPersons, { placeId: unit, persons: persons as { fullName: string }[] }, { confirm })
const why = ({ persons }: Awaited<ReturnType<typeof register>>) =>
  persons.map(({ issues }) => issues.map(({ field, code }) => `${field} ${code}`))

test('each is held against who is there, and against who stands earlier in the list', async () => {
  await teller.do(registerPerson, { placeId: unit, fullName: 'Siti Aminah', birthYear: 1971, phone: '081234567890' })
  const list = [
    { fullName: 'SITI  AMINAH', birthYear: 1971 },
    { fullName: 'Siti Aminah', birthYear: 1972 },
    { fullName: 'Orang Lain', birthYear: 1950, phone: '0812-3456-7890' },
    { fullName: 'Siti Aminah', birthYear: 1972 },
    { fullName: 'Tanpa Tahun' },
    { fullName: 'Tanpa Tahun', phone: '12' },
    { fullName: '123', birthYear: 1960 },
  ]
  const done = await register(list)
  expect(why(done)).toEqual([
    [`fullName ${looksLike}`],
    [],
    [`phone ${looksLike}`],
    [`fullName ${looksLike}`],
    [`birthYear ${birthUnknown}`],
    ['phone phone.not_a_number'],
    ['fullName person.name_without_letters'],
  ])
  expect(done.persons.filter(({ personId }) => personId !== undefined)).toHaveLength(1)
  const again = await register([list[0] ?? {}, list[4] ?? {}], [looksLike, birthUnknown])
  expect(why(again)).toEqual([[], []])
})

test('the proof holds no name, the size has a limit, and another place is not theirs', async () => {
  await register([{ fullName: canaryName, birthYear: 1990 }])
  expect(await appendOnlyText(city)).not.toContain(canaryName)
  const many = Array.from({ length: PERSONS_MAX + 1 }, (_, at) => ({ fullName: `Warga ${at}`, birthYear: 1980 }))
  expect(await refusedWith(city, register(many))).toMatchObject({ kind: 'invalid', field: 'persons' })
  expect(await refusedWith(city, register([]))).toMatchObject({ kind: 'invalid', field: 'persons' })
  const persons = [{ fullName: 'Siapa Saja', birthYear: 1980 }]
  expect(await refusedWith(city, teller.do(registerPersons, { placeId: elsewhere, persons }))).toMatchObject({
    code: 'access.denied',
  })
})

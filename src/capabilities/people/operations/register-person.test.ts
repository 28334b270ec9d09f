import { describe, expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { mergeTexts } from '../../../kernel/i18n/index.ts'
import { Refusal, reportRefusal } from '../../../kernel/refusal/index.ts'
import { getPersonShown } from '../queries/get-person.ts'
import { searchPersons } from '../queries/search-persons.ts'
import { appendOnlyText, canaryName, canaryNik } from '../testing.ts'
import { registerPerson } from './register-person.ts'

const city = await openTestCity()
const bujel = await city.addPlace({ kind: 'kelurahan', name: 'Bujel' })
const unit = await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun', parentId: bujel })
const teller = await city.userWith({ roles: ['teller'], placeId: unit })
const texts = mergeTexts(...city.app.registry.manifests.flatMap((manifest) => manifest.texts ?? []))

const someone = { placeId: unit, fullName: 'Siti Aminah', birthYear: 1971 }
const canary = {
  placeId: unit,
  fullName: `  ${canaryName.replace(' ', '  ')} `,
  birthOn: '1990-02-05',
  sex: 'female' as const,
  phone: '0812 3456 7890',
  address: 'Jalan Contoh 1',
  nik: canaryNik,
  residencePlaceId: bujel,
}
const persons = async () =>
  (await city.superuser.query<{ n: string }>('select count(*) as n from person')).rows.map(({ n }) => n).join('')

/** As every door words it. */
async function said(attempt: Promise<unknown>): Promise<string[]> {
  try {
    await attempt
    return []
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const report = reportRefusal(fault, texts, 'id')
    return [report.message, ...report.issues.map(({ field, message }) => `${field}: ${message}`)]
  }
}

test('registers a person; number and name stand nowhere but in the live row, the number not even there', async () => {
  const { personId } = await teller.do(registerPerson, canary, { key: 'one' })
  const { rows } = await city.superuser.query('select * from person where id = $1', [personId])
  expect(rows[0]).toMatchObject({
    full_name: canaryName,
    name_key: 'kenari uji nama',
    birth_year: 1990,
    phone: '+6281234567890',
    nik_end: '17',
    keeper_place_id: unit,
  })
  expect(JSON.stringify(rows)).not.toContain(canaryNik)
  expect(await appendOnlyText(city)).not.toMatch(new RegExp(`${canaryNik}|Kenari|81234567890`))

  const before = await persons()
  expect(await teller.do(registerPerson, canary, { key: 'one' })).toEqual({ personId })
  expect(await persons()).toBe(before)
  const shown = await teller.ask(getPersonShown, { personId })
  expect(shown).toMatchObject({ nik: '••••••••••••••17', residences: [{ kelurahan: 'Bujel', validTo: null }] })
  expect(JSON.stringify(shown)).not.toContain(canaryNik)
})

test('a known NIK is refused, also after the key was rotated, and it is not told whose it is', async () => {
  const again = { ...someone, fullName: 'Orang Lain', birthYear: 1990, nik: canaryNik }
  const refused = { kind: 'conflict', code: 'person.nik_known', issues: [{ field: 'nik' }] }
  await expect(teller.do(registerPerson, again)).rejects.toMatchObject(refused)
  city.app.ring.rotate('number', city.clock.now())
  await expect(teller.do(registerPerson, again)).rejects.toMatchObject(refused)
  const found = await teller.ask(searchPersons, { text: '3571 0245 0290 0017' })
  expect(found.rows.map(({ fullName }) => fullName)).toEqual([canaryName])
  expect((await said(teller.do(registerPerson, again))).join()).not.toMatch(new RegExp(`${canaryNik}|Kenari`))
})

test('refuses who may not: another role, another place, yesterday’s permission, a guest', async () => {
  const nurse = await city.userWith({ roles: ['nurse'], placeId: unit })
  const former = await city.userWith({ roles: ['teller'], placeId: unit, to: '2026-10-09' })
  await expect(nurse.do(registerPerson, someone)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(former.do(registerPerson, someone)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(teller.do(registerPerson, { ...someone, placeId: bujel })).rejects.toMatchObject({
    code: 'access.denied',
  })
  await expect(city.guest.do(registerPerson, someone)).rejects.toMatchObject({ code: 'access.sign_in' })
})

describe('somebody who is there already', () => {
  test('is asked about in words that give away a name and a kelurahan, no more', async () => {
    const same = { placeId: unit, fullName: 'KENARI uji nama', birthYear: 1990 }
    await expect(teller.do(registerPerson, same)).rejects.toMatchObject({
      kind: 'confirm',
      code: 'person.looks_like',
      params: { name: canaryName, kelurahan: 'Bujel' },
      issues: [{ field: 'fullName' }],
    })
    expect((await said(teller.do(registerPerson, same)))[0]).toBe(
      `Sudah tercatat ${canaryName}, Kelurahan Bujel. Bila orangnya sama, cari dan pakai datanya. Bila memang orang lain, simpan sebagai warga baru?`,
    )
    await teller.do(registerPerson, same, { confirm: ['person.looks_like'] })
  })

  test('is asked about for a phone that another person has', async () => {
    const family = { ...someone, phone: '+62 812-3456-7890' }
    await expect(teller.do(registerPerson, family)).rejects.toMatchObject({
      code: 'person.looks_like',
      issues: [{ field: 'phone' }],
    })
  })

  test('is not asked about for a namesake of another age, or where nothing of the kind is known', async () => {
    await teller.do(registerPerson, { placeId: unit, fullName: canaryName, birthYear: 1950 })
    await teller.do(registerPerson, someone)
  })
})

test('without a year of birth it is asked, and then done', async () => {
  const { birthYear: _, ...unknown } = someone
  const question = { kind: 'confirm', code: 'person.birth_unknown' }
  await expect(teller.do(registerPerson, unknown)).rejects.toMatchObject(question)
  expect(await teller.do(registerPerson, unknown, { confirm: ['person.birth_unknown'] })).toHaveProperty('personId')
})

test('several wrong fields are told at once', async () => {
  const wrong = { ...someone, fullName: '12345', birthYear: 2050, phone: '12', nik: '357102450290001' }
  await expect(teller.do(registerPerson, wrong)).rejects.toMatchObject({
    kind: 'invalid',
    params: { n: 4 },
    issues: [
      { field: 'fullName', code: 'person.name_without_letters' },
      { field: 'birthYear', code: 'person.birth_in_future' },
      { field: 'phone', code: 'phone.not_a_number' },
      { field: 'nik', code: 'people.nik.zero_lost' },
    ],
  })
})

test.each([
  ['fifteen digits', { nik: '357102450290112' }, 'nik', /baru 15 angka.*nol hilang.*Angka nol tidak kami tambahkan/],
  ['a zero lost before the month', { nik: '357102502905123' }, 'nik', /15 angka/],
  [
    'seventeen digits',
    { nik: '35710245029000017' },
    'nik',
    /NIK berisi 16 angka, yang tertulis 17 angka\. Hitung lagi/,
  ],
  ['letters', { nik: '35710245O290OO17' }, 'nik', /NIK hanya berisi angka\. Hapus huruf/],
  ['what a spreadsheet left', { nik: '3,57102E+15' }, 'nik', /lembar kerja hanya menyimpan 15 angka/],
  ['an impossible date', { nik: '3571023002900017' }, 'nik', /tanggal 30 bulan 2, tidak ada/],
  ['day 72', { nik: '3571027202900017' }, 'nik', /72, bukan tanggal lahir: 01 sampai 31, untuk perempuan 41 sampai 71/],
  ['another birth', { nik: '3571024502880018', birthYear: 1990 }, 'birthYear', /Tanggal lahir tidak sama/],
  ['a woman’s day for a man', { nik: '3571024502710018', sex: 'male' as const }, 'sex', /Jenis kelamin tidak sama/],
])('a NIK of %s is refused in words', async (_, wrong, field, words) => {
  const told = await said(teller.do(registerPerson, { ...someone, fullName: 'Orang Baru', ...wrong }))
  expect(told[1]).toMatch(new RegExp(`^${field}: `))
  expect(told[1]).toMatch(words)
  expect(told.join()).not.toContain(wrong.nik)
})

test('a woman’s day is 40 more: 5 February 1971 is read from 45', async () => {
  const woman = { placeId: unit, fullName: 'Warga Perempuan', birthOn: '1971-02-05', sex: 'female' as const }
  expect(await teller.do(registerPerson, { ...woman, nik: '3571024502710018' })).toHaveProperty('personId')
})

test('refuses a home that is none, and an empty or overlong name', async () => {
  const at = (residencePlaceId: string) => teller.do(registerPerson, { ...someone, fullName: 'Baru', residencePlaceId })
  await expect(at(unit)).rejects.toMatchObject({ code: 'residence.not_a_home' })
  for (const fullName of ['', ' ', 'x', 'x'.repeat(81)]) {
    await expect(teller.do(registerPerson, { ...someone, fullName })).rejects.toMatchObject({ code: 'input.invalid' })
  }
})

test('of two who register one NIK at once, one is refused', async () => {
  const nik = '3571020101800099'
  const born = { placeId: unit, birthYear: 1980, nik }
  const both = await Promise.allSettled([
    teller.do(registerPerson, { ...born, fullName: 'Satu Orang' }),
    teller.do(registerPerson, { ...born, fullName: 'Lain Orang' }),
  ])
  const refused = both.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refusal] : []))
  expect(refused.map(({ code }) => code)).toEqual(['person.nik_known'])
})

test('a dry run keeps nothing', async () => {
  const before = await persons()
  await teller.do(registerPerson, { ...someone, fullName: 'Hanya Coba' }, { check: true })
  expect(await persons()).toBe(before)
})

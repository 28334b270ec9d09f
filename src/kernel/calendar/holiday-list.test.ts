import { expect, it } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import { verify } from '../audit/index.ts'
import { addHoliday, listHolidays, removeHoliday, seedHolidays } from './holiday-list.ts'
import { fixedHolidays } from './index.ts'

const city = await openTestCity()
const admin = await city.userWith({ roles: ['city_admin'] })
const kelurahan = await city.addPlace({ kind: 'kelurahan' })
const christmas = fixedHolidays(2026).find(({ holidayOn }) => holidayOn === '2026-12-25')
if (!christmas) throw new Error('no such holiday')

it('enters a day once, also on replay, and shows it to anybody', async () => {
  for (const key of ['k', 'k']) await admin.do(addHoliday, christmas, { key })
  expect(await city.guest.ask(listHolidays, { year: 2026 })).toEqual([christmas])
  expect(await city.guest.ask(listHolidays, { year: 2027 })).toEqual([])
  await expect(admin.do(addHoliday, christmas)).rejects.toMatchObject({
    code: 'holiday.known',
    kind: 'conflict',
    issues: [{ field: 'holidayOn' }],
  })
})

it('takes a day out, once', async () => {
  const day = { ...christmas, holidayOn: '2026-12-24', kind: 'joint_leave' as const }
  await admin.do(addHoliday, day)
  for (const key of ['k', 'k']) await admin.do(removeHoliday, { holidayOn: day.holidayOn }, { key })
  await expect(admin.do(removeHoliday, { holidayOn: day.holidayOn })).rejects.toMatchObject({ code: 'holiday.unknown' })
  expect((await city.guest.ask(listHolidays, { year: 2026 })).map(({ holidayOn }) => holidayOn)).toEqual(['2026-12-25'])
})

it('seeds a year once, beside what stands there, and what was taken out stays out', async () => {
  await admin.do(addHoliday, { ...christmas, holidayOn: '2028-05-01' })
  const seed = async () => city.system.do(seedHolidays, { year: 2028 }, { key: 'holidays.2028' })
  expect(await seed()).toEqual({ entered: 4 })
  await admin.do(removeHoliday, { holidayOn: '2028-12-25' })
  expect(await seed()).toEqual({ entered: 4 })
  const days = (await city.guest.ask(listHolidays, { year: 2028 })).map(({ holidayOn }) => holidayOn)
  expect(days).toEqual(['2028-01-01', '2028-05-01', '2028-06-01', '2028-08-17'])
  await expect(admin.do(seedHolidays, { year: 2029 })).rejects.toMatchObject({ code: 'access.denied' })
})

it('is for the whole city: a part of it is not enough', async () => {
  const local = await city.userWith({ roles: ['city_admin'], placeId: kelurahan })
  const teller = await city.userWith({ roles: ['teller'] })
  const day = { ...christmas, holidayOn: '2026-12-31' }
  for (const who of [local, teller]) {
    await expect(who.do(addHoliday, day)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(who.do(removeHoliday, { holidayOn: '2026-12-25' })).rejects.toMatchObject({ code: 'access.denied' })
  }
})

it.each([
  ['holidayOn', { holidayOn: '2026-02-30' }],
  ['kind', { kind: 'weekend' }],
  ['basis', { basis: ' ' }],
  ['nameEn', { nameEn: undefined }],
])('refuses a bad %s and names the field', async (field, change) => {
  const bad = { ...christmas, ...change } as typeof christmas
  await expect(admin.do(addHoliday, bad)).rejects.toMatchObject({ kind: 'invalid', issues: [{ field }] })
})

it('leaves every row proved', async () => {
  expect((await verify(city.app)).findings).toEqual([])
})

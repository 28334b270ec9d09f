import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestCity } from '../../../test/city.ts'
import { can } from '../access/index.ts'
import { checkTexts } from '../i18n/index.ts'
import { newId } from '../id/index.ts'
import { systemClock } from '../clock/index.ts'
import { operation } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import { askGaps } from './gaps.ts'
import { acceptNumber, letterOf, missingMax, nextNumber } from './index.ts'
import { texts } from './texts/index.ts'

const Given = z.strictObject({
  placeId: z.string(),
  deviceId: z.string(),
  businessDay: z.string().default('2026-10-10'),
  number: z.string().optional(),
  isRefused: z.boolean().default(false),
})

const giveNumber = operation<object>()({
  name: 'uji.number',
  about: 'Takes the next number, or one that the device gave.',
  input: Given,
  output: z.string(),
  allow: can<{ placeId: string }>('uji.number', (_, { placeId }) => placeId),
  async run(context, { number, isRefused, ...device }) {
    const wanted = { ...device, code: 'HD', label: 'Ponsel uji' }
    const given =
      number === undefined
        ? await nextNumber(context, wanted)
        : await acceptNumber(context, { ...wanted, number, field: 'number' })
    if (isRefused) throw refuse('database.full')
    return given
  },
})
const register = operation<object>()({
  name: 'uji.letter',
  about: 'Registers a device.',
  input: z.strictObject({ placeId: z.string(), deviceId: z.string() }),
  output: z.string(),
  allow: can<{ placeId: string }>('uji.number', (_, { placeId }) => placeId),
  run: (context, device) => letterOf(context, device),
})

const city = await openTestCity({
  manifests: [
    { name: 'uji', uses: [], operations: [giveNumber, register], permissions: { 'uji.number': ['uji_teller'] } },
  ],
})
const aDevice = () => newId(systemClock)

async function aUnit() {
  const placeId = await city.addPlace({ kind: 'waste_unit', name: 'Unit Uji' })
  const teller = await city.userWith({ roles: ['uji_teller'], placeId })
  const deviceId = aDevice()
  return {
    placeId,
    teller,
    deviceId,
    give: (
      more: { deviceId?: string; businessDay?: string; number?: string; isRefused?: boolean } = {},
      key?: string,
    ) => teller.do(giveNumber, { placeId, deviceId, ...more }, key === undefined ? {} : { key }),
  }
}

it('words every refusal in both languages', () => expect(checkTexts(texts)).toEqual([]))

describe('the next number', () => {
  it('counts each device for itself, from one, by year', async () => {
    const unit = await aUnit()
    const other = aDevice()
    expect(await unit.give()).toBe('HD-A-2026-000001')
    expect(await unit.give()).toBe('HD-A-2026-000002')
    expect(await unit.give({ deviceId: other })).toBe('HD-B-2026-000001')
    expect(await unit.give({ businessDay: '2025-12-31' })).toBe('HD-A-2025-000001')
    expect(await unit.give()).toBe('HD-A-2026-000003')
  })

  it('has no gap and no double when many ask at once, new devices among them', async () => {
    const unit = await aUnit()
    const devices = [unit.deviceId, aDevice(), aDevice()]
    const numbers = await Promise.all(
      Array.from({ length: 24 }, (_, n) => unit.give({ deviceId: devices[n % 3] ?? '' })),
    )
    const expected = ['A', 'B', 'C'].flatMap((letter) =>
      Array.from({ length: 8 }, (_, n) => `HD-${letter}-2026-00000${n + 1}`),
    )
    expect(numbers.toSorted()).toEqual(expected)
  })

  it('gives a number back when the operation is refused, and the same one on replay', async () => {
    const unit = await aUnit()
    expect(await unit.give({}, 'kunci-1')).toBe('HD-A-2026-000001')
    await expect(unit.give({ isRefused: true })).rejects.toMatchObject({ code: 'database.full' })
    expect(await unit.give({}, 'kunci-1')).toBe('HD-A-2026-000001')
    expect(await unit.give()).toBe('HD-A-2026-000002')
  })

  it('refuses after the last of a year', async () => {
    const unit = await aUnit()
    await unit.give()
    await city.superuser.query('update number_series set next = 999999 where place_id = $1', [unit.placeId])
    expect(await unit.give()).toBe('HD-A-2026-999999')
    await expect(unit.give()).rejects.toMatchObject({ code: 'number.series_full', params: { letter: 'A' } })
  })
})

describe('a number given without signal', () => {
  it('is taken once, and the device goes on after it', async () => {
    const unit = await aUnit()
    await unit.teller.do(register, { placeId: unit.placeId, deviceId: unit.deviceId })
    expect(await unit.give({ number: 'hd-a-2026-000001' })).toBe('HD-A-2026-000001')
    await expect(unit.give({ number: 'HD-A-2026-000001' })).rejects.toMatchObject({
      code: 'number.used',
      kind: 'conflict',
      issues: [{ field: 'number' }],
    })
    expect(await unit.give()).toBe('HD-A-2026-000002')
  })

  it('may come late: what it leaves out is missing until it arrives', async () => {
    const unit = await aUnit()
    const auditor = await city.userWith({ roles: ['auditor'], placeId: unit.placeId })
    await unit.give()
    await unit.give({ number: 'HD-A-2026-000006' })
    expect((await auditor.ask(askGaps, {})).rows).toMatchObject([
      { from: 'HD-A-2026-000002', to: 'HD-A-2026-000005', count: 4, label: 'Ponsel uji', placeName: 'Unit Uji' },
    ])
    await unit.give({ number: 'HD-A-2026-000004' })
    const { rows, total } = await auditor.ask(askGaps, {})
    expect(rows.map(({ from, to, count }) => [from.slice(-1), to.slice(-1), count])).toEqual([
      ['2', '3', 2],
      ['5', '5', 1],
    ])
    expect(total).toBe(2)
    await expect(unit.give({ number: 'HD-A-2026-000004' })).rejects.toMatchObject({ code: 'number.used' })
    expect(await unit.give()).toBe('HD-A-2026-000007')
  })

  it.each([
    ['HD-A-2026-0001', 'number.not_a_number'],
    ['HD-A-2026-000000', 'number.not_a_number'],
    ['XX-A-2026-000002', 'number.other_unit'],
    ['HD-B-2026-000002', 'number.other_device'],
    ['HD-A-2025-000002', 'number.other_year'],
    [`HD-A-2026-000${missingMax + 3}`, 'number.too_far'],
  ])('%s is refused: %s', async (number, code) => {
    const unit = await aUnit()
    await unit.give()
    await expect(unit.give({ number })).rejects.toMatchObject({ code, issues: [{ field: 'number' }] })
    expect(await unit.give()).toBe('HD-A-2026-000002')
  })

  it('is refused from a device that was never here', async () => {
    const unit = await aUnit()
    await expect(unit.give({ number: 'HD-A-2026-000001' })).rejects.toMatchObject({ code: 'number.device_unknown' })
  })
})

describe('numbering.gaps', () => {
  it('shows only places of the permission, and nothing to others', async () => {
    const [here, there] = [await aUnit(), await aUnit()]
    for (const unit of [here, there]) {
      await unit.give()
      await unit.give({ number: 'HD-A-2026-000003' })
    }
    const auditor = await city.userWith({ roles: ['auditor'], placeId: here.placeId })
    const { rows } = await auditor.ask(askGaps, {})
    expect(rows.map((row) => row.placeId)).toEqual([here.placeId])
    await expect(here.teller.ask(askGaps, {})).rejects.toMatchObject({ code: 'access.denied' })
    await expect(city.guest.ask(askGaps, {})).rejects.toMatchObject({ code: 'access.sign_in' })
    await expect(auditor.ask(askGaps, { page: 0 })).rejects.toMatchObject({ issues: [{ field: 'page' }] })
  })
})

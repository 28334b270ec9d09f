import { describe, expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { refusedWith as refusedIn } from '../../../../test/refused-with.ts'
import { trialBalance } from '../../../kernel/ledger/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import { verify } from '../../../kernel/audit/index.ts'
import { setDemoPassword } from '../../../kernel/sign-in/index.ts'
import { findMembers } from '../queries/members.ts'
import { getReceipt, publicReceipt } from '../queries/receipts.ts'
import { aUnit } from '../testing.ts'
import { recordDeposit } from './record-deposit.ts'
import { setPrices } from './set-prices.ts'

const city = await openTestCity()
const unit = await aUnit(city)
const { unitId, teller, deviceId, materials } = unit

const refusedWith = (work: Promise<unknown>) => refusedIn(city, work)

const deposit = (memberId: string, quantity: number, more: object = {}) => ({
  unitId,
  memberId,
  deviceId,
  lines: [{ materialId: materials.pet, quantity }],
  ...more,
})

test('weighs, prices, shares, numbers, books and counts in one go', async () => {
  const { memberId } = await unit.member({ fullName: 'Sumarni Uji' })
  const lines = [
    { materialId: materials.pet, quantity: 1850 },
    { materialId: materials.oil, quantity: 500 },
    { materialId: materials.tray, quantity: 3 },
  ]
  const saved = await teller.do(recordDeposit, { unitId, memberId, deviceId, lines })
  // 4,001 × 1.85 = 7,401.85 → 7,402; 4,000 × 0.5 = 2,000; 150 × 3 = 450. Shares by line: 6,291 + 1,700 + 382.
  expect(saved).toMatchObject({ total: 9852, memberShare: 8373, unitShare: 1479, balance: 8373, clockOffMinutes: null })
  expect(saved.number).toMatch(/^U[A-Z]-A-2026-000001$/)
  const receipt = await teller.ask(getReceipt, { receiptId: saved.depositId })
  expect(receipt.lines.map((line) => [line.amount, line.memberShare])).toEqual([
    [7402, 6291],
    [2000, 1700],
    [450, 382],
  ])
  expect(receipt.balanceAfter).toBe(8373)
  const open = await city.guest.ask(publicReceipt, { token: saved.token })
  expect(open).toMatchObject({ initials: 'S. U.', total: 9852, proof: receipt.proof, reversed: false })
  expect(JSON.stringify(open)).not.toContain('Sumarni')
  const trial = await trialBalance(city.app.pool.kysely<LedgerTables>())
  expect(trial.every(({ difference }) => difference === 0)).toBe(true)
})

describe('bad input', () => {
  test('a weight of zero, below zero, or that is no number', async () => {
    const { memberId } = await unit.member()
    for (const quantity of [0, -5]) {
      expect(await refusedWith(teller.do(recordDeposit, deposit(memberId, quantity)))).toEqual({
        code: 'deposit.weight_zero',
        field: 'lines.0.quantity',
        kind: 'invalid',
      })
    }
    for (const quantity of ['berat', 1.5, Number.NaN]) {
      const refused = await refusedWith(teller.do(recordDeposit, deposit(memberId, quantity as number)))
      expect(refused).toMatchObject({ field: 'lines.0.quantity', kind: 'invalid' })
    }
  })

  test('fifteen kilograms typed as 1,500 are asked about, and need a second person', async () => {
    const { memberId } = await unit.member()
    const heavy = deposit(memberId, 1_500_000)
    expect(await refusedWith(teller.do(recordDeposit, heavy))).toMatchObject({
      code: 'deposit.weight_unusual',
      field: 'lines.0.quantity',
      kind: 'confirm',
    })
    const confirm = ['deposit.weight_unusual']
    expect(await refusedWith(teller.do(recordDeposit, heavy, { confirm }))).toMatchObject({
      code: 'deposit.over_limit',
      field: 'coSign',
      kind: 'precondition',
    })
    const coSign = { userName: 'tidak-ada', password: 'salah-sekali' }
    expect(await refusedWith(teller.do(recordDeposit, { ...heavy, coSign }, { confirm }))).toMatchObject({
      code: 'sign_in.co_sign_wrong',
    })
    const password = 'empat-karung-botol'
    const self = { userName: `uji-${teller.userId}`, password }
    expect(await refusedWith(teller.do(recordDeposit, { ...heavy, coSign: self }, { confirm }))).toMatchObject({
      code: 'sign_in.co_sign_self',
    })
    await city.system.do(setDemoPassword, { userId: unit.second.userId, password })
    const vouched = { ...heavy, coSign: { userName: `uji-${unit.second.userId}`, password } }
    expect(await teller.do(recordDeposit, vouched, { confirm })).toMatchObject({ total: 4001 * 1500 })
  })

  test('ten times the member’s usual weight is asked again, and passes when it is right', async () => {
    const { memberId } = await unit.member()
    for (const quantity of [1000, 2000, 1500]) await teller.do(recordDeposit, deposit(memberId, quantity))
    await teller.do(recordDeposit, deposit(memberId, 15_000))
    const unusual = deposit(memberId, 15_001)
    expect(await refusedWith(teller.do(recordDeposit, unusual))).toMatchObject({ code: 'deposit.weight_unusual' })
    const saved = await teller.do(recordDeposit, unusual, { confirm: ['deposit.weight_unusual'] })
    expect(saved.total).toBe(60_019)
  })

  test('a material without a price that day, and one that nobody knows', async () => {
    const { memberId } = await unit.member()
    const other = await aUnit(city)
    const unknown = { ...deposit(memberId, 1), lines: [{ materialId: unitId, quantity: 1 }] }
    expect(await refusedWith(teller.do(recordDeposit, unknown))).toMatchObject({
      code: 'deposit.material_unknown',
      field: 'lines.0.materialId',
    })
    const unpriced = { ...deposit(memberId, 1), lines: [{ materialId: other.materials.pet, quantity: 1 }] }
    expect(await refusedWith(teller.do(recordDeposit, unpriced))).toMatchObject({
      code: 'deposit.no_price',
      field: 'lines.0.materialId',
    })
    expect(
      await refusedWith(teller.do(recordDeposit, deposit(memberId, 1, { businessDay: '2025-12-31' }))),
    ).toMatchObject({
      code: 'deposit.no_sharing',
    })
  })

  test('the connection is lost between saving and answer: sent again, it is the same receipt, once', async () => {
    const { memberId } = await unit.member()
    const input = deposit(memberId, 1000)
    const [first, again] = await Promise.all([
      teller.do(recordDeposit, input, { key: 'lost-1' }),
      teller.do(recordDeposit, input, { key: 'lost-1' }),
    ])
    expect(again).toEqual(first)
    const { rows } = await teller.ask(findMembers, { unitId, search: '' })
    expect(rows.find((row) => row.memberId === memberId)?.balance).toBe(first.memberShare)
    expect(await refusedWith(teller.do(recordDeposit, deposit(memberId, 1001), { key: 'lost-1' }))).toMatchObject({
      code: 'operation.key_reused',
      kind: 'conflict',
    })
  })

  test('a teller of another unit, and one whose permission ended yesterday', async () => {
    const { memberId } = await unit.member()
    const other = await aUnit(city)
    expect(await refusedWith(other.teller.do(recordDeposit, deposit(memberId, 1)))).toMatchObject({
      code: 'access.denied',
      kind: 'forbidden',
    })
    const ended = await city.userWith({ roles: ['teller'], placeId: unitId, to: '2026-10-09' })
    expect(await refusedWith(ended.do(recordDeposit, deposit(memberId, 1)))).toMatchObject({ code: 'access.denied' })
    const stranger = { ...deposit((await other.member()).memberId, 1) }
    expect(await refusedWith(teller.do(recordDeposit, stranger))).toMatchObject({ code: 'member.unknown' })
  })

  test('a phone whose clock is a day off: the server’s time rules, and the difference is told', async () => {
    const { memberId } = await unit.member()
    const saved = await teller.do(recordDeposit, deposit(memberId, 100, { weighedAt: '2026-10-11T02:41:00.000Z' }))
    expect(saved.clockOffMinutes).toBe(24 * 60)
    const receipt = await teller.ask(getReceipt, { receiptId: saved.depositId })
    expect([receipt.businessDay, receipt.recordedAt]).toEqual(['2026-10-10', city.clock.now()])
  })

  test('a day that has not come, and a price list under money that has moved', async () => {
    const { memberId } = await unit.member()
    expect(
      await refusedWith(teller.do(recordDeposit, deposit(memberId, 1, { businessDay: '2026-10-11' }))),
    ).toMatchObject({
      code: 'deposit.day_in_future',
    })
    const prices = [{ materialId: materials.pet, rupiah: 4100 }]
    const before = { unitId, validFrom: '2026-10-10', prices }
    expect(await refusedWith(unit.manager.do(setPrices, before))).toMatchObject({
      code: 'price.used',
      field: 'validFrom',
    })
    const jump = { unitId, validFrom: '2026-10-11', prices: [{ materialId: materials.pet, rupiah: 6002 }] }
    expect(await refusedWith(unit.manager.do(setPrices, jump))).toMatchObject({
      code: 'price.jump',
      field: 'prices.0.rupiah',
      kind: 'confirm',
    })
    // Oil and trays have a price until then, and this list leaves them out.
    await expect(unit.manager.do(setPrices, jump, { confirm: ['price.jump'] })).rejects.toMatchObject({
      code: 'price.left_out',
      params: { n: 2, of: 3, from: '2026-10-11' },
      kind: 'confirm',
    })
    await unit.manager.do(setPrices, jump, { confirm: ['price.jump', 'price.left_out'] })
    // Yesterday's deposit keeps the old price, also when it is entered tomorrow.
    city.clock.set('2026-10-11T02:00:00.000Z')
    const late = await teller.do(recordDeposit, deposit(memberId, 1000, { businessDay: '2026-10-10' }))
    city.clock.set('2026-10-10T02:41:00.000Z')
    expect(late.total).toBe(4001)
  })
})

test('afterwards every row stands as it was written', async () => {
  expect((await verify(city.app)).findings).toEqual([])
})

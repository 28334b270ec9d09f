import { beforeAll, describe, expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { refusedWith } from '../../../../test/refused-with.ts'
import { verify } from '../../../kernel/audit/index.ts'
import { setDemoPassword } from '../../../kernel/sign-in/index.ts'
import { getDay, getRecap } from '../queries/day.ts'
import { myLines, myMemberships } from '../queries/mine.ts'
import { aUnit } from '../testing.ts'
import { closeDay, openDay } from './day.ts'
import { claimMembership, leaveMember, setPin } from './members.ts'
import { payWithdrawal, sendWithdrawalCode } from './pay-withdrawal.ts'
import { recordDeposit } from './record-deposit.ts'
import { reverseDeposit } from './reverse-deposit.ts'

const city = await openTestCity()
const unit = await aUnit(city, { openedWith: 50_000 })
const { unitId, teller, second, deviceId, materials } = unit
const password = 'empat-karung-botol'
let coSign: { userName: string; password: string }

beforeAll(async () => {
  await city.system.do(setDemoPassword, { userId: second.userId, password })
  const { rows } = await city.superuser.query<{ user_name: string }>(
    'select user_name from user_account where id = $1',
    [second.userId],
  )
  coSign = { userName: rows[0]?.user_name ?? '', password }
})

async function aSaver(grams: number) {
  const member = await unit.member()
  const lines = [{ materialId: materials.pet, quantity: grams }]
  const saved = await teller.do(recordDeposit, { unitId, memberId: member.memberId, deviceId, lines })
  return { ...member, saved }
}

const signature = { by: 'signature', strokes: 'M10 40 C20 10 40 10 50 40 S80 70 90 40' } as const
const pay = (memberId: string, amount: number) => ({ unitId, memberId, amount, deviceId, confirmation: signature })

describe('withdrawal', () => {
  test('pays what is there and no more, out of savings and out of the cash box', async () => {
    const saver = await aSaver(10_000)
    const paid = await teller.do(payWithdrawal, pay(saver.memberId, 4000))
    expect(paid).toMatchObject({ amount: 4000, balance: saver.saved.memberShare - 4000 })
    expect(await refusedWith(city, teller.do(payWithdrawal, pay(saver.memberId, 100_000)))).toEqual({
      code: 'withdrawal.insufficient',
      field: 'amount',
      kind: 'precondition',
    })
    const rich = await aSaver(90_000)
    expect(await refusedWith(city, teller.do(payWithdrawal, pay(rich.memberId, 60_000)))).toMatchObject({
      code: 'withdrawal.cash_short',
    })
    expect(await refusedWith(city, teller.do(payWithdrawal, pay(saver.memberId, 0)))).toMatchObject({
      code: 'withdrawal.amount_zero',
    })
  })

  test('of two tellers who pay the last rupiah at the same moment, one wins', async () => {
    const { memberId, saved } = await aSaver(1000)
    const both = await Promise.allSettled([
      teller.do(payWithdrawal, pay(memberId, saved.memberShare)),
      second.do(payWithdrawal, pay(memberId, saved.memberShare)),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('by a code that was sent for this amount, once', async () => {
    const member = await unit.member({ phone: '081234567890' })
    const lines = [{ materialId: materials.pet, quantity: 3000 }]
    await teller.do(recordDeposit, { unitId, memberId: member.memberId, deviceId, lines })
    await teller.do(sendWithdrawalCode, { unitId, memberId: member.memberId, amount: 2000 })
    const { rows } = await city.superuser.query<{ body: string }>(
      `select body from message where template = 'waste.withdrawal_code' order by made_at desc limit 1`,
    )
    const code = /Kode (\S+)/.exec(rows[0]?.body ?? '')?.[1] ?? ''
    const by = (typed: string, amount: number) => ({
      ...pay(member.memberId, amount),
      confirmation: { by: 'code', code: typed } as const,
    })
    expect(await refusedWith(city, teller.do(payWithdrawal, by('AAA-AAA', 2000)))).toMatchObject({
      code: 'withdrawal.code_wrong',
    })
    expect(await refusedWith(city, teller.do(payWithdrawal, by(code, 2001)))).toMatchObject({
      code: 'withdrawal.code_wrong',
    })
    expect(await teller.do(payWithdrawal, by(code, 2000))).toMatchObject({ amount: 2000 })
    expect(await refusedWith(city, teller.do(payWithdrawal, by(code, 2000)))).toMatchObject({
      code: 'withdrawal.code_wrong',
    })
  })

  test('by PIN; guesses are counted although each is refused', async () => {
    const { memberId } = await aSaver(5000)
    const by = (pin: string) => ({ ...pay(memberId, 1000), confirmation: { by: 'pin', pin } as const })
    expect(await refusedWith(city, teller.do(payWithdrawal, by('204060')))).toMatchObject({ code: 'withdrawal.no_pin' })
    expect(await refusedWith(city, teller.do(setPin, { memberId, pin: '111111' }))).toMatchObject({
      code: 'member.pin_weak',
    })
    await teller.do(setPin, { memberId, pin: '204060' })
    expect(await teller.do(payWithdrawal, by('204060'))).toMatchObject({ amount: 1000 })
    const codes = []
    for (let guess = 0; guess < 7; guess += 1)
      codes.push((await refusedWith(city, teller.do(payWithdrawal, by('000001')))).code)
    expect(codes[0]).toBe('withdrawal.pin_wrong')
    expect(codes.at(-1)).toBe('sign_in.wait')
  })
})

describe('reversal', () => {
  test('once: by the same within ten minutes, afterwards by another', async () => {
    const early = await aSaver(2000)
    const input = { depositId: early.saved.depositId, reason: 'Salah bahan', deviceId }
    const reversed = await teller.do(reverseDeposit, input)
    expect(reversed).toMatchObject({ receivable: 0, balance: 0 })
    expect(await refusedWith(city, second.do(reverseDeposit, input))).toMatchObject({ kind: 'conflict' })

    const late = await aSaver(2000)
    city.clock.set('2026-10-10T02:52:00.000Z')
    const lateInput = { depositId: late.saved.depositId, reason: 'Salah bahan', deviceId }
    expect(await refusedWith(city, teller.do(reverseDeposit, lateInput))).toMatchObject({
      code: 'deposit.reverse_by_another',
    })
    expect(await second.do(reverseDeposit, lateInput)).toMatchObject({ receivable: 0 })
    city.clock.set('2026-10-10T02:41:00.000Z')
  })

  test('of what was paid out already: a second person, and a receivable instead of a hole', async () => {
    const { memberId, personId, saved } = await aSaver(10_000)
    await teller.do(payWithdrawal, pay(memberId, 30_000))
    const input = { depositId: saved.depositId, reason: 'Ditimbang dua kali', deviceId }
    expect(await refusedWith(city, teller.do(reverseDeposit, input))).toMatchObject({
      code: 'deposit.reversal_needs_second',
      field: 'coSign',
    })
    const short = saved.memberShare - (saved.memberShare - 30_000)
    expect(await teller.do(reverseDeposit, { ...input, coSign })).toMatchObject({ receivable: short, balance: 0 })
    const own = await city.userWith({ roles: [], personId })
    const [mine] = (await own.ask(myMemberships, {})).rows
    expect([mine?.balance, mine?.owed]).toEqual([0, short])
    const { rows } = await own.ask(myLines, { memberId })
    expect(rows.map(({ kind, balance }) => [kind, balance])).toEqual([
      ['reversal', 0],
      ['withdrawal', saved.memberShare - 30_000],
      ['deposit', saved.memberShare],
    ])
    const stranger = await aSaver(1000)
    expect(await refusedWith(city, own.ask(myLines, { memberId: stranger.memberId }))).toMatchObject({
      kind: 'forbidden',
    })
  })
})

test('a claim opens one’s own page by code and year of birth; guesses are counted', async () => {
  const { claimCode, memberId } = await unit.member({ birthYear: 1975 })
  expect(await refusedWith(city, city.guest.do(claimMembership, { code: claimCode, birthYear: 1976 }))).toMatchObject({
    code: 'membership.no_match',
  })
  const { sessionToken } = await city.guest.do(claimMembership, { code: claimCode.toLowerCase(), birthYear: 1975 })
  expect(sessionToken.length).toBeGreaterThan(20)
  const { rows } = await city.superuser.query<{ body: string }>(
    `select body from audit_entry where operation = 'membership.claim' order by seq desc limit 1`,
  )
  expect(rows[0]?.body).not.toContain(sessionToken)
  expect(rows[0]?.body).not.toContain(claimCode)
  const saver = await aSaver(1000)
  expect(await refusedWith(city, teller.do(leaveMember, { memberId: saver.memberId }))).toMatchObject({
    code: 'member.has_savings',
  })
  await teller.do(leaveMember, { memberId })
})

test('two who join at the same moment get two numbers', async () => {
  const joined = await Promise.allSettled(Array.from({ length: 6 }, () => unit.member()))
  expect(joined.every(({ status }) => status === 'fulfilled')).toBe(true)
})

test('the day closes with a recap, and a difference needs its reason and is booked', async () => {
  const { cash, open } = await teller.ask(getDay, { unitId })
  const recap = await teller.ask(getRecap, { dayId: open?.dayId ?? '' })
  expect(recap.expectedCash).toBe(cash)
  expect(recap.countedOpening - recap.paidOut).toBe(cash)
  expect(recap.total).toBe(recap.memberShare + recap.unitShare)
  expect(recap.reversals).toBe(3)
  const close = { unitId, counted: cash - 500 }
  expect(await refusedWith(city, teller.do(closeDay, close))).toMatchObject({
    code: 'day.difference_needs_note',
    field: 'note',
  })
  expect(await teller.do(closeDay, { ...close, note: 'Kembalian kurang' })).toMatchObject({ difference: -500 })
  expect(await refusedWith(city, teller.do(closeDay, close))).toMatchObject({ code: 'day.not_open' })
  expect(await teller.do(openDay, { unitId, counted: cash - 500 })).toMatchObject({ difference: 0, hasPrices: true })
  expect(await refusedWith(city, teller.do(openDay, { unitId, counted: cash - 500 }))).toMatchObject({
    code: 'day.open_already',
  })
})

test('a withdrawal at the moment of closing stands on the day whole, or not at all', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { memberId } = await aSaver(1000)
    const { cash, open } = await teller.ask(getDay, { unitId })
    const [closed] = await Promise.allSettled([
      teller.do(closeDay, { unitId, counted: cash, note: 'Dihitung' }),
      second.do(payWithdrawal, pay(memberId, 1000)),
    ])
    expect(closed.status).toBe('fulfilled')
    const recap = await teller.ask(getRecap, { dayId: open?.dayId ?? '' })
    expect(recap.expectedCash).toBe(recap.countedOpening - recap.paidOut)
    const now = await teller.ask(getDay, { unitId })
    expect([now.open, now.cash]).toEqual([null, cash])
    await teller.do(openDay, { unitId, counted: cash })
  }
})

test('a deposit at the moment of leaving keeps its member, or is refused', async () => {
  for (let round = 0; round < 6; round += 1) {
    const { memberId } = await unit.member()
    const line = { materialId: materials.pet, quantity: 1000 }
    const deposit = { unitId, memberId, deviceId, lines: [line] }
    const [saved, left] = await Promise.allSettled([
      teller.do(recordDeposit, deposit),
      second.do(leaveMember, { memberId }),
    ])
    expect([saved.status, left.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  }
})

test('afterwards every row stands as it was written', async () => {
  expect((await verify(city.app)).findings).toEqual([])
})

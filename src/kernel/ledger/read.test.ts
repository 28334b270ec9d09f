import { expect, it } from 'vitest'
import { balanceAsOf, balanceOf, statement, trialBalance } from './index.ts'
import type { LedgerTables } from './index.ts'
import { askBalance, askStatement, askTrialBalance } from './queries.ts'
import { openLedgerBench } from './testing.ts'

const bench = await openLedgerBench()
const { city, placeId } = bench
const db = city.app.pool.kysely<LedgerTables>()
const [monday, tuesday, wednesday] = ['2026-10-05', '2026-10-06', '2026-10-07'] as const
const evening = (day: string) => `${day}T11:00:00.000Z`

const cash = await bench.open('cash', 'debit')
const member = '00000000-0000-7000-8000-0000000000aa'
const savings = await bench.open('savings', 'credit', { ownerKind: 'person', ownerId: member })

// Monday's deposit on Monday; on Tuesday a payment; on Wednesday a deposit of Monday that was forgotten, and the
// first one taken back.
city.clock.set(evening(monday))
const first = await bench.post([[cash, savings, 3000]])
city.clock.set(evening(tuesday))
const paid = await bench.post([[savings, cash, 500]], { memo: 'tunai' })
city.clock.set(evening(wednesday))
const late = await bench.post([[cash, savings, 1000]], { day: monday })
const back = await bench.reverse(first.transferId)

it.each([
  ['now', {}, 500],
  ['up to Monday, as it is known now', { businessDay: monday }, 4000],
  ['up to Monday, as it was known that evening', { businessDay: monday, recordedAt: evening(monday) }, 3000],
  ['up to Tuesday, as it was known that evening', { businessDay: tuesday, recordedAt: evening(tuesday) }, 2500],
  ['up to Tuesday, as it is known now', { businessDay: tuesday }, 3500],
  ['everything known on Tuesday evening', { recordedAt: evening(tuesday) }, 2500],
  ['before anything happened', { businessDay: '2026-10-04' }, 0],
])('knows what an account stood at: %s', async (_, asOf, balance) => {
  for (const account of [cash, savings]) expect(await balanceAsOf(db, account, asOf)).toBe(balance)
})

it('agrees with the kept balance', async () => {
  expect(await balanceOf(db, savings)).toBe(500)
  const nobody = '00000000-0000-7000-8000-00000000dead'
  await expect(balanceOf(db, nobody)).rejects.toMatchObject({ code: 'ledger.account_unknown' })
  await expect(balanceAsOf(db, nobody, {})).rejects.toMatchObject({ code: 'ledger.account_unknown' })
})

it('lists an account newest first, a late entry on its own day, with the balance after each line', async () => {
  const whole = await statement(db, { accountId: savings, page: 1, size: 50 })
  const lines = whole.rows.map((line) => [line.transferId, line.businessDay, line.amount, line.balance])
  expect(lines).toEqual([
    [back.transferId, wednesday, -3000, 500],
    [paid.transferId, tuesday, -500, 3500],
    [late.transferId, monday, 1000, 4000],
    [first.transferId, monday, 3000, 3000],
  ])
  expect(whole.rows[3]).toMatchObject({ reversedBy: back.transferId, reverses: null, otherAccountId: cash })
  expect(whole.rows[0]).toMatchObject({ reverses: first.transferId, recordedAt: evening(wednesday) })
  expect(whole.rows[1]?.memo).toBe('tunai')
})

it('pages, and keeps the balance when only some days are asked for', async () => {
  const second = await statement(db, { accountId: savings, page: 2, size: 3 })
  expect([second.total, second.rows.map((line) => line.balance)]).toEqual([4, [3000]])
  const day = await statement(db, { accountId: cash, from: tuesday, to: tuesday, page: 1, size: 50 })
  expect([day.total, day.rows.map((line) => [line.amount, line.balance])]).toEqual([1, [[-500, 3500]]])
})

it('has both sides equal', async () => {
  const rupiah = { code: 'IDR', name: 'IDR', measure: 'rupiah' }
  expect(await trialBalance(db)).toMatchObject([
    { commodity: rupiah, accounts: 2, debit: 500, credit: 500, difference: 0 },
    { commodity: { code: 'waste:pet' }, accounts: 0, debit: 0, credit: 0, difference: 0 },
  ])
})

it('shows an account to the person whose it is and to who may read at its place, and to nobody else', async () => {
  const owner = await city.userWith({ roles: [], personId: member })
  const other = await city.userWith({ roles: [], personId: '00000000-0000-7000-8000-0000000000bb' })
  const auditor = await city.userWith({ roles: ['auditor'], placeId })
  const elsewhere = await city.userWith({ roles: ['auditor'], placeId: await city.addPlace({ kind: 'waste_unit' }) })
  const accountId = savings
  for (const caller of [owner, auditor]) {
    expect(await caller.ask(askBalance, { accountId, businessDay: monday })).toMatchObject({ balance: 4000 })
    expect((await caller.ask(askStatement, { accountId })).total).toBe(4)
  }
  for (const caller of [other, elsewhere, bench.teller, city.guest]) {
    await expect(caller.ask(askBalance, { accountId })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(caller.ask(askStatement, { accountId })).rejects.toMatchObject({ kind: 'forbidden' })
  }
  await expect(owner.ask(askBalance, { accountId: cash })).rejects.toMatchObject({ kind: 'forbidden' })
})

it('shows the trial balance of the whole city to who may read the whole city', async () => {
  const auditor = await city.userWith({ roles: ['auditor'] })
  expect((await auditor.ask(askTrialBalance, {})).map((row) => row.difference)).toEqual([0, 0])
  const ofOnePlace = await city.userWith({ roles: ['auditor'], placeId })
  await expect(ofOnePlace.ask(askTrialBalance, {})).rejects.toMatchObject({ kind: 'forbidden' })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { pdfPages, pdfText } from '../../../kernel/documents/testing.ts'
import { formatMoney } from '../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../kernel/i18n/contract.ts'
import { getFigure } from '../../../kernel/indicator/index.ts'
import { payWithdrawal } from '../operations/pay-withdrawal.ts'
import { closeDay } from '../operations/day.ts'
import { recordDeposit } from '../operations/record-deposit.ts'
import { reverseDeposit } from '../operations/reverse-deposit.ts'
import { getDay, getRecap } from '../queries/day.ts'
import { getReceipt, listReceipts } from '../queries/receipts.ts'
import { aUnit } from '../testing.ts'
import { downloads } from './index.ts'

const city = await openTestCity()
const unit = await aUnit(city, { openedWith: 50_000 })
const { unitId, teller, deviceId, materials } = unit
const { memberId } = await unit.member({ fullName: 'Sumarni Contoh' })
const lines = [
  { materialId: materials.pet, quantity: 1850 },
  { materialId: materials.oil, quantity: 500 },
  { materialId: materials.tray, quantity: 3 },
]
const saved = await teller.do(recordDeposit, { unitId, memberId, deviceId, lines })
const strokes = 'M10 40 C20 10 40 10 50 40 S80 70 90 40'
const paid = await teller.do(payWithdrawal, {
  unitId,
  memberId,
  amount: 5000,
  deviceId,
  confirmation: { by: 'signature', strokes },
})
const wrong = await teller.do(recordDeposit, { unitId, memberId, deviceId, lines: lines.slice(0, 1) })
const taken = await teller.do(reverseDeposit, { depositId: wrong.depositId, reason: 'Salah bahan', deviceId })
const locales = ['id', 'en'] as const

/** Every format of a download, by its ending; with `DAHA_PAPER` set to a folder, also kept there to be looked at. */
async function render(name: string, input: unknown, locale: Locale): Promise<Map<string, Buffer>> {
  const found = downloads.find((each) => each.name === name)
  if (!found) throw new Error(`No download ${name}`)
  const data: unknown = await teller.ask(found.query, input)
  const setting = { locale, city: city.app.city, publicUrl: 'https://contoh.test' }
  const files = new Map<string, Buffer>()
  for (const [ending, format] of Object.entries(found.formats)) {
    const file = await format.render(data, setting)
    files.set(ending, file)
    const folder = process.env.DAHA_PAPER
    if (folder) writeFileSync(join(folder, `${locale}-${found.fileName(data)}.${ending}`), file)
  }
  return files
}

const squeezed = (text: string) => text.replaceAll(/\s/g, '')

test.each(locales)('receipts on a roll and on a leaf say number, lines, sums and balance (%s)', async (locale) => {
  const files = await render('deposit.receipt', { receiptId: saved.depositId }, locale)
  expect([...files.keys()].toSorted()).toEqual(['58.pdf', 'a6.pdf'])
  for (const file of files.values()) {
    const text = squeezed(pdfText(file))
    expect(pdfPages(file)).toHaveLength(1)
    for (const amount of [7402, 2000, 450, 9852, 8373]) expect(text).toContain(squeezed(formatMoney(amount, locale)))
    for (const word of [saved.number, 'SumarniContoh', locale === 'id' ? '1,85kg' : '1.85kg'])
      expect(text).toContain(word)
    expect(text).not.toContain('�')
  }
  for (const [receiptId, number, amount] of [
    [paid.withdrawalId, paid.number, 5000],
    [taken.reversalId, taken.number, wrong.memberShare],
  ] as const) {
    for (const file of (await render('deposit.receipt', { receiptId }, locale)).values()) {
      const text = squeezed(pdfText(file))
      expect(text).toContain(number)
      expect(text).toContain(squeezed(formatMoney(amount, locale)))
    }
  }
})

test.each(locales)('wall list, card and recap (%s)', async (locale) => {
  const wall = squeezed(pdfText((await render('price.wall', { unitId }, locale)).get('pdf') ?? Buffer.of()))
  for (const price of [4001, 4000, 150]) expect(wall).toContain(squeezed(formatMoney(price, locale)))
  expect(wall).toContain(locale === 'id' ? 'Bahanpet' : 'Materialpet')
  for (const file of (await render('member.card', { memberId }, locale)).values()) {
    expect(squeezed(pdfText(file))).toContain('SumarniContoh')
    expect(squeezed(pdfText(file))).toContain('0001')
  }
  const { open } = await teller.ask(getDay, { unitId })
  const dayId = open?.dayId ?? ''
  const recap = squeezed(pdfText((await render('day.recap', { dayId }, locale)).get('pdf') ?? Buffer.of()))
  for (const amount of [9852, 50_000, 5000, 45_000]) expect(recap).toContain(squeezed(formatMoney(amount, locale)))
})

test.each(locales)('the list of documents as CSV, XLSX and JSON (%s)', async (locale) => {
  const files = await render('receipt.list', { unitId }, locale)
  const csv = files.get('csv')?.toString('utf8') ?? ''
  const json = files.get('json')?.toString('utf8') ?? ''
  for (const { number } of [saved, paid, wrong, taken]) {
    expect(csv).toContain(number)
    expect(json).toContain(number)
  }
  expect(csv).toContain('8373')
  expect(files.get('xlsx')?.subarray(0, 2).toString()).toBe('PK')
  expect(csv).not.toContain('Sumarni')
})

test('recap, receipts and the figure agree about a day with a reversal and a late entry', async () => {
  const late = { unitId, memberId, deviceId, lines: lines.slice(0, 1), businessDay: '2026-09-28' }
  const entered = await teller.do(recordDeposit, late)
  const { open } = await teller.ask(getDay, { unitId })
  const recap = await teller.ask(getRecap, { dayId: open?.dayId ?? '' })
  expect(recap).toMatchObject({ deposits: 1, members: 1, grams: 1850, total: 9852, memberShare: 8373, unitShare: 1479 })
  expect(recap).toMatchObject({ withdrawals: 1, paidOut: 5000, reversals: 1, expectedCash: 45_000 })
  const { rows } = await teller.ask(listReceipts, { unitId, sort: 'oldest' })
  expect(rows.map(({ kind, reversed }) => [kind, reversed])).toEqual([
    ['deposit', false],
    ['withdrawal', false],
    ['deposit', true],
    ['reversal', false],
    ['deposit', false],
  ])
  const balances = []
  for (const { id } of rows) balances.push((await teller.ask(getReceipt, { receiptId: id })).balanceAfter)
  const shared = wrong.memberShare
  expect(balances).toEqual([8373, 3373, 3373 + shared, 3373, 3373 + entered.memberShare])
  const { rows: kept } = await city.superuser.query<{ month: string; grams: string; n: string }>(
    `select to_char(business_day, 'YYYY-MM') as month, sum(quantity) as grams, count(*) as n from weighing w
     join material m on m.id = w.material_id where m.measure = 'gram' group by 1 order by 1`,
  )
  expect(kept).toEqual([
    { month: '2026-09', grams: '1850', n: '1' },
    { month: '2026-10', grams: '1850', n: '3' },
  ])
  const auditor = await city.userWith({ roles: ['auditor'] })
  const figure = await auditor.ask(getFigure, { name: 'waste.weight', placeId: unitId })
  // Four lines make a small cell: the figure tells that there is something, and hides how much.
  expect([figure.hidden, figure.amount, figure.reported]).toEqual(['small', null, 1])
  for (let more = 0; more < 9; more += 1) {
    await teller.do(recordDeposit, { ...late, memberId, businessDay: more < 4 ? '2026-09-28' : '2026-10-10' })
  }
  const full = await auditor.ask(getFigure, { name: 'waste.weight', placeId: unitId })
  expect(full.amount).toBe(11 * 1850)
  expect(full.months.map(({ month, amount }) => [month, amount])).toEqual([
    ['2026-09', 5 * 1850],
    ['2026-10', 6 * 1850],
  ])
  await teller.do(closeDay, { unitId, counted: 45_000 })
})

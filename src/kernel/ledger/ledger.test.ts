import { describe, expect, it } from 'vitest'
import { checkTexts } from '../i18n/index.ts'
import { openLedgerBench } from './testing.ts'
import { texts } from './texts/index.ts'

const bench = await openLedgerBench()

it('words every refusal in both languages', () => expect(checkTexts(texts)).toEqual([]))

describe('post', () => {
  it('moves value between two accounts and gives back what they stand at', async () => {
    const [cash, savings] = [await bench.open('cash', 'debit'), await bench.open('savings', 'credit')]
    const posted = await bench.post([[cash, savings, 3500]])
    expect(posted.balances).toEqual({ [cash]: 3500, [savings]: 3500 })
    expect(await bench.balances([cash, savings])).toEqual([3500, 3500])
  })
  it('refuses to go below the floor and says what is short', async () => {
    const [cash, savings] = [await bench.open('cash', 'debit'), await bench.open('savings', 'credit')]
    await bench.post([[cash, savings, 3500]])
    await expect(bench.post([[savings, cash, 3600]])).rejects.toMatchObject({
      code: 'ledger.insufficient',
      params: { short: 100, measure: 'rupiah' },
    })
    expect(await bench.balances([cash, savings])).toEqual([3500, 3500])
  })
})

describe('reverse', () => {
  it('turns every leg round, once', async () => {
    const [cash, savings] = [await bench.open('cash', 'debit'), await bench.open('savings', 'credit')]
    const { transferId } = await bench.post([[cash, savings, 3500]])
    await bench.reverse(transferId)
    expect(await bench.balances([cash, savings])).toEqual([0, 0])
    await expect(bench.reverse(transferId)).rejects.toMatchObject({ code: 'ledger.already_reversed' })
  })
})

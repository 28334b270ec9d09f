import { describe, expect, it } from 'vitest'
import { rowText } from '../audit/index.ts'
import { checkTexts } from '../i18n/index.ts'
import { checkBalances } from './derived.ts'
import { texts } from './texts/index.ts'
import { openLedgerBench } from './testing.ts'

const bench = await openLedgerBench()
const { city, rupiah, pet, teller } = bench

it('words every refusal in both languages', () => expect(checkTexts(texts)).toEqual([]))

describe('post', () => {
  it('moves value between two accounts and gives back what they stand at', async () => {
    const [cash, savings] = [await bench.open('cash', 'debit', rupiah), await bench.open('savings', 'credit', rupiah)]
    const posted = await bench.post([[cash, savings, 3500]])
    expect(posted.balances).toEqual({ [cash]: 3500, [savings]: 3500 })
    expect(await bench.balances([cash, savings])).toEqual([3500, 3500])
  })
})

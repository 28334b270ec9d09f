import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addRupiah,
  averagePrice,
  divideHalfUp,
  lineAmount,
  parseRupiah,
  portionHalfUp,
  Rupiah,
  rupiah,
  shareOf,
  splitByWeights,
  splitEvenly,
  sumRupiah,
} from './contract.ts'
import { formatMoney, formatNumber } from '../i18n/index.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })

describe('lines', () => {
  it('round half up', () => {
    expect(lineAmount(2500, 4500, 'gram')).toBe(11_250)
    expect(lineAmount(1, 499, 'gram')).toBe(0)
    expect(lineAmount(1, 500, 'gram')).toBe(1)
    expect(lineAmount(3, 500, 'millilitre')).toBe(2)
    expect(lineAmount(750, 3, 'piece')).toBe(2250)
  })

  it('are within half a rupiah of the exact product', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 10_000_000 }), (price, grams) => {
        const off = BigInt(lineAmount(price, grams, 'gram')) * 1000n - BigInt(price) * BigInt(grams)
        expect(off > -500n && off <= 500n).toBe(true)
      }),
    )
  })

  it('refuse what is no price or quantity', () => {
    expect(() => lineAmount(-1, 1, 'gram')).toThrow(RangeError)
    expect(() => lineAmount(1, -1, 'gram')).toThrow(RangeError)
    expect(() => lineAmount(1, 0.5, 'gram')).toThrow(RangeError)
    expect(() => lineAmount(Number.NaN, 1, 'piece')).toThrow(RangeError)
    expect(() => lineAmount(Number.MAX_SAFE_INTEGER, 2, 'piece')).toThrow('too large')
  })
})

describe('shares', () => {
  it('floor the share and keep the remainder', () => {
    expect(shareOf(11_251, 7000)).toEqual({ share: 7875, remainder: 3376 })
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (whole, points) => {
        const { share, remainder } = shareOf(whole, points)
        expect(share + remainder).toBe(whole)
        expect(BigInt(share) * 10_000n <= BigInt(whole) * BigInt(points)).toBe(true)
        expect(BigInt(share + 1) * 10_000n > BigInt(whole) * BigInt(points)).toBe(true)
      }),
    )
    expect(() => shareOf(100, 10_001)).toThrow(RangeError)
    expect(() => shareOf(-100, 5000)).toThrow(RangeError)
  })

  it('take a portion half up, mirrored below zero', () => {
    expect(portionHalfUp(50, 100)).toBe(1)
    expect(portionHalfUp(-50, 100)).toBe(-1)
    expect(portionHalfUp(49, 100)).toBe(0)
    expect(divideHalfUp(-7n, 2n)).toBe(-4n)
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError)
  })
})

describe('splits', () => {
  it('add up exactly and differ by one at most', () => {
    expect(splitEvenly(400_000, 12)).toEqual([
      ...Array.from({ length: 4 }, () => 33_334),
      ...Array.from({ length: 8 }, () => 33_333),
    ])
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 60 }), (whole, parts) => {
        const split = splitEvenly(whole, parts)
        expect(split).toHaveLength(parts)
        expect(sumRupiah(split)).toBe(whole)
        expect((split[0] ?? 0) - (split.at(-1) ?? 0)).toBeLessThanOrEqual(1)
      }),
    )
    expect(() => splitEvenly(10, 0)).toThrow(RangeError)
  })

  it('follow weights within a rupiah', () => {
    expect(splitByWeights(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(splitByWeights(10, [0, 5])).toEqual([0, 10])
    const weights = fc
      .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 12 })
      .filter((w) => w.some((x) => x > 0))
    fc.assert(
      fc.property(amount, weights, (whole, given) => {
        const split = splitByWeights(whole, given)
        const total = given.reduce((a, b) => a + b, 0)
        expect(sumRupiah(split)).toBe(whole)
        for (const [index, part] of split.entries())
          expect(Math.abs(part - (whole * (given[index] ?? 0)) / total)).toBeLessThan(1.001)
        for (const [index, weight] of given.entries()) if (weight === 0) expect(split[index]).toBe(0)
      }),
    )
    expect(() => splitByWeights(10, [0, 0])).toThrow(RangeError)
    expect(() => splitByWeights(10, [])).toThrow(RangeError)
  })
})

describe('amounts', () => {
  it('are safe whole numbers', () => {
    expect(rupiah(-0)).toBe(0)
    expect(addRupiah(1, 2, -3)).toBe(0)
    expect(averagePrice(11_250, 4500, 'gram')).toBe(2500)
    expect(() => rupiah(0.1)).toThrow(RangeError)
    expect(() => addRupiah(Number.MAX_SAFE_INTEGER, 1)).toThrow('too large')
    expect(() => averagePrice(1, 0, 'gram')).toThrow(RangeError)
    expect(Rupiah.safeParse(2 ** 53).success).toBe(false)
    expect(Rupiah.safeParse('10').success).toBe(false)
  })
})

describe('amounts as people type them', () => {
  it.each([
    ['3500', 3500],
    ['Rp 3.500', 3500],
    ['rp3.500,00', 3500],
    ['Rp. 3.500,-', 3500],
    ['Rp3.500,--', 3500],
    ['3.500,00', 3500],
    ['3500.00', 3500],
    ['3,500.00', 3500],
    ['1.284', 1284],
    ['IDR 1.250.000', 1_250_000],
    ['-Rp3.500', -3500],
    ['Rp -3.500', -3500],
    ['(3.500)', -3500],
    ['\u22123500', -3500],
    ['2,5 juta', 2_500_000],
    ['1,125 jt', 1_125_000],
    ['500rb', 500_000],
    ['\u00a0Rp\u00a03.500 ', 3500],
    ['0', 0],
    ['-0', 0],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('%s is %i', (text, expected) => {
    expect(parseRupiah(text)).toEqual({ ok: true, amount: expected })
  })

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['Rp', 'not_an_amount'],
    ['tiga ribu', 'not_an_amount'],
    ['3.50.0', 'not_an_amount'],
    ['3,500', 'ambiguous'],
    ['3.5', 'ambiguous'],
    ['3.500,50', 'fraction'],
    ['3500,5', 'fraction'],
    ['1,0005 rb', 'fraction'],
    ['--5', 'not_an_amount'],
    ['(-5)', 'not_an_amount'],
    ['-Rp-5', 'not_an_amount'],
    ['3.57E+15', 'not_an_amount'],
    ['=1+1', 'not_an_amount'],
    ['9007199254740992', 'too_large'],
    ['99999999999999999999', 'too_large'],
    ['9.999.999.999 juta', 'too_large'],
  ])('%s is refused as %s', (text, problem) => {
    expect(parseRupiah(text)).toEqual({ ok: false, problem })
  })

  it('reads back whatever we print', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(parseRupiah(formatMoney(value, 'id'))).toEqual({ ok: true, amount: value })
        expect(parseRupiah(formatNumber(value, 'id', { decimalsMin: 2 }))).toEqual({ ok: true, amount: value })
      }),
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseRupiah(text)
        expect(parsed.ok ? Number.isSafeInteger(parsed.amount) : parsed.problem).toBeTruthy()
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { terbilang, terbilangDate, terbilangRupiah } from './index.ts'

const digits: Record<string, bigint> = {
  satu: 1n,
  dua: 2n,
  tiga: 3n,
  empat: 4n,
  lima: 5n,
  enam: 6n,
  tujuh: 7n,
  delapan: 8n,
  sembilan: 9n,
}
const powers: Record<string, bigint> = {
  ribu: 10n ** 3n,
  juta: 10n ** 6n,
  miliar: 10n ** 9n,
  triliun: 10n ** 12n,
  kuadriliun: 10n ** 15n,
}

/** Reads number words from left to right, the way an ear does: `se-` is `satu`, a scale closes what was heard. */
function heard(words: string): bigint {
  let total = 0n
  let group = 0n
  let digit = 0n
  const plain = words.replaceAll(/\bse(ribu|ratus|puluh|belas)\b/g, 'satu $1')
  const negative = plain.startsWith('minus ')
  for (const word of plain.replace(/^minus /, '').split(' ')) {
    if (word === 'nol') continue
    else if (digits[word] !== undefined) digit = digits[word]
    else if (word === 'belas') [group, digit] = [group + 10n + digit, 0n]
    else if (word === 'puluh') [group, digit] = [group + 10n * digit, 0n]
    else if (word === 'ratus') [group, digit] = [group + 100n * digit, 0n]
    else if (powers[word] !== undefined) [total, group, digit] = [total + (group + digit) * powers[word], 0n, 0n]
    else throw new Error(`never heard: ${word}`)
  }
  return (total + group + digit) * (negative ? -1n : 1n)
}

describe('terbilang', () => {
  it.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [20, 'dua puluh'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [219, 'dua ratus sembilan belas'],
    [1000, 'seribu'],
    [1100, 'seribu seratus'],
    [2026, 'dua ribu dua puluh enam'],
    [11_250, 'sebelas ribu dua ratus lima puluh'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [1_000_000_000, 'satu miliar'],
    [-5, 'minus lima'],
    [9_000_000_000_000_000, 'sembilan kuadriliun'],
  ])('%i', (value, words) => {
    expect(terbilang(value)).toBe(words)
  })

  it('is heard as it was said', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -5000, max: 5_000_000 })), (value) => {
        expect(heard(terbilang(value))).toBe(BigInt(value))
      }),
    )
  })

  it('says every number below two thousand', () => {
    for (let value = 0; value < 2000; value++) expect(heard(terbilang(value))).toBe(BigInt(value))
  })

  it('refuses what is not whole', () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
      expect(() => terbilang(value)).toThrow(RangeError)
  })

  it('says money and dates', () => {
    expect(terbilangRupiah(11_250)).toBe('sebelas ribu dua ratus lima puluh rupiah')
    expect(terbilangDate('2026-10-10')).toBe('Sabtu, tanggal sepuluh bulan Oktober tahun dua ribu dua puluh enam')
    expect(() => terbilangDate('2026-02-30')).toThrow(RangeError)
  })
})

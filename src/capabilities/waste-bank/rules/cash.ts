/** Notes and coins in use, in rupiah. Source: Bank Indonesia, uang rupiah yang beredar (notes of 2022, coins of 2016). */
export const denominations = [100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000, 500, 200, 100] as const

const PIECES_MAX = 100_000

/**
 * The sum of what was counted by notes and coins, each in a field `d100000`, `d50000`, …
 * @returns undefined when nothing was counted so, or when one of the counts is no whole number
 */
export function sumOfPieces(typed: (field: string) => string): number | undefined {
  let sum: number | undefined
  for (const value of denominations) {
    const text = typed(`d${value}`).trim()
    if (text === '') continue
    if (!/^\d{1,6}$/.test(text) || Number(text) > PIECES_MAX) return undefined
    sum = (sum ?? 0) + value * Number(text)
  }
  return sum
}

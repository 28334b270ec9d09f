/**
 * Money: whole rupiah, as safe integers. Products are computed with BigInt, so nothing is lost on the way, and a
 * result that does not fit throws instead of being wrong.
 */
import { measureBase } from './measure.ts'
import type { Measure } from './measure.ts'

declare const flavour: unique symbol

/** Whole rupiah. Any number fits the type; an amount of another unit (`Gram`) does not. */
export type Rupiah = number & { readonly [flavour]?: 'rupiah' }

/** Whole grams. */
export type Gram = number & { readonly [flavour]?: 'gram' }

/** Hundredths of a percent: 10,000 is the whole. */
export type BasisPoints = number & { readonly [flavour]?: 'basis-points' }

export const wholeBasisPoints = 10_000

/** @throws RangeError when the number is not a safe whole number */
export function rupiah(value: number): Rupiah {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole rupiah: ${value}`)
  return value === 0 ? 0 : value
}

export function addRupiah(...amounts: readonly Rupiah[]): Rupiah {
  return sumRupiah(amounts)
}

export function sumRupiah(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0n
  for (const amount of amounts) total += BigInt(rupiah(amount))
  return narrow(total)
}

/**
 * numerator / denominator, rounded half up (away from zero for negatives, so that a reversal mirrors its original).
 * @param denominator positive
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('denominator is not positive')
  const size = numerator < 0n ? -numerator : numerator
  const rounded = (size * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}

/**
 * One line of a receipt: round half up (price × quantity ÷ measure base).
 *
 * @param price whole rupiah for one kilogram, litre or piece; not negative
 * @param quantity whole grams, millilitres or pieces; not negative (a reversal negates the line as it was posted)
 */
export function lineAmount(price: Rupiah, quantity: number, measure: Measure): Rupiah {
  notNegative(price, 'price')
  notNegative(quantity, 'quantity')
  return narrow(divideHalfUp(BigInt(price) * BigInt(quantity), BigInt(measureBase[measure])))
}

/**
 * Divides an amount between a share and the rest: share = floor(amount × basis points ÷ 10,000), the remainder is
 * what is left, so the two always add up.
 *
 * @param amount not negative
 * @param basisPoints 0 to 10,000
 */
export function shareOf(
  amount: Rupiah,
  basisPoints: BasisPoints,
): { readonly share: Rupiah; readonly remainder: Rupiah } {
  notNegative(amount, 'amount')
  notNegative(basisPoints, 'basis points')
  if (basisPoints > wholeBasisPoints) throw new RangeError(`share is more than the whole: ${basisPoints}`)
  const share = narrow((BigInt(amount) * BigInt(basisPoints)) / BigInt(wholeBasisPoints))
  return { share, remainder: amount - share }
}

/** A part of an amount by rate, rounded half up: interest, fee, levy. The rate may be above the whole. */
export function portionHalfUp(amount: Rupiah, basisPoints: BasisPoints): Rupiah {
  notNegative(basisPoints, 'basis points')
  return narrow(divideHalfUp(BigInt(rupiah(amount)) * BigInt(basisPoints), BigInt(wholeBasisPoints)))
}

/**
 * Equal parts that add up exactly; the first ones carry the odd rupiah. 400,000 in 12 parts is 4 × 33,334 and
 * 8 × 33,333.
 *
 * @param amount not negative
 * @param parts at least 1
 */
export function splitEvenly(amount: Rupiah, parts: number): Rupiah[] {
  notNegative(amount, 'amount')
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`not a number of parts: ${parts}`)
  const base = Math.floor(amount / parts)
  const odd = amount - base * parts
  return Array.from({ length: parts }, (_, index) => base + (index < odd ? 1 : 0))
}

/**
 * Parts in proportion to whole weights that add up exactly: each part is rounded down, and the rupiah left over go
 * one each to the largest remainders, the earlier first (largest remainder method, Hamilton).
 *
 * @param amount not negative
 * @param weights not negative, at least one above zero
 */
export function splitByWeights(amount: Rupiah, weights: readonly number[]): Rupiah[] {
  notNegative(amount, 'amount')
  for (const weight of weights) notNegative(weight, 'weight')
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) throw new RangeError('no weight above zero')
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight))
  const parts = exact.map((value) => narrow(value / total))
  const left = amount - Number(sumRupiah(parts))
  const order = exact
    .map((value, index) => ({ index, rest: value % total }))
    .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/**
 * The price for one kilogram, litre or piece that a total comes to, rounded half up: for showing an average, never
 * for computing back.
 */
export function averagePrice(total: Rupiah, quantity: number, measure: Measure): Rupiah {
  notNegative(total, 'total')
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`not a quantity: ${quantity}`)
  return narrow(divideHalfUp(BigInt(total) * BigInt(measureBase[measure]), BigInt(quantity)))
}

function notNegative(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} is not a whole number from 0: ${value}`)
}

function narrow(value: bigint): Rupiah {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`too large: ${value}`)
  return number
}

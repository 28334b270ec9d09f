import { measureBase } from '../../../kernel/money/contract.ts'
import type { Measure } from '../../../kernel/money/contract.ts'

export type QuantityProblem = 'empty' | 'not_a_number' | 'ambiguous' | 'too_fine' | 'not_whole' | 'zero' | 'too_much'
export type ReadQuantity =
  | { readonly ok: true; readonly quantity: number }
  | { readonly ok: false; readonly problem: QuantityProblem }

const DECIMALS_MAX = 3
/** Grams, millilitres or pieces of a single line; a unit's own limit lies far below. */
export const QUANTITY_MAX = 100_000_000

/**
 * Reads what a scale shows, as people type it: `1,85` or `1.85` kilograms or litres, `3` pieces.
 * `1.850` is refused, because it is 1.85 to one hand and 1,850 to another.
 * @returns whole grams, millilitres or pieces
 */
export function readQuantity(text: string, measure: Measure): ReadQuantity {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return no('empty')
  const match = /^([-−]?)(\d{1,9})(?:([.,])(\d*))?$/.exec(typed)
  if (!match) return no('not_a_number')
  const [, minus, whole = '', sign, fraction = ''] = match
  if (minus) return no('zero')
  if (sign === '.' && fraction.length === DECIMALS_MAX) return no('ambiguous')
  const decimals = fraction.replace(/0+$/, '')
  if (measure === 'piece') return decimals === '' ? amount(Number(whole)) : no('not_whole')
  if (decimals.length > DECIMALS_MAX) return no('too_fine')
  return amount(Number(whole) * measureBase[measure] + Number(decimals.padEnd(DECIMALS_MAX, '0')))
}

/** The refusal of what could not be read, with its limit in the unit that stands beside the field. */
export function quantityIssue(field: string, problem: QuantityProblem, measure: Measure) {
  if (problem === 'zero') return { field, code: 'deposit.weight_zero', params: {} }
  const params = problem === 'too_much' ? { max: QUANTITY_MAX / measureBase[measure], measure } : {}
  return { field, code: `quantity.${problem}`, params }
}

/** The other way: what stands in the field for so many grams, millilitres or pieces. */
export function writeQuantity(quantity: number, measure: Measure): string {
  return String(quantity / measureBase[measure]).replace('.', ',')
}

function amount(quantity: number): ReadQuantity {
  if (quantity > QUANTITY_MAX) return no('too_much')
  return quantity > 0 ? { ok: true, quantity } : no('zero')
}

function no(problem: QuantityProblem): ReadQuantity {
  return { ok: false, problem }
}

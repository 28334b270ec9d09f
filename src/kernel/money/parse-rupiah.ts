import type { Rupiah } from './rupiah.ts'

/** Why a text is no amount. The codes are message keys below `money.`. */
export const amountProblems = ['empty', 'not_an_amount', 'fraction', 'ambiguous', 'too_large'] as const
export type AmountProblem = (typeof amountProblems)[number]

export type ParsedAmount =
  | { readonly ok: true; readonly amount: Rupiah }
  | { readonly ok: false; readonly problem: AmountProblem }

const scales: Readonly<Record<string, bigint>> = { rb: 1000n, ribu: 1000n, jt: 1_000_000n, juta: 1_000_000n }

/**
 * Reads an amount as people type it: `3500`, `3.500`, `Rp 3.500`, `Rp3.500,00`, `3.500,-`, `(3.500)`, `2,5 juta`.
 * The comma is the decimal sign and the dot groups, as in Indonesian; `3,500.00` has only one reading and is taken.
 * Whatever has two readings (`3,500`, `3.5`) or a part of a rupiah is refused, never guessed or rounded.
 */
export function parseRupiah(text: string): ParsedAmount {
  const compact = text
    .normalize('NFKC')
    .replaceAll(/[\u2212\u2010-\u2015]/g, '-')
    .toLowerCase()
    .replaceAll(/\s+/g, '')
  if (compact === '') return fail('empty')
  const bracketed = /^\((.+)\)$/.exec(compact)
  const match = /^(-?)(?:rp\.?|idr)?(-?)([\d.,]*\d)(?:(?:,|\.)-+)?(rb|ribu|jt|juta)?(?:,-)?$/.exec(
    bracketed?.[1] ?? compact,
  )
  if (match === null) return fail('not_an_amount')
  const minuses = (match[1] === '-' ? 1 : 0) + (match[2] === '-' ? 1 : 0) + (bracketed ? 1 : 0)
  if (minuses > 1) return fail('not_an_amount')
  const scale = match[4] === undefined ? 1n : (scales[match[4]] ?? 1n)
  const digits = readDigits(match[3] ?? '', scale > 1n)
  if (typeof digits === 'string') return fail(digits)
  const scaled = digits.whole * scale + (digits.fraction === '' ? 0n : fractionOf(digits.fraction, scale))
  if (!isWhole(digits.fraction, scale)) return fail('fraction')
  if (scaled > BigInt(Number.MAX_SAFE_INTEGER)) return fail('too_large')
  const amount = Number(scaled)
  return { ok: true, amount: minuses === 1 && amount !== 0 ? -amount : amount }
}

type Digits = { readonly whole: bigint; readonly fraction: string }

function readDigits(text: string, scaled: boolean): Digits | AmountProblem {
  if (/^\d+$/.test(text)) return digitsOf(text, '')
  // Indonesian: dots group, a comma begins the fraction.
  const indonesian = /^(\d{1,3}(?:\.\d{3})*|\d+)(?:,(\d+))?$/.exec(text)
  if (indonesian) {
    const [, whole = '', fraction = ''] = indonesian
    // 3,500 is 3,500 rupiah to one hand and three and a half to another.
    const grouped = whole.includes('.')
    if (!grouped && !scaled && fraction.length === 3 && whole.length <= 3) return 'ambiguous'
    return digitsOf(whole.replaceAll('.', ''), fraction)
  }
  // The other convention, where it cannot be read as ours.
  const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (!english) return 'not_an_amount'
  const [, whole = '', fraction = ''] = english
  if (!whole.includes(',') && !/^0*$/.test(fraction)) return 'ambiguous'
  return digitsOf(whole.replaceAll(',', ''), fraction)
}

function digitsOf(whole: string, fraction: string): Digits | AmountProblem {
  return whole.length > 16 ? 'too_large' : { whole: BigInt(whole), fraction }
}

function fractionOf(fraction: string, scale: bigint): bigint {
  return (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length)
}

function isWhole(fraction: string, scale: bigint): boolean {
  return fraction === '' || (BigInt(fraction) * scale) % 10n ** BigInt(fraction.length) === 0n
}

function fail(problem: AmountProblem): ParsedAmount {
  return { ok: false, problem }
}

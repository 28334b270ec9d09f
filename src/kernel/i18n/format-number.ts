import { measureBase } from '../money/contract.ts'
import type { Gram, Measure, Rupiah } from '../money/contract.ts'
import type { Locale } from './locale.ts'

/** International English with day before month, as in Indonesia. */
const tags: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' }

export type NumberOptions = {
  /** At least so many digits after the decimal sign; 0 unless told. */
  readonly decimalsMin?: number
  /** At most so many; rounded half away from zero. 20 unless told. */
  readonly decimalsMax?: number
}

const formats = new Map<string, Intl.NumberFormat>()

/** `1.284` or `1,284`. Whatever cannot be shown as a number is refused (`RangeError`), never printed. */
export function formatNumber(
  value: number,
  locale: Locale,
  { decimalsMin = 0, decimalsMax = 20 }: NumberOptions = {},
): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to show: ${value}`)
  const name = `${locale} ${decimalsMin} ${decimalsMax}`
  let format = formats.get(name)
  if (format === undefined) {
    format = new Intl.NumberFormat(tags[locale], {
      minimumFractionDigits: decimalsMin,
      maximumFractionDigits: Math.max(decimalsMin, decimalsMax),
    })
    formats.set(name, format)
  }
  return format.format(value === 0 ? 0 : value)
}

/** `Rp11.250`, `-Rp11.250`; `Rp11,250` in English. */
export function formatMoney(amount: Rupiah, locale: Locale): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole rupiah: ${amount}`)
  return `${amount < 0 ? '-' : ''}Rp${formatNumber(Math.abs(amount), locale)}`
}

/** Grams as kilograms, to the gram: 1850 is `1,85 kg`. */
export function formatKilogram(grams: Gram, locale: Locale): string {
  return formatQuantity(grams, 'gram', locale)
}

/** Below ten thousand kilograms as kilograms; from there as tonnes with at most two decimals: `12,5 ton`. */
export function formatMass(grams: Gram, locale: Locale): string {
  if (Math.abs(grams) < 10_000_000) return formatKilogram(grams, locale)
  return `${formatNumber(grams / 1_000_000, locale, { decimalsMax: 2 })} ${locale === 'id' ? 'ton' : 't'}`
}

/** A quantity in the unit it is priced in: `1,85 kg`, `0,5 liter`, `3 buah`. */
export function formatQuantity(amount: number, measure: Measure, locale: Locale): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole quantity: ${amount}`)
  const shown = formatNumber(amount / measureBase[measure], locale, { decimalsMax: 3 })
  return `${shown} ${unitName(measure, locale, amount)}`
}

/** The unit that a price is for: `kg`, `liter`, `buah`. */
export function unitName(measure: Measure, locale: Locale, amount = measureBase[measure]): string {
  if (measure === 'gram') return 'kg'
  if (measure === 'millilitre') return locale === 'id' ? 'liter' : 'l'
  if (locale === 'id') return 'buah'
  return Math.abs(amount) === 1 ? 'piece' : 'pieces'
}

/**
 * `2%`, `66,67%`. At most two decimals unless told.
 * @param ratio 1 is the whole
 */
export function formatPercent(
  ratio: number,
  locale: Locale,
  { decimalsMin = 0, decimalsMax = 2 }: NumberOptions = {},
): string {
  // A hundredfold by decimal text: 0.57 × 100 in floating point is 56.99999999999999.
  const hundredfold = Number(`${ratio}e2`)
  const percent = Number.isNaN(hundredfold) ? ratio * 100 : hundredfold
  return `${formatNumber(percent, locale, { decimalsMin, decimalsMax })}%`
}

/** @param basisPoints 7000 is `70%` */
export function formatBasisPoints(basisPoints: number, locale: Locale): string {
  return `${formatNumber(basisPoints / 100, locale, { decimalsMax: 2 })}%`
}

/** `1,4 MB`; steps of 1,000. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'] as const
  let step = 0
  let value = bytes
  while (value >= 999.95 && step < units.length - 1) {
    value /= 1000
    step += 1
  }
  return `${formatNumber(value, locale, { decimalsMax: step === 0 ? 0 : 1 })} ${units[step]}`
}

import { parseRupiah } from '../money/contract.ts'
import type { Gram, Rupiah } from '../money/contract.ts'
import type { Cell } from './cell.ts'
import { taken, wrong } from './cell-reader.ts'
import type { CellReader } from './cell-reader.ts'

/** A decimal number without floating point. */
interface Decimal {
  readonly negative: boolean
  readonly whole: string
  readonly fraction: string
}

type DecimalResult = Decimal | ReturnType<typeof wrong>

/**
 * The Indonesian reading comes first: the comma begins the fraction, dots group by three (`1.284` is 1284, `1,85`,
 * `1.284,5`). A dot that cannot group (`1.85`, `0.500`) begins the fraction. `1,284.50` has one reading only.
 */
function decimalOf(cell: Cell, units: readonly string[]): DecimalResult {
  if (cell.kind === 'number') {
    const value = cell.number ?? Number.NaN
    if (!(Math.abs(value) < 1e15)) return wrong('digits_lost')
    return split(value < 0, numberText(Math.abs(value)))
  }
  if (cell.kind !== 'text') return wrong('not_number')
  let text = cell.text.toLowerCase().replaceAll('\u2212', '-').replaceAll(/\s+/g, '')
  const unit = units.find((name) => text.endsWith(name))
  if (unit !== undefined) text = text.slice(0, -unit.length)
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/.test(text)) return wrong('digits_lost')
  const negative = text.startsWith('-')
  const bare = text.replace(/^[+-]/, '')
  if (bare.length > 24) return wrong('not_number')
  if (/^\d+$/.test(bare)) return { negative, whole: bare, fraction: '' }
  if (/^\d+,\d+$/.test(bare)) return split(negative, bare.replace(',', '.'))
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(bare)) return split(negative, bare.replaceAll('.', '').replace(',', '.'))
  if (/^\d+\.\d+$/.test(bare)) return split(negative, bare)
  if (/^[1-9]\d{0,2}(,\d{3})+\.\d+$/.test(bare) || /^[1-9]\d{0,2}(,\d{3}){2,}$/.test(bare)) {
    return split(negative, bare.replaceAll(',', ''))
  }
  return wrong('not_number')
}

function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(15).replace(/\.?0+$/, '') : text
}

function split(negative: boolean, text: string): Decimal {
  const [whole = '0', fraction = ''] = text.split('.')
  return { negative, whole, fraction: fraction.replace(/0+$/, '') }
}

/** A number with decimals: a score, a coordinate. Never money, mass or volume. */
export const readDecimal: CellReader<number> = (cell) => {
  const decimal = decimalOf(cell, [])
  if ('code' in decimal) return decimal
  return taken(Number(`${decimal.negative ? '-' : ''}${decimal.whole}.${decimal.fraction || '0'}`) + 0)
}

/**
 * A number in a large unit as a whole number of the small one, without rounding: `1,85` with 3 decimals is 1850.
 * More decimals than the small unit has are refused.
 *
 * @param units names that may stand after the number
 */
export function readScaled(decimals: number, units: readonly string[] = []): CellReader<number> {
  return (cell) => {
    const decimal = decimalOf(cell, units)
    if ('code' in decimal) return decimal
    if (decimal.fraction.length > decimals) return wrong(decimals === 0 ? 'not_whole' : 'too_precise', { decimals })
    const value = Number(BigInt(decimal.whole + decimal.fraction.padEnd(decimals, '0')))
    if (!Number.isSafeInteger(value)) return wrong('number_too_large')
    return taken(decimal.negative && value !== 0 ? -value : value)
  }
}

/** A whole number. */
export const readInteger: CellReader<number> = readScaled(0)

/** Kilograms as whole grams; `1,85 kg` is 1850. */
export const readKilogram: CellReader<Gram> = readScaled(3, ['kg', 'kilogram', 'kilo'])

/** Litres as whole millilitres. */
export const readLitre: CellReader<number> = readScaled(3, ['liter', 'litre', 'ltr', 'l'])

/** Percent as basis points; `70%` is 7000. A sheet that keeps 0.7 and shows 70% gives 0.7 and so 70: mind the column. */
export const readPercent: CellReader<number> = readScaled(2, ['%', 'persen'])

/** Whole rupiah: `Rp 3.500`, `3.500,00`, `3500`. */
export const readRupiah: CellReader<Rupiah> = (cell, context) => {
  if (cell.kind === 'number') return readInteger(cell, context)
  if (/^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i.test(cell.text)) return wrong('digits_lost')
  const parsed = parseRupiah(cell.text)
  return parsed.ok ? taken(parsed.amount) : wrong(`money_${parsed.problem}`)
}

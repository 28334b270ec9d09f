import type { CivilDate } from '../clock/contract.ts'
import type { Locale } from '../i18n/contract.ts'

/** What a cell going out may hold. A blank cell is null. */
export type OutValue = string | number | boolean | null

/**
 * One column going out. `kind` says how a spreadsheet should treat it:
 * text · identifier (digits that are a name) · integer · rupiah · gram (shown as kilograms) · date (a civil date) ·
 * instant (text) · decimal · yesno
 */
export interface OutColumn<Row> {
  /** The name of the field in JSON. */
  readonly key: string
  /** What people read above the column. */
  readonly header: string
  readonly kind: 'text' | 'identifier' | 'integer' | 'rupiah' | 'gram' | 'date' | 'instant' | 'decimal' | 'yesno'
  value(row: Row): OutValue | CivilDate
  /** In characters, for sheets. */
  readonly width?: number
}

export interface TableOut<Row> {
  readonly columns: readonly OutColumn<Row>[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
  /** Lines above the header: the title, the date, *data contoh*. */
  readonly notes?: readonly string[]
  readonly locale: Locale
}

/** Thousandths as a decimal without floating point: 1850 is `1.85`. */
export function thousandths(value: number): string {
  const digits = String(Math.abs(value)).padStart(4, '0')
  const fraction = digits.slice(-3).replace(/0+$/, '')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -3)}${fraction === '' ? '' : `.${fraction}`}`
}

export function yesNo(value: boolean, locale: Locale): string {
  if (locale === 'id') return value ? 'ya' : 'tidak'
  return value ? 'yes' : 'no'
}

import type { CivilDate, DateRange, Instant, Month } from '../clock/contract.ts'
import type { Gram, Measure, Rupiah } from '../money/contract.ts'
import { formatDate, formatDateRange, formatInstant, formatMonth, formatTime, formatWeekday } from './format-date.ts'
import type { DateStyle } from './format-date.ts'
import {
  formatBasisPoints,
  formatBytes,
  formatKilogram,
  formatMass,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
} from './format-number.ts'
import type { NumberOptions } from './format-number.ts'
import type { Locale } from './locale.ts'

/** `plastik, kardus, dan kaca`; `or` joins with *atau*. */
export function formatList(items: readonly string[], locale: Locale, join: 'and' | 'or' = 'and'): string {
  const word = locale === 'id' ? (join === 'and' ? 'dan' : 'atau') : join
  if (items.length <= 1) return items[0] ?? ''
  if (items.length === 2) return `${items[0]} ${word} ${items[1]}`
  return `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1)}`
}

/** Every format with language and zone already said. */
export interface Format {
  readonly locale: Locale
  readonly zone: string
  number(value: number, options?: NumberOptions): string
  money(amount: Rupiah): string
  kilogram(grams: Gram): string
  mass(grams: Gram): string
  quantity(amount: number, measure: Measure): string
  percent(ratio: number, options?: NumberOptions): string
  basisPoints(basisPoints: number): string
  bytes(bytes: number): string
  date(date: CivilDate, style?: DateStyle): string
  dateRange(range: DateRange, style?: DateStyle): string
  weekday(date: CivilDate): string
  month(month: Month, style?: 'long' | 'short'): string
  time(instant: Instant): string
  instant(instant: Instant, style?: DateStyle): string
  list(items: readonly string[], join?: 'and' | 'or'): string
}

/** The formats of one reader: `const format = formatFor(locale, city.zone)`, then `format.money(11_250)`. */
export function formatFor(locale: Locale, zone: string): Format {
  return {
    locale,
    zone,
    number: (value, options) => formatNumber(value, locale, options),
    money: (amount) => formatMoney(amount, locale),
    kilogram: (grams) => formatKilogram(grams, locale),
    mass: (grams) => formatMass(grams, locale),
    quantity: (amount, measure) => formatQuantity(amount, measure, locale),
    percent: (ratio, options) => formatPercent(ratio, locale, options),
    basisPoints: (basisPoints) => formatBasisPoints(basisPoints, locale),
    bytes: (bytes) => formatBytes(bytes, locale),
    date: (date, style) => formatDate(date, locale, style),
    dateRange: (range, style) => formatDateRange(range, locale, style),
    weekday: (date) => formatWeekday(date, locale),
    month: (month, style) => formatMonth(month, locale, style),
    time: (instant) => formatTime(instant, zone, locale),
    instant: (instant, style) => formatInstant(instant, zone, locale, style),
    list: (items, join) => formatList(items, locale, join),
  }
}

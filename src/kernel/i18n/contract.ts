/** The isomorphic door. */
export { formatFor, formatList } from './format.ts'
export type { Format } from './format.ts'
export {
  formatDate,
  formatDateRange,
  formatInstant,
  formatMonth,
  formatTime,
  formatWeekday,
  monthName,
  zoneName,
} from './format-date.ts'
export type { DateStyle } from './format-date.ts'
export {
  formatBasisPoints,
  formatBytes,
  formatKilogram,
  formatMass,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
  unitName,
} from './format-number.ts'
export type { NumberOptions } from './format-number.ts'
export { defaultLocale, isLocale, locales, negotiateLocale } from './locale.ts'
export type { Locale } from './locale.ts'
export type { MessageArguments } from './message-arguments.ts'
export { terbilang, terbilangDate, terbilangRupiah } from './terbilang.ts'
export { defineTexts, mergeTexts } from './texts.ts'
export type { Texts, Translation } from './texts.ts'
export { translator } from './translator.ts'
export type { AnyTranslate, Translate } from './translator.ts'

/**
 * Civil dates: days of the calendar, without clock or zone, as text `YYYY-MM-DD`. Isomorphic, and free of the
 * platform's own dates, so that no zone can move a day.
 *
 * The functions take any string, throw `RangeError` when it is not a real day, and return the flavoured type.
 */

declare const flavour: unique symbol

/** `YYYY-MM-DD`, a day that exists. Any string fits the type; an `Instant` or a `Month` does not. */
export type CivilDate = string & { readonly [flavour]?: 'civil-date' }

/** `YYYY-MM`. */
export type Month = string & { readonly [flavour]?: 'month' }

/** Both ends belong to the range. */
export type DateRange = { readonly fromOn: CivilDate; readonly untilOn: CivilDate }

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const monthPattern = /^(\d{4})-(\d{2})$/

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether year, month (1-12) and day name a day that exists, in the years 1 to 9999. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== 'string') return false
  const match = datePattern.exec(text)
  return match !== null && isRealDate(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** @throws RangeError when the text is not `YYYY-MM-DD` or the day does not exist */
export function parseCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`not a civil date: ${JSON.stringify(text)}`)
  return text
}

/** @param month 1 to 12 */
export function civilDate(year: number, month: number, day: number): CivilDate {
  if (!isRealDate(year, month, day)) throw new RangeError(`no such day: ${year}-${month}-${day}`)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export function partsOf(date: CivilDate): DateParts {
  const text = parseCivilDate(date)
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) }
}

export function yearOf(date: CivilDate): number {
  return partsOf(date).year
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar.
 * Eras of 400 years starting on 1 March make the leap day the last of its year.
 */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `dayNumber`. */
export function dateOfDayNumber(days: number): CivilDate {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of days: ${days}`)
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return civilDate(
    yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  )
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day of another month; the last day where that month is shorter (31 January + 1 = 28 or 29 February). */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date)
  const target = partsOfMonth(addMonthsToMonth(monthFrom(year, month), months))
  return civilDate(target.year, target.month, Math.min(day, daysInMonth(target.year, target.month)))
}

/** Whole days from the first to the second date; negative when the second is earlier. */
export function daysBetween(fromOn: CivilDate, toOn: CivilDate): number {
  return dayNumber(toOn) - dayNumber(fromOn)
}

/** For sorting: negative, 0 or positive. */
export function compareDates(left: CivilDate, right: CivilDate): number {
  return daysBetween(right, left)
}

export function earliest(left: CivilDate, right: CivilDate): CivilDate {
  return compareDates(left, right) <= 0 ? left : right
}

export function latest(left: CivilDate, right: CivilDate): CivilDate {
  return compareDates(left, right) >= 0 ? left : right
}

/** ISO 8601: Monday is 1, Sunday is 7. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** Completed years; somebody born on 29 February turns a year older on 1 March in common years. */
export function ageOn(birthOn: CivilDate, on: CivilDate): number {
  const born = partsOf(birthOn)
  const now = partsOf(on)
  const before = now.month < born.month || (now.month === born.month && now.day < born.day)
  return now.year - born.year - (before ? 1 : 0)
}

export function isMonth(text: unknown): text is Month {
  if (typeof text !== 'string') return false
  const match = monthPattern.exec(text)
  return match !== null && isRealDate(Number(match[1]), Number(match[2]), 1)
}

export function parseMonth(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`not a month: ${JSON.stringify(text)}`)
  return text
}

export function monthOf(date: CivilDate): Month {
  return parseCivilDate(date).slice(0, 7)
}

export function partsOfMonth(month: Month): { readonly year: number; readonly month: number } {
  const text = parseMonth(month)
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)) }
}

export function addMonthsToMonth(month: Month, months: number): Month {
  if (!Number.isInteger(months)) throw new RangeError(`not a whole number of months: ${months}`)
  const parts = partsOfMonth(month)
  const index = parts.year * 12 + parts.month - 1 + months
  return monthFrom(Math.floor(index / 12), (index % 12) + 1)
}

export function firstDayOf(month: Month): CivilDate {
  return `${parseMonth(month)}-01`
}

export function lastDayOf(month: Month): CivilDate {
  const parts = partsOfMonth(month)
  return civilDate(parts.year, parts.month, daysInMonth(parts.year, parts.month))
}

/** @throws RangeError when the end is before the start */
export function dateRange(fromOn: CivilDate, untilOn: CivilDate): DateRange {
  if (daysBetween(fromOn, untilOn) < 0) throw new RangeError(`range ends before it starts: ${fromOn} to ${untilOn}`)
  return { fromOn, untilOn }
}

export function monthRange(month: Month): DateRange {
  return { fromOn: firstDayOf(month), untilOn: lastDayOf(month) }
}

export function isWithin(date: CivilDate, range: DateRange): boolean {
  return compareDates(range.fromOn, date) <= 0 && compareDates(date, range.untilOn) <= 0
}

/** Every day of the range, in order. */
export function daysIn(range: DateRange): CivilDate[] {
  const first = dayNumber(range.fromOn)
  return Array.from({ length: daysBetween(range.fromOn, range.untilOn) + 1 }, (_, i) => dateOfDayNumber(first + i))
}

/** Every month that the range touches, in order. */
export function monthsIn(range: DateRange): Month[] {
  const months: Month[] = []
  const last = monthOf(range.untilOn)
  for (let month = monthOf(range.fromOn); month <= last; month = addMonthsToMonth(month, 1)) months.push(month)
  return months
}

function monthFrom(year: number, month: number): Month {
  return parseMonth(`${pad(year, 4)}-${pad(month, 2)}`)
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

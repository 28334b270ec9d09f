import { civilDate, compareDates, isRealDate, partsOf } from '../clock/contract.ts'
import type { CivilDate } from '../clock/contract.ts'
import { monthName } from '../i18n/contract.ts'
import { taken, wrong } from './cell-reader.ts'
import type { CellReader, CellResult, ReadContext } from './cell-reader.ts'
import { dateOfSerial } from './excel-date.ts'

export interface DateRule {
  /** The day has been: a birth, a receipt. A day after today is refused, and decides the century of two digits. */
  readonly past?: boolean
}

const monthsByName = new Map<string, number>()
for (let month = 1; month <= 12; month++) {
  for (const locale of ['id', 'en'] as const) {
    for (const style of ['long', 'short'] as const)
      monthsByName.set(monthName(month, locale, style).toLowerCase(), month)
  }
}
for (const [name, month] of [
  ['pebruari', 2],
  ['agt', 8],
  ['agust', 8],
  ['ags', 8],
  ['nopember', 11],
  ['nop', 11],
  ['sept', 9],
] as const) {
  monthsByName.set(name, month)
}

/**
 * A date: `25/11/2026`, `25-11-26`, `25.11.2026`, `2026-11-25`, `25 November 2026`, a date cell, or the day number of a
 * spreadsheet. The day comes before the month; a date that only makes sense the other way round is refused.
 */
export function readDate({ past = false }: DateRule = {}): CellReader<CivilDate> {
  return (cell, context) => {
    const read = cell.on === undefined ? dateOfText(cell.text, past, context) : taken(cell.on)
    if (read.ok && past && compareDates(read.value, context.today) > 0) return wrong('date_in_future')
    return read
  }
}

function dateOfText(text: string, past: boolean, context: ReadContext): CellResult<CivilDate> {
  const plain = text
    .toLowerCase()
    .replace(/^(senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad)[\s,]+/, '')
    // The time of day that databases print after a date.
    .replace(/[t\s]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?(z|[+-]\d{2}:?\d{2})?$/, '')
    .trim()
  if (/^\d{4,6}(\.\d+)?$/.test(plain)) {
    const on = dateOfSerial(Number(plain), false)
    // Four digits are a year to people, and a day before 1927 to a spreadsheet.
    return on === undefined || /^\d{4}$/.test(plain) ? wrong('not_date') : taken(on, 'tabular.flag.serial_date')
  }
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numeric = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(plain)
  if (numeric) return withYear(numeric[3] ?? '', Number(numeric[2]), Number(numeric[1]), past, context)
  const worded = /^(\d{1,2})[-/. ]+([a-z]+)[-/., ]+(\d{2}|\d{4})$/.exec(plain)
  const month = monthsByName.get(worded?.[2] ?? '')
  if (worded && month !== undefined) return withYear(worded[3] ?? '', month, Number(worded[1]), past, context)
  return wrong('not_date')
}

function withYear(
  year: string,
  month: number,
  day: number,
  past: boolean,
  { today }: ReadContext,
): CellResult<CivilDate> {
  if (year.length === 4) return real(Number(year), month, day)
  const now = partsOf(today).year
  const recent = Math.floor(now / 100) * 100 + Number(year)
  const future = past
    ? isRealDate(recent, month, day) && compareDates(civilDate(recent, month, day), today) > 0
    : recent > now + 20
  return real(future ? recent - 100 : recent, month, day)
}

function real(year: number, month: number, day: number): CellResult<CivilDate> {
  if (isRealDate(year, month, day)) return taken(civilDate(year, month, day))
  return wrong(isRealDate(year, day, month) ? 'month_first' : 'date_not_real')
}

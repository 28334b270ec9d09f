/** The isomorphic door: dates, instants and their zod schemas. */
import { z } from 'zod'
import { isCivilDate, isMonth } from './civil-date.ts'
import type * as civil from './civil-date.ts'
import { isInstant, isZone } from './instant.ts'
import type * as instants from './instant.ts'

export const CivilDate = z
  .string()
  .refine(isCivilDate, { params: { code: 'input.date_not_real' } })
  .meta({
    description: 'A day of the calendar, YYYY-MM-DD',
    examples: ['2026-10-10'],
  })
export type CivilDate = civil.CivilDate

export const Month = z
  .string()
  .refine(isMonth, { params: { code: 'input.month_not_real' } })
  .meta({
    description: 'A month of the calendar, YYYY-MM',
    examples: ['2026-10'],
  })
export type Month = civil.Month

export const Instant = z
  .string()
  .refine(isInstant, { params: { code: 'input.instant_not_real' } })
  .meta({
    description: 'A point in time, UTC with milliseconds',
    examples: ['2026-10-10T02:41:00.000Z'],
  })
export type Instant = instants.Instant

export const Zone = z
  .string()
  .refine(isZone, { params: { code: 'input.zone_unknown' } })
  .meta({
    description: 'IANA name of a time zone',
    examples: ['Asia/Jakarta'],
  })

export {
  addDays,
  addMonths,
  addMonthsToMonth,
  ageOn,
  civilDate,
  compareDates,
  dateOfDayNumber,
  dateRange,
  dayNumber,
  daysBetween,
  daysIn,
  daysInMonth,
  earliest,
  firstDayOf,
  isCivilDate,
  isLeapYear,
  isMonth,
  isRealDate,
  isWithin,
  lastDayOf,
  latest,
  monthOf,
  monthRange,
  monthsIn,
  parseCivilDate,
  parseMonth,
  partsOf,
  partsOfMonth,
  weekdayOf,
  yearOf,
} from './civil-date.ts'
export type { DateParts, DateRange } from './civil-date.ts'
export {
  addHours,
  addMilliseconds,
  addMinutes,
  addSeconds,
  businessDay,
  epochOf,
  instantAt,
  instantOf,
  isInstant,
  isZone,
  localTime,
  millisecondsBetween,
  parseInstant,
  startOfDay,
} from './instant.ts'
export type { LocalTime } from './instant.ts'

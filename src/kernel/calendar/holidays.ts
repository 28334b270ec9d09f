import { civilDate } from '../clock/contract.ts'
import type { CivilDate } from '../clock/contract.ts'
import type { HolidayRow } from './tables.ts'
import type { IsHoliday } from './working-days.ts'

const fixedDates = [
  { month: 1, day: 1, nameId: 'Tahun Baru Masehi', nameEn: "New Year's Day" },
  { month: 5, day: 1, nameId: 'Hari Buruh Internasional', nameEn: 'Labour Day' },
  { month: 6, day: 1, nameId: 'Hari Lahir Pancasila', nameEn: 'Pancasila Day' },
  { month: 8, day: 17, nameId: 'Hari Kemerdekaan', nameEn: 'Independence Day' },
  { month: 12, day: 25, nameId: 'Hari Raya Natal', nameEn: 'Christmas Day' },
] as const

/**
 * The national holidays whose date is the same every year, to begin a city's table with.
 *
 * Everything else (Islamic, Hindu, Buddhist and Chinese holidays, Easter, joint leave, days moved by decree) is set
 * each year by a joint decree of ministers and is entered by the city: it is not computed here, because a computed
 * date is not an official one.
 */
export function fixedHolidays(year: number): HolidayRow[] {
  return fixedDates.map(({ month, day, nameId, nameEn }) => ({
    holidayOn: civilDate(year, month, day),
    nameId,
    nameEn,
    kind: 'national',
    basis: 'tanggal tetap',
  }))
}

/** A look-up of a city's holidays. */
export function holidaysOf(dates: Iterable<CivilDate>): IsHoliday {
  const set = new Set<string>(dates)
  return (date) => set.has(date)
}

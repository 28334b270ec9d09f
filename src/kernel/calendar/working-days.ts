import { addDays, daysBetween, weekdayOf } from '../clock/contract.ts'
import type { CivilDate } from '../clock/contract.ts'

/** Whether nobody works on that day although it is a weekday. */
export type IsHoliday = (date: CivilDate) => boolean

/** Monday to Friday: ISO weekdays on which offices work. */
const officeDays: ReadonlySet<number> = new Set([1, 2, 3, 4, 5])

/** No calendar closes an office for so long; beyond it the calendar is wrong. */
const closedDaysMax = 366

export function isWorkingDay(date: CivilDate, isHoliday: IsHoliday): boolean {
  return officeDays.has(weekdayOf(date)) && !isHoliday(date)
}

/**
 * The n-th working day after a date; before it when n is negative; the date itself when n is 0, working day or not.
 * The first day does not count: a term of 3 working days given on a Monday ends on Thursday.
 */
export function addWorkingDays(date: CivilDate, n: number, isHoliday: IsHoliday): CivilDate {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of days: ${n}`)
  const step = n < 0 ? -1 : 1
  let day = date
  let closed = 0
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step)
    if (isWorkingDay(day, isHoliday)) {
      left -= 1
      closed = 0
    } else if (++closed > closedDaysMax) {
      throw new RangeError(`no working day within ${closedDaysMax} days of ${day}`)
    }
  }
  return day
}

/** That day, or the next working day after it. */
export function workingDayFrom(date: CivilDate, isHoliday: IsHoliday): CivilDate {
  return isWorkingDay(date, isHoliday) ? date : addWorkingDays(date, 1, isHoliday)
}

/**
 * Working days after the first date up to and including the second, so that
 * `workingDaysBetween(d, addWorkingDays(d, n))` is n. Negative when the second date is earlier.
 */
export function workingDaysBetween(fromOn: CivilDate, toOn: CivilDate, isHoliday: IsHoliday): number {
  const days = daysBetween(fromOn, toOn)
  const step = days < 0 ? -1 : 1
  let count = 0
  let day = fromOn
  for (let left = Math.abs(days); left > 0; left--) {
    day = addDays(day, step)
    if (isWorkingDay(day, isHoliday)) count += step
  }
  return count
}

import { dateOfDayNumber, dayNumber } from '../clock/contract.ts'
import type { CivilDate } from '../clock/contract.ts'

const serialMax = 2_958_465 // 31 December 9999
const before1900 = dayNumber('1899-12-31')
const before1904 = dayNumber('1904-01-01')

/**
 * The day that a spreadsheet means by a number, its time of day left out. Counting from 1900 has a 29 February 1900
 * (serial 60) that never was; that serial, and whatever lies outside the calendar, gives undefined.
 */
export function dateOfSerial(serial: number, from1904: boolean): CivilDate | undefined {
  const days = Math.floor(serial)
  if (!Number.isFinite(serial) || days < 1 || days > serialMax) return undefined
  if (from1904) return dateOfDayNumber(before1904 + days)
  if (days === 60) return undefined
  return dateOfDayNumber(before1900 + days - (days > 60 ? 1 : 0))
}

/** The number by which a spreadsheet knows the day, for days from 1 March 1900. */
export function serialOf(date: CivilDate): number {
  return dayNumber(date) - before1900 + 1
}

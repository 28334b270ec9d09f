import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
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
  isCivilDate,
  isWithin,
  lastDayOf,
  monthOf,
  monthsIn,
  parseCivilDate,
  weekdayOf,
} from './index.ts'

const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') })

describe('civil dates', () => {
  it.each([
    '2026-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '25-11-26',
    '2025-1-1',
    '',
    '2025-01-01T00:00',
    '0000-01-01',
    ' 2025-01-01',
  ])('refuses %s', (text) => {
    expect(isCivilDate(text)).toBe(false)
    expect(() => parseCivilDate(text)).toThrow(RangeError)
  })

  it('knows the rule of leap years', () => {
    expect(isCivilDate('2000-02-29')).toBe(true)
    expect(isCivilDate('1900-02-29')).toBe(false)
    expect(isCivilDate('2028-02-29')).toBe(true)
  })

  it('agrees with the platform on day numbers and weekdays', () => {
    fc.assert(
      fc.property(anyDay, (days) => {
        const date = dateOfDayNumber(days)
        const platform = new Date(days * 86_400_000)
        expect(date).toBe(platform.toISOString().slice(0, 10))
        expect(dayNumber(date)).toBe(days)
        expect(weekdayOf(date) % 7).toBe(platform.getUTCDay())
      }),
    )
  })

  it('adds days and takes them away again', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (days, n) => {
        const date = dateOfDayNumber(days)
        expect(daysBetween(date, addDays(date, n))).toBe(n)
        expect(Math.sign(compareDates(date, addDays(date, n)))).toBe(Math.sign(-n) + 0)
      }),
    )
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  it('adds months and stays inside the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29')
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15')
    expect(addMonths('2026-10-10', 27)).toBe('2029-01-10')
    expect(addMonthsToMonth('2026-12', 1)).toBe('2027-01')
    expect(addMonthsToMonth('2026-01', -1)).toBe('2025-12')
    expect(() => addMonths('2026-01-01', 1.5)).toThrow(RangeError)
  })

  it('counts completed years', () => {
    expect(ageOn('1990-02-05', '2026-02-04')).toBe(35)
    expect(ageOn('1990-02-05', '2026-02-05')).toBe(36)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })

  it('lists the days and months of a range, both ends included', () => {
    const range = dateRange('2026-01-30', '2026-03-02')
    expect(daysIn(range)).toHaveLength(32)
    expect(daysIn(range).at(-1)).toBe('2026-03-02')
    expect(monthsIn(range)).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(isWithin('2026-03-02', range)).toBe(true)
    expect(isWithin('2026-03-03', range)).toBe(false)
    expect(() => dateRange('2026-03-02', '2026-03-01')).toThrow(RangeError)
  })

  it('names the month of a date', () => {
    expect(monthOf(civilDate(2026, 10, 10))).toBe('2026-10')
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
    expect(() => civilDate(2026, 2, 30)).toThrow(RangeError)
  })
})

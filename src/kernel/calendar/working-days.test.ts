import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDayNumber, dayNumber, daysIn } from '../clock/index.ts'
import { addWorkingDays, fixedHolidays, holidaysOf, isWorkingDay, workingDayFrom, workingDaysBetween } from './index.ts'
import { up } from './migrations/0001-holiday.ts'

const fixed = holidaysOf([2025, 2026, 2027].flatMap((year) => fixedHolidays(year).map(({ holidayOn }) => holidayOn)))
const none = holidaysOf([])
const day = fc.integer({ min: dayNumber('2025-06-01'), max: dayNumber('2027-06-01') }).map(dateOfDayNumber)

describe('working days', () => {
  it('leave out weekends and holidays', () => {
    expect(addWorkingDays('2026-10-05', 3, none)).toBe('2026-10-08')
    expect(addWorkingDays('2026-10-08', 3, none)).toBe('2026-10-13')
    expect(addWorkingDays('2026-08-14', 1, fixed)).toBe('2026-08-18')
    expect(addWorkingDays('2026-08-18', -1, fixed)).toBe('2026-08-14')
    expect(addWorkingDays('2026-10-10', 0, none)).toBe('2026-10-10')
    expect(isWorkingDay('2026-08-17', fixed)).toBe(false)
    expect(workingDayFrom('2026-08-15', fixed)).toBe('2026-08-18')
    expect(workingDayFrom('2026-08-18', fixed)).toBe('2026-08-18')
  })

  it('are counted as they are added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const end = addWorkingDays(date, n, fixed)
        expect(workingDaysBetween(date, end, fixed) + 0).toBe(n)
        expect(n === 0 || isWorkingDay(end, fixed)).toBe(true)
      }),
    )
  })

  it('between two dates are those that a finger counts', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (fromOn, n) => {
        const untilOn = addDays(fromOn, n)
        const counted = daysIn({ fromOn, untilOn }).filter((d, i) => i > 0 && isWorkingDay(d, fixed)).length
        expect(workingDaysBetween(fromOn, untilOn, fixed)).toBe(counted)
      }),
    )
  })

  it('refuse a calendar without any, and parts of a day', () => {
    expect(() => addWorkingDays('2026-10-10', 1, () => true)).toThrow('no working day')
    expect(() => addWorkingDays('2026-10-10', 1.5, none)).toThrow(RangeError)
    expect(() => addWorkingDays('2026-10-32', 1, none)).toThrow(RangeError)
  })
})

describe('holidays', () => {
  it('begin with the five of fixed date, and say so', () => {
    const rows = fixedHolidays(2027)
    expect(rows.map(({ holidayOn }) => holidayOn)).toEqual([
      '2027-01-01',
      '2027-05-01',
      '2027-06-01',
      '2027-08-17',
      '2027-12-25',
    ])
    expect(new Set(rows.map(({ basis }) => basis))).toEqual(new Set(['tanggal tetap']))
  })

  it('have a table that names no schema', () => {
    expect(up).toHaveLength(1)
    expect(up[0]).toMatch(/^create table holiday \(/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMinutes,
  businessDay,
  CivilDate,
  epochOf,
  fixedClock,
  Instant,
  instantAt,
  instantOf,
  isInstant,
  isZone,
  localTime,
  parseInstant,
  startOfDay,
  systemClock,
  tickingClock,
} from './index.ts'

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'UTC', 'Asia/Kathmandu'] as const

describe('instants', () => {
  it('reads offsets and keeps one form', () => {
    expect(parseInstant('2026-10-10T09:41:00+07:00')).toBe('2026-10-10T02:41:00.000Z')
    expect(parseInstant('2026-10-10 02:41:00.123456+00')).toBe('2026-10-10T02:41:00.123Z')
    expect(parseInstant('2026-10-10T09:41+0700')).toBe('2026-10-10T02:41:00.000Z')
  })

  it.each(['2026-10-10T09:41:00', '2026-02-30T00:00:00Z', '2026-10-10', 'now', '', '2026-10-10T25:00:00Z'])(
    'refuses %s',
    (text) => {
      expect(isInstant(text)).toBe(false)
      expect(() => parseInstant(text)).toThrow(RangeError)
    },
  )

  it('finds the day of the city', () => {
    expect(businessDay('2026-10-09T16:59:59.999Z', 'Asia/Jakarta')).toBe('2026-10-09')
    expect(businessDay('2026-10-09T17:00:00.000Z', 'Asia/Jakarta')).toBe('2026-10-10')
    expect(businessDay('2026-10-09T15:00:00.000Z', 'Asia/Jayapura')).toBe('2026-10-10')
    expect(localTime('2026-10-10T02:41:07.000Z', 'Asia/Jakarta')).toEqual({ hour: 9, minute: 41, second: 7 })
    expect(localTime('2026-10-09T17:00:00.000Z', 'Asia/Jakarta').hour).toBe(0)
  })

  it('goes to the wall clock and back', () => {
    const minute = fc.integer({ min: 0, max: 100 * 365 * 24 * 60 })
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (minutes, zone) => {
        const instant = addMinutes('1986-01-01T00:00:00.000Z', minutes)
        const day = businessDay(instant, zone)
        const time = localTime(instant, zone)
        // Nepal moved its clocks by 15 minutes in 1986; those minutes do not exist on the wall.
        if (zone === 'Asia/Kathmandu' && day === '1986-01-01') return
        expect(instantAt(day, time, zone)).toBe(instant)
        expect(epochOf(startOfDay(day, zone))).toBeLessThanOrEqual(epochOf(instant))
        expect(businessDay(startOfDay(day, zone), zone)).toBe(day)
      }),
    )
  })

  it('knows zones', () => {
    expect(isZone('Asia/Jakarta')).toBe(true)
    expect(isZone('Kediri')).toBe(false)
    expect(() => businessDay('2026-10-10T00:00:00.000Z', 'Kediri')).toThrow(RangeError)
  })

  it('checks at the edge', () => {
    expect(CivilDate.safeParse('2026-02-30').success).toBe(false)
    expect(CivilDate.parse('2026-02-28')).toBe('2026-02-28')
    expect(Instant.safeParse('2026-02-28').success).toBe(false)
    expect(Instant.parse('2026-02-28T00:00:00.000Z')).toBe('2026-02-28T00:00:00.000Z')
  })
})

describe('clocks', () => {
  it('stands, ticks and jumps', () => {
    const fixed = fixedClock('2026-10-10T02:41:00.000Z')
    expect(fixed.now()).toBe(fixed.now())
    const ticking = tickingClock('2026-10-10T02:41:00.000Z', 5)
    expect([ticking.now(), ticking.now()]).toEqual(['2026-10-10T02:41:00.000Z', '2026-10-10T02:41:00.005Z'])
    ticking.advance(60_000)
    expect(ticking.now()).toBe('2026-10-10T02:42:00.010Z')
    expect(() => fixedClock('2026-10-10')).toThrow(RangeError)
  })

  it('reads the machine', () => {
    const now = systemClock.now()
    expect(isInstant(now)).toBe(true)
    expect(Math.abs(epochOf(now) - Date.now())).toBeLessThan(5000)
    expect(instantOf(epochOf(now))).toBe(now)
  })
})

import { describe, expect, it } from 'vitest'
import {
  formatBasisPoints,
  formatBytes,
  formatDate,
  formatDateRange,
  formatFor,
  formatInstant,
  formatKilogram,
  formatList,
  formatMass,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatTime,
  monthName,
} from './index.ts'

describe('numbers', () => {
  it('follow the language', () => {
    expect([formatNumber(1284, 'id'), formatNumber(1284, 'en')]).toEqual(['1.284', '1,284'])
    expect([formatNumber(1284.5, 'id'), formatNumber(-0.125, 'en')]).toEqual(['1.284,5', '-0.125'])
    expect(formatNumber(3.475, 'id', { decimalsMin: 2, decimalsMax: 2 })).toBe('3,48')
    expect(formatNumber(3, 'id', { decimalsMin: 2 })).toBe('3,00')
    expect(formatNumber(-0, 'id')).toBe('0')
  })

  it('are never printed when they are none', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => formatNumber(value, 'id')).toThrow(RangeError)
      expect(() => formatMoney(value, 'id')).toThrow(RangeError)
    }
    expect(() => formatMoney(0.5, 'id')).toThrow(RangeError)
    expect(() => formatKilogram(1.5, 'id')).toThrow(RangeError)
  })

  it('show money', () => {
    expect([formatMoney(11_250, 'id'), formatMoney(11_250, 'en')]).toEqual(['Rp11.250', 'Rp11,250'])
    expect([formatMoney(-11_250, 'id'), formatMoney(0, 'id'), formatMoney(-0, 'en')]).toEqual([
      '-Rp11.250',
      'Rp0',
      'Rp0',
    ])
    expect(formatMoney(Number.MAX_SAFE_INTEGER, 'id')).toBe('Rp9.007.199.254.740.991')
  })

  it('show quantities', () => {
    expect([formatKilogram(1850, 'id'), formatKilogram(1850, 'en'), formatKilogram(1, 'id')]).toEqual([
      '1,85 kg',
      '1.85 kg',
      '0,001 kg',
    ])
    expect([formatQuantity(500, 'millilitre', 'id'), formatQuantity(3, 'piece', 'id')]).toEqual(['0,5 liter', '3 buah'])
    expect([formatQuantity(1, 'piece', 'en'), formatQuantity(3, 'piece', 'en')]).toEqual(['1 piece', '3 pieces'])
    expect([formatMass(9_999_999, 'id'), formatMass(12_500_000, 'id'), formatMass(12_500_000, 'en')]).toEqual([
      '9.999,999 kg',
      '12,5 ton',
      '12.5 t',
    ])
  })

  it('show parts', () => {
    expect([formatPercent(0.02, 'id'), formatPercent(2 / 3, 'id'), formatPercent(2 / 3, 'en')]).toEqual([
      '2%',
      '66,67%',
      '66.67%',
    ])
    expect(formatPercent(0.57, 'id', { decimalsMax: 20 })).toBe('57%')
    expect(formatPercent(1e-9, 'id')).toBe('0%')
    expect(formatBasisPoints(7050, 'id')).toBe('70,5%')
    expect([formatBytes(999, 'id'), formatBytes(999_960, 'id'), formatBytes(1_430_000, 'en')]).toEqual([
      '999 B',
      '1 MB',
      '1.4 MB',
    ])
  })
})

describe('dates', () => {
  it('have four styles', () => {
    expect(formatDate('2026-10-10', 'id')).toBe('Sabtu 10 Oktober 2026')
    expect(formatDate('2026-10-10', 'id', 'long')).toBe('10 Oktober 2026')
    expect(formatDate('2026-10-10', 'id', 'medium')).toBe('10 Okt 2026')
    expect(formatDate('2026-10-10', 'id', 'short')).toBe('10/10/2026')
    expect(formatDate('2026-08-01', 'en')).toBe('Saturday 1 August 2026')
    expect(formatDate('2026-08-01', 'en', 'medium')).toBe('1 Aug 2026')
    expect(() => formatDate('2026-02-30', 'id')).toThrow(RangeError)
  })

  it('agree with the platform on names', () => {
    for (let month = 1; month <= 12; month++) {
      const epoch = Date.UTC(2026, month - 1, 15)
      for (const [locale, tag] of [
        ['id', 'id-ID'],
        ['en', 'en-US'],
      ] as const) {
        const long = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(epoch)
        const weekday = new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }).format(epoch)
        expect(monthName(month, locale)).toBe(long)
        expect(formatDate(`2026-${String(month).padStart(2, '0')}-15`, locale).split(' ')[0]).toBe(weekday)
      }
    }
    expect(() => monthName(13, 'id')).toThrow(RangeError)
  })

  it('name months and ranges', () => {
    expect([formatMonth('2026-10', 'id'), formatMonth('2026-10', 'en', 'short')]).toEqual(['Oktober 2026', 'Oct 2026'])
    expect(formatDateRange({ fromOn: '2026-10-03', untilOn: '2026-10-10' }, 'id')).toBe('3 Okt 2026 sampai 10 Okt 2026')
    expect(formatDateRange({ fromOn: '2026-10-03', untilOn: '2026-10-03' }, 'en')).toBe('3 Oct 2026')
  })

  it('show the time of the city', () => {
    const instant = '2026-10-10T02:41:59.000Z'
    expect([formatTime(instant, 'Asia/Jakarta', 'id'), formatTime(instant, 'Asia/Jakarta', 'en')]).toEqual([
      '09.41',
      '09:41',
    ])
    expect(formatInstant(instant, 'Asia/Jakarta', 'id', 'full')).toBe('Sabtu 10 Oktober 2026 pukul 09.41 WIB')
    expect(formatInstant(instant, 'Asia/Jayapura', 'en', 'long')).toBe('10 October 2026 at 11:41 WIT')
    expect(formatInstant(instant, 'Asia/Jakarta', 'id')).toBe('10 Okt 2026, 09.41')
    expect(formatInstant(instant, 'UTC', 'id', 'short')).toBe('10/10/2026 02.41')
  })
})

describe('lists and readers', () => {
  it('join with words', () => {
    expect(formatList([], 'id')).toBe('')
    expect(formatList(['kaca'], 'id')).toBe('kaca')
    expect(formatList(['kaca', 'kardus'], 'id', 'or')).toBe('kaca atau kardus')
    expect(formatList(['plastic', 'cardboard', 'glass'], 'en')).toBe('plastic, cardboard, and glass')
    expect(formatList(['plastik', 'kardus', 'kaca'], 'id')).toBe('plastik, kardus, dan kaca')
  })

  it('know language and zone once', () => {
    const format = formatFor('id', 'Asia/Jakarta')
    expect([
      format.money(11_250),
      format.kilogram(1850),
      format.time('2026-10-10T02:41:00.000Z'),
      format.percent(0.5),
    ]).toEqual(['Rp11.250', '1,85 kg', '09.41', '50%'])
    expect([format.month('2026-10'), format.weekday('2026-10-10'), format.quantity(2, 'piece')]).toEqual([
      'Oktober 2026',
      'Sabtu',
      '2 buah',
    ])
  })
})

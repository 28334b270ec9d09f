import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deviceIndex,
  deviceLetters,
  devicesMax,
  findDocumentNumber,
  formatDocumentNumber,
  parseDocumentNumber,
} from './document-number.ts'
import { findGaps } from './gaps.ts'

const aNumber = fc.record({
  unit: fc.stringMatching(/^[A-Z][A-Z0-9]{1,7}$/),
  device: fc.integer({ min: 0, max: devicesMax - 1 }).map(deviceLetters),
  year: fc.integer({ min: 2000, max: 2999 }),
  running: fc.integer({ min: 1, max: 999_999 }),
})

describe('document numbers', () => {
  it('read as unit, device, year, running number', () => {
    expect(formatDocumentNumber({ unit: 'HD', device: 'A', year: 2026, running: 123 })).toBe('HD-A-2026-000123')
    expect(parseDocumentNumber(' hd-a-2026-000123 ')).toEqual({ unit: 'HD', device: 'A', year: 2026, running: 123 })
  })

  it('come back as they were written', () => {
    fc.assert(
      fc.property(aNumber, (number) => {
        expect(parseDocumentNumber(formatDocumentNumber(number))).toEqual(number)
      }),
    )
  })

  it('sort as text in the order of their running numbers', () => {
    fc.assert(
      fc.property(aNumber, fc.integer({ min: 1, max: 999_999 }), (number, running) => {
        const [left, right] = [formatDocumentNumber(number), formatDocumentNumber({ ...number, running })]
        expect(Math.sign(left < right ? -1 : left > right ? 1 : 0)).toBe(Math.sign(number.running - running))
      }),
    )
  })

  it('are refused when a part is outside its range', () => {
    const good = { unit: 'HD', device: 'A', year: 2026, running: 1 }
    const wrong = [
      { running: 0 },
      { running: 1_000_000 },
      { running: 1.5 },
      { unit: 'H' },
      { unit: 'hd' },
      { device: 'AAA' },
      { year: 26 },
    ]
    for (const part of wrong) expect(() => formatDocumentNumber({ ...good, ...part })).toThrow(RangeError)
    for (const text of [
      '',
      'HD-A-2026-123',
      'HD-A-2026-000000',
      'HD-1-2026-000001',
      'HD-A-2026-000001x',
      'HD A 2026 000001',
    ]) {
      expect(findDocumentNumber(text)).toBeUndefined()
      expect(() => parseDocumentNumber(text)).toThrow(RangeError)
    }
  })
})

describe('letters of a device', () => {
  it('go from A to Z, then AA to ZZ, each once', () => {
    expect([0, 25, 26, 27, 51, 52, devicesMax - 1].map(deviceLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ'])
    for (let index = 0; index < devicesMax; index += 1) expect(deviceIndex(deviceLetters(index))).toBe(index)
    for (const index of [-1, devicesMax, 0.5]) expect(() => deviceLetters(index)).toThrow(RangeError)
    for (const letters of ['', 'a', 'AAA', '1']) expect(() => deviceIndex(letters)).toThrow(RangeError)
  })
})

describe('findGaps', () => {
  it('names the missing stretches and the doubles of each series', () => {
    const numbers = ['HD-A-2026-000005', 'HD-A-2026-000002', 'HD-A-2026-000005', 'HD-B-2026-000001', 'HD-A-2025-000001']
    expect(findGaps(numbers)).toEqual([
      { unit: 'HD', device: 'A', year: 2025, count: 1, last: 1, gaps: [], repeated: [] },
      {
        unit: 'HD',
        device: 'A',
        year: 2026,
        count: 2,
        last: 5,
        gaps: [
          { from: 'HD-A-2026-000001', to: 'HD-A-2026-000001', count: 1 },
          { from: 'HD-A-2026-000003', to: 'HD-A-2026-000004', count: 2 },
        ],
        repeated: ['HD-A-2026-000005'],
      },
      { unit: 'HD', device: 'B', year: 2026, count: 1, last: 1, gaps: [], repeated: [] },
    ])
    expect(findGaps([])).toEqual([])
    expect(() => findGaps(['HD-A-2026-1'])).toThrow(RangeError)
  })

  it('accounts for every number up to the last: present or in exactly one gap', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1 }), (present) => {
        const [series] = findGaps(
          present.map((running) => formatDocumentNumber({ unit: 'HD', device: 'A', year: 2026, running })),
        )
        const missing = (series?.gaps ?? []).flatMap((gap) => {
          const from = parseDocumentNumber(gap.from).running
          expect(parseDocumentNumber(gap.to).running - from + 1).toBe(gap.count)
          return Array.from({ length: gap.count }, (_, offset) => from + offset)
        })
        const all = [...present, ...missing].toSorted((left, right) => left - right)
        expect(all).toEqual(Array.from({ length: Math.max(...present) }, (_, index) => index + 1))
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartHeight, pilePath, threadAmount } from './threads.ts'

const threadsOf = (path: string) =>
  [...path.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)/g)].map(([, x, y, wide]) => ({
    x: Number(x),
    y: Number(y),
    wide: Number(wide),
  }))

describe('threadAmount', () => {
  it('is a round amount that gives at most 20 threads, and more than 7', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (highest) => {
        const amount = threadAmount(highest)
        expect([1, 2, 5]).toContain(Number(amount.toExponential().slice(0, 1)))
        expect(Math.ceil(highest / amount)).toBeLessThanOrEqual(20)
        expect(highest / amount).toBeGreaterThan(7)
      }),
    )
  })

  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])('falls back to one for %s', (highest) => {
    expect(threadAmount(highest)).toBe(1)
  })
})

describe('pilePath', () => {
  it('has one thread for each amount begun, the last as long as the remainder', () => {
    expect(threadsOf(pilePath(250, 0, 100, 20))).toEqual([
      { x: 3, y: 78, wide: 14 },
      { x: 3, y: 74, wide: 14 },
      { x: 3, y: 70, wide: 7 },
    ])
  })

  it('adds up to the value and stays inside the drawing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (value) => {
        const amount = threadAmount(value)
        const threads = threadsOf(pilePath(value, 3, amount, Math.ceil(value / amount)))
        expect((threads.reduce((sum, { wide }) => sum + wide, 0) / 14) * amount).toBeCloseTo(
          value,
          -Math.log10(amount) - 1,
        )
        expect(threads.every(({ x, y }) => x === 63 && y > 0 && y < chartHeight)).toBe(true)
      }),
    )
  })

  it.each([null, 0, -3, Number.NaN])('draws nothing for %s', (value) => {
    expect(pilePath(value, 0, 100, 20)).toBe('')
  })
})

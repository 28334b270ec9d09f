import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roundTop } from './round-top.ts'

it('stands at or above the highest value, and never far above it', () => {
  expect([0, 1, 3, 20, 21, 501].map(roundTop)).toEqual([1, 1, 3, 20, 25, 800])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (highest) => {
      expect(roundTop(highest)).toBeGreaterThanOrEqual(highest)
      expect(roundTop(highest)).toBeLessThanOrEqual(highest * 1.6 + 1)
    }),
  )
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { explainDifference } from './explain-difference.ts'

const sum = (amounts: fc.Arbitrary<number>) =>
  fc.record({ n: fc.nat({ max: 12 }), amount: amounts }).map(({ n, amount }) => ({ n, amount: n === 0 ? 0 : amount }))

it('never tells the sum of one to four entries, and the told parts add up', () => {
  const late = sum(fc.integer({ min: 1, max: 9999 }))
  const reversed = sum(fc.integer({ min: -9999, max: -1 }))
  fc.assert(
    fc.property(fc.nat({ max: 99_999 }), late, reversed, (pinned, added, taken) => {
      const told = explainDifference(pinned, { late: added, reversed: taken })
      const between = added.n + taken.n
      if (between > 0 && between < 5) expect(told.amount).toBeNull()
      else expect(told.amount).toBe(pinned + added.amount + taken.amount)
      for (const each of [told.late, told.reversed]) expect(each === null || each.n === 0 || each.n >= 5).toBe(true)
      if (told.state === 'apart') expect((told.late?.n ?? 0) + (told.reversed?.n ?? 0)).toBe(told.n)
    }),
  )
})

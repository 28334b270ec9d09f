import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readQuantity, writeQuantity } from './quantity.ts'

it.each([
  ['1,85', 'gram', 1850],
  ['1.85', 'gram', 1850],
  ['0,5', 'millilitre', 500],
  ['1,', 'gram', 1000],
  [' 12 ', 'gram', 12_000],
  ['1,850', 'gram', 1850],
  ['3', 'piece', 3],
  ['3,0', 'piece', 3],
] as const)('reads %s as %s', (text, measure, quantity) => {
  expect(readQuantity(text, measure)).toEqual({ ok: true, quantity })
})

it.each([
  ['', 'gram', 'empty'],
  ['0', 'gram', 'zero'],
  ['0,000', 'gram', 'zero'],
  ['-1', 'gram', 'zero'],
  ['satu', 'gram', 'not_a_number'],
  ['1,2,3', 'gram', 'not_a_number'],
  ['1e3', 'gram', 'not_a_number'],
  ['1.850', 'gram', 'ambiguous'],
  ['1,8505', 'gram', 'too_fine'],
  ['1,5', 'piece', 'not_whole'],
] as const)('refuses %s: %s %s', (text, measure, problem) => {
  expect(readQuantity(text, measure)).toEqual({ ok: false, problem })
})

it('reads back whatever it writes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000_000 }),
      fc.constantFrom('gram', 'millilitre', 'piece'),
      (n, measure) => {
        expect(readQuantity(writeQuantity(n, measure), measure)).toEqual({ ok: true, quantity: n })
      },
    ),
  )
})

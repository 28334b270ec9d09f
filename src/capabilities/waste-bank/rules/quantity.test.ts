import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quantityIssue, readQuantity, writeQuantity } from './quantity.ts'

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
  ['100000,001', 'gram', 'too_much'],
  ['99999999', 'gram', 'too_much'],
  ['100000001', 'piece', 'too_much'],
] as const)('refuses %s: %s %s', (text, measure, problem) => {
  expect(readQuantity(text, measure)).toEqual({ ok: false, problem })
})

it.each([
  ['gram', 100_000],
  ['millilitre', 100_000],
  ['piece', 100_000_000],
] as const)('says the limit of %s in the unit of the field', (measure, max) => {
  expect(quantityIssue('w0', 'too_much', measure)).toEqual({
    field: 'w0',
    code: 'quantity.too_much',
    params: { max, measure },
  })
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

import { expect, it } from 'vitest'
import { fileOf, kilogramsOf, percentOf } from './read-form.ts'

it.each([
  ['no file at all', undefined, 'file.none_chosen'],
  ['a form sent without choosing one', new File([], ''), 'file.none_chosen'],
  ['a file with nothing in it', new File([], 'harga.csv'), 'file.empty'],
])('asks for a file: %s', (_what, file, code) => {
  const form = new FormData()
  if (file !== undefined) form.set('file', file)
  expect(() => fileOf(form, 'file')).toThrow(
    expect.objectContaining({ code, issues: [expect.objectContaining({ field: 'file' })] }),
  )
})

function formOf(value: string): FormData {
  const form = new FormData()
  form.set('n', value)
  return form
}

it('takes a part in percent and a weight in kilograms', () => {
  expect(percentOf(formOf('82,5'), 'n')).toBe(8250)
  expect(percentOf(formOf('100'), 'n')).toBe(10_000)
  expect(kilogramsOf(formOf('12,5'), 'n')).toBe(12_500)
})

it.each(['150', '-1', '', 'banyak'])('says the limits of a part in percent: %s', (typed) => {
  expect(() => percentOf(formOf(typed), 'n')).toThrow(expect.objectContaining({ code: 'sharing.part_range' }))
})

it('says the limit of a weight in kilograms', () => {
  expect(() => kilogramsOf(formOf('99999999'), 'n')).toThrow(
    expect.objectContaining({ code: 'quantity.too_much', params: { max: 100_000, measure: 'gram' } }),
  )
})

import { expect, it } from 'vitest'
import { fileOf } from './read-form.ts'

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

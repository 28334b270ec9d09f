import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBirth } from './birth.ts'
import { nameKey, tidyName } from './name-key.ts'

describe('the key of a name', () => {
  it.each([
    ["Siti Ma'rufah, S.Pd.", 'siti marufah s pd'],
    ['  BUDI\t Santoso ', 'budi santoso'],
    ['Ma’ruf', 'maruf'],
    ['José Ñúñez', 'jose nunez'],
    ['Ｓｉｔｉ', 'siti'],
    ['Sri-Wahyuni', 'sri wahyuni'],
    ['!!!', ''],
  ])('%s is %s', (name, key) => expect(nameKey(name)).toBe(key))

  it('is its own key, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(nameKey(nameKey(text))).toBe(nameKey(text))
      }),
    )
  })

  it('does not see case, marks on letters, or what stands between words', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{2,8}$/), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(words, fc.constantFrom('  ', ', ', '.', ' – ', '\u00a0'), (parts, between) => {
        const marked = parts.map((part) => `${part.slice(0, 1).toUpperCase()}\u0301${part.slice(1)}`)
        expect(nameKey(marked.join(between))).toBe(parts.join(' '))
      }),
    )
  })

  it('holds nothing that a search could take for an operator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(nameKey(text)).toMatch(/^[\p{L}\p{N}]*( [\p{L}\p{N}]+)*$/u)
      }),
    )
  })
})

it('a name is kept without line breaks and invisible signs', () => {
  expect(tidyName(' Siti\u200b \u202eAminah\n ')).toBe('Siti Aminah')
})

describe('a birth', () => {
  const today = '2026-10-10'
  it.each([
    [{ birthOn: '1990-02-05' }, { birthOn: '1990-02-05', birthYear: 1990 }],
    [{ birthYear: 1990 }, { birthOn: null, birthYear: 1990 }],
    [{}, { birthOn: null, birthYear: null }],
    [
      { birthOn: '1990-02-05', birthYear: 1991 },
      { code: 'person.birth_year_differs', field: 'birthYear' },
    ],
    [{ birthOn: '2026-10-11' }, { code: 'person.birth_in_future', field: 'birthOn' }],
    [{ birthOn: today }, { birthOn: today, birthYear: 2026 }],
    [{ birthYear: 2027 }, { code: 'person.birth_in_future', field: 'birthYear' }],
    [{ birthYear: 1905 }, { code: 'person.birth_too_long_ago', field: 'birthYear' }],
    [{ birthYear: 1906 }, { birthOn: null, birthYear: 1906 }],
  ])('%o is read', (given, read) => expect(readBirth(given, today)).toEqual(read))
})

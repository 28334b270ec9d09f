import { expect, it } from 'vitest'
import { OWN_WORK, wayBack, withWayBack } from './way-back.ts'

it.each(['/akun', '/bank-sampah/setor?q=a#b', '/'])('goes back to %s', (path) => {
  expect(wayBack(path)).toBe(path)
})

it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'akun',
  '',
  '/a\nb',
  '/a b',
  '/a\\b',
  null,
  undefined,
  7,
])('does not leave for %j', (asked) => {
  expect(wayBack(asked, '/akun')).toBe('/akun')
})

it('keeps the way in an address', () => {
  expect(withWayBack('/masuk', '/a?b=c&d')).toBe('/masuk?lanjut=%2Fa%3Fb%3Dc%26d')
  expect(withWayBack('/masuk', '/')).toBe('/masuk?lanjut=%2F')
  expect(withWayBack('/masuk', OWN_WORK)).toBe('/masuk')
  expect(wayBack(null)).toBe(OWN_WORK)
})

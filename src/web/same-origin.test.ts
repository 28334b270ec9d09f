import { expect, it } from 'vitest'
import { isFromOurselves } from './same-origin.ts'

const here = 'https://daha.test'
const cases: [string, string, Record<string, string>, boolean][] = [
  ['reading from anywhere', 'GET', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }, true],
  ['our form', 'POST', { origin: here, 'sec-fetch-site': 'same-origin' }, true],
  ['our form in an old browser', 'POST', { origin: here, cookie: 'a=b' }, true],
  ['our form in a browser that sends the page only', 'POST', { referer: `${here}/a`, cookie: 'a=b' }, true],
  ['another site', 'POST', { origin: 'https://evil.test' }, false],
  ['another site that forges no metadata', 'POST', { origin: here, 'sec-fetch-site': 'cross-site' }, false],
  ['a sibling host', 'POST', { origin: 'https://x.daha.test', 'sec-fetch-site': 'same-site' }, false],
  ['the same host without https', 'POST', { origin: 'http://daha.test' }, false],
  ['a sandboxed frame', 'POST', { origin: 'null', cookie: 'a=b' }, false],
  ['a page elsewhere', 'DELETE', { referer: 'https://evil.test/daha.test' }, false],
  ['a broken referer', 'POST', { referer: 'daha' }, false],
  ['a program without session', 'POST', { authorization: 'Bearer x' }, true],
  ['cookies without any sign of a page', 'PUT', { cookie: 'session=a' }, false],
]

it.each(cases)('%s', (_name, method, headers, expected) => {
  expect(isFromOurselves(method, new Headers(headers), here)).toBe(expected)
})

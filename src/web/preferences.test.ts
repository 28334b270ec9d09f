import { describe, expect, it } from 'vitest'
import { chooseLocale, chooseTheme, preferenceCookie, readCookie } from './preferences.ts'

describe('cookies', () => {
  it('are found by whole name only', () => {
    const header = 'xdaha-bahasa=xx; daha-bahasa=en; daha-bahasa2=yy'
    expect(readCookie(header, 'daha-bahasa')).toBe('en')
    expect(readCookie('daha-bahasa=id', 'daha-bahasa')).toBe('id')
    expect(readCookie('a=b;daha-bahasa=id', 'daha-bahasa')).toBe('id')
    expect(readCookie('xdaha-bahasa=en', 'daha-bahasa')).toBeUndefined()
    expect(readCookie('a=daha-bahasa=en', 'daha-bahasa')).toBeUndefined()
    expect(readCookie('', 'daha-bahasa')).toBeUndefined()
    expect(readCookie(null, 'daha-bahasa')).toBeUndefined()
  })

  it('are sent by https alone when the site has it', () => {
    expect(preferenceCookie('a', 'b', true)).toMatch(/^a=b; Path=\/; .*SameSite=Lax; Secure$/)
    expect(preferenceCookie('a', 'b', false)).not.toContain('Secure')
  })
})

describe('language', () => {
  it.each([
    ['en', 'id', 'id', 'en'],
    [null, 'en', 'id', 'en'],
    ['fr', 'en', 'id', 'en'],
    [null, undefined, 'en-GB,en;q=0.9,id;q=0.1', 'en'],
    [null, undefined, 'en;q=0.2, id;q=0.8', 'id'],
    [null, undefined, 'fr', 'id'],
    [null, undefined, null, 'id'],
    [null, '<script>', '<script>', 'id'],
  ] as const)('asked %s, cookie %s, browser %s: %s', (asked, cookie, accepted, expected) => {
    expect(chooseLocale(asked, cookie, accepted)).toBe(expected)
  })
})

it('a theme is one of two, or the system decides', () => {
  expect(['dark', 'light', '"><script>', undefined].map((cookie) => chooseTheme(cookie))).toEqual([
    'dark',
    'light',
    'system',
    'system',
  ])
})

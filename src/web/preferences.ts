import { isLocale, negotiateLocale } from '../kernel/i18n/contract.ts'
import type { Locale } from '../kernel/i18n/contract.ts'
import type { Theme } from '../kernel/page/index.ts'

export const localeCookie = 'daha-bahasa'
export const themeCookie = 'daha-tema'
const yearInSeconds = 31_536_000

/** One cookie's raw value out of a `Cookie` header; the first of that name, as browsers send the most exact path first. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/**
 * The language of an answer: what the address asks for (`?bahasa=en`), else what was chosen earlier,
 * else the browser's wish, else Indonesian.
 */
export function chooseLocale(asked: string | null, cookie: string | undefined, accepted: string | null): Locale {
  if (isLocale(asked)) return asked
  if (isLocale(cookie)) return cookie
  return negotiateLocale(accepted?.slice(0, 500))
}

export function chooseTheme(cookie: string | undefined): Theme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'system'
}

/** A `Set-Cookie` value that keeps a preference for a year. It says nothing about the person, so scripts may read it. */
export function preferenceCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${value}; Path=/; Max-Age=${yearInSeconds}; SameSite=Lax${secure ? '; Secure' : ''}`
}

import { systemClock } from '../kernel/clock/index.ts'
import { isId, newId } from '../kernel/id/index.ts'
import { DEVICE_COOKIE } from '../kernel/sign-in/contract.ts'
import { readCookie } from './preferences.ts'

/** Browsers keep a cookie for 400 days at most. */
const SECONDS = 400 * 86_400

/** The browser's long-lived id: receipt numbers are given by device, and a known device is not locked out by strangers. */
export function findDevice(cookies: string | null): string | undefined {
  const id = readCookie(cookies, DEVICE_COOKIE)
  return id !== undefined && isId(id) ? id : undefined
}

export function makeDevice(): string {
  return newId(systemClock)
}

/** A `Set-Cookie` value; no script may read it. */
export function deviceCookie(id: string, secure: boolean): string {
  return `${DEVICE_COOKIE}=${id}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

import { SESSION_COOKIE } from './contract.ts'

/** Longer than any session: the server knows when one is over, and the browser need not. */
const SESSION_SECONDS = 90 * 86_400
/** `Set-Cookie` of a session that was just opened; `origin` is the site's own address. */
export const sessionCookie = (token: string, origin: string) => cookie(token, SESSION_SECONDS, origin)

export const endedSessionCookie = (origin: string) => cookie('', 0, origin)

function cookie(value: string, seconds: number, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { requestIdFrom } from '../kernel/log/index.ts'
import type { RequestRecord, WebSettings } from './app.ts'
import { choosePage } from './page-cache.ts'
import { chooseLocale, chooseTheme, localeCookie, readCookie, themeCookie } from './preferences.ts'
import { setSecurityHeaders } from './security.ts'

type ShortcutSettings = Pick<WebSettings, 'cache' | 'publicUrl' | 'sessionCookie'> & {
  readonly log: (record: RequestRecord) => void
}

/**
 * Answers a page that lies in the cache straight at the socket, before Request, Hono and router exist.
 * False when it does not, and then nothing was written. Tested to answer as the long way does.
 */
export function createPageShortcut(settings: ShortcutSettings): (req: IncomingMessage, res: ServerResponse) => boolean {
  const fixed = new Headers({ 'content-security-policy': 'kept from the page' })
  setSecurityHeaders(fixed, settings.publicUrl?.startsWith('https:') === true)
  fixed.delete('content-security-policy')
  const security = Object.fromEntries(fixed)

  return (req, res) => {
    const { method, url, headers } = req
    if (method !== 'GET' || url === undefined || url.includes('bahasa=')) return false
    const { cookie } = headers
    if (readCookie(cookie, settings.sessionCookie) !== undefined) return false
    const started = performance.now()
    const page = settings.cache.find({
      address: url,
      locale: chooseLocale(null, readCookie(cookie, localeCookie), headers['accept-language'] ?? null),
      theme: chooseTheme(readCookie(cookie, themeCookie)),
      origin: settings.publicUrl ?? `http://${headers.host}`,
    })
    if (page === undefined) return false
    const { status, headers: pageHeaders, body } = choosePage(page, headers['if-none-match'], acceptEncoding(headers))
    const given = headers['x-request-id']
    const requestId = requestIdFrom(typeof given === 'string' ? given : undefined)
    res.writeHead(status, { ...security, ...pageHeaders, 'x-request-id': requestId })
    res.end(body)
    const path = url.split('?', 1)[0] ?? url
    settings.log({ requestId, method, path, status, milliseconds: performance.now() - started, kept: true })
    return true
  }
}

function acceptEncoding(headers: IncomingMessage['headers']): string | undefined {
  const value = headers['accept-encoding']
  return Array.isArray(value) ? value.join(', ') : value
}

import { Hono } from 'hono'
import type { Context } from 'hono'
import { isLocale } from '../kernel/i18n/contract.ts'
import { inRequest, requestIdFrom } from '../kernel/log/index.ts'
import type { Refusal, RefusalReport } from '../kernel/refusal/index.ts'
import { deviceCookie, findDevice, makeDevice } from './device.ts'
import { BodyTooLarge, defaultBodyLimits, limitBody } from './body-limit.ts'
import type { BodyLimits } from './body-limit.ts'
import type { Caller } from '../kernel/app/index.ts'
import type { Locale } from '../kernel/i18n/contract.ts'
import type { PageSession, RequestContext, Theme } from '../kernel/page/index.ts'
import { choosePage } from './page-cache.ts'
import type { PageAsk, PageCache } from './page-cache.ts'
import type { Pages } from './pages.ts'
import { plainAnswer } from './plain-page.ts'
import { chooseLocale, chooseTheme, localeCookie, preferenceCookie, readCookie, themeCookie } from './preferences.ts'
import { isFromOurselves } from './same-origin.ts'
import { makeNonce, setSecurityHeaders } from './security.ts'
import { senderOf } from './sender.ts'
import type { StaticFiles } from './static-files.ts'

export interface Identity {
  readonly caller: Caller
  readonly session: PageSession | undefined
  /** `Set-Cookie` values, when the session is renewed or ended. */
  readonly cookies?: readonly string[]
}

/** What the door knows of a sender besides the request itself. */
export interface Sender {
  /** Network address. */
  readonly address: string
  readonly deviceId: string
}

export interface Health {
  readonly ok: boolean
  readonly [detail: string]: unknown
}

export interface RequestRecord {
  readonly requestId: string
  readonly method: string
  /** Path only: addresses may hold tokens and names in their query. */
  readonly path: string
  readonly status: number
  readonly milliseconds: number
  /** True for a page that lay in the cache, of which there may be thousands a second. */
  readonly kept?: boolean
}

export interface WebSettings {
  readonly city: { readonly name: string; readonly slug: string; readonly zone: string }
  readonly demo: boolean
  /** `https://host` as the world sees it; without it the `Host` header is believed, which is right only locally. */
  readonly publicUrl?: string
  readonly sessionCookie: string
  readonly limits?: BodyLimits
  readonly pages: () => Promise<Pages>
  readonly cache: PageCache
  readonly files?: StaticFiles
  readonly identify: (request: Request, sender: Sender) => Promise<Identity>
  readonly report: (refusal: Refusal, locale: Locale) => RefusalReport
  readonly health: () => Promise<Health>
  readonly log: (record: RequestRecord) => void
  readonly fault: (error: unknown, requestId: string) => void
  /** Origins to which a form may lead away, such as the sign-in provider's. */
  readonly formTargets?: readonly string[]
  /** Other doors (REST, live events, files) put their routes here; they stand before the pages. */
  readonly mount?: (app: WebApp) => void
}

/** What every door of the web finds in Hono's context: `c.get('locale')`. */
export interface WebEnv {
  Variables: {
    requestId: string
    origin: string
    locale: Locale
    theme: Theme
    device: { readonly id: string; readonly isNew: boolean }
    /** Network address of the sender. */
    sender: string
    /** The request with our own origin and a bounded body; use it instead of `c.req.raw`. */
    request: Request
    identify: () => Promise<Identity>
  }
}
export type WebApp = Hono<WebEnv>

/** The whole web side as one function from Request to Response, without a socket. */
export function createWebApp(settings: WebSettings): WebApp {
  const app: WebApp = new Hono<WebEnv>()
  app.onError((error, c) => {
    const requestId = c.get('requestId')
    settings.fault(error, requestId)
    return plainAnswer(c.req.raw, c.get('locale') ?? 'id', { reason: 'broken', reference: requestId })
  })
  app.use(async (c, next) => {
    const started = performance.now()
    const requestId = requestIdFrom(c.req.header('x-request-id'))
    c.set('requestId', requestId)
    await inRequest(requestId, next)
    finish(c, settings, started)
  })
  app.get('/healthz', async (c) => {
    const health = await settings.health()
    return c.json(health, health.ok ? 200 : 503, { 'cache-control': 'no-store' })
  })
  app.use(async (c, next) => settings.files?.answer(c.req.method, c.req.path, c.req.raw.headers) ?? next())
  app.use(async (c, next) => (await prepare(c, settings)) ?? next())
  settings.mount?.(app)
  app.all('*', (c) => answerPage(c, settings))
  return app
}

/** Reads what all later steps need; answers itself when the request may go no further. */
async function prepare(c: Context<WebEnv>, settings: WebSettings): Promise<Response | undefined> {
  const { raw } = c.req
  const cookies = raw.headers.get('cookie')
  const url = new URL(raw.url)
  const locale = chooseLocale(
    url.searchParams.get('bahasa'),
    readCookie(cookies, localeCookie),
    raw.headers.get('accept-language'),
  )
  c.set('locale', locale)
  c.set('theme', chooseTheme(readCookie(cookies, themeCookie)))
  const known = findDevice(cookies)
  c.set('device', { id: known ?? makeDevice(), isNew: known === undefined })
  c.set('sender', senderOf(c))
  const origin = settings.publicUrl ?? url.origin
  c.set('origin', origin)
  if (!isReadable(url.pathname)) return plainAnswer(raw, locale, { reason: 'bad_request' })
  if (!isFromOurselves(raw.method, raw.headers, origin)) return plainAnswer(raw, locale, { reason: 'other_site' })

  let request = raw
  try {
    request = await limitBody(raw, settings.limits ?? defaultBodyLimits)
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error
    return plainAnswer(raw, locale, { reason: 'too_large', limitMb: Math.floor(error.limit / 1_000_000) })
  }
  if (url.origin !== origin) request = new Request(origin + url.pathname + url.search, request)
  c.set('request', request)
  let identity: Promise<Identity> | undefined
  c.set(
    'identify',
    () => (identity ??= settings.identify(request, { address: c.get('sender'), deviceId: c.get('device').id })),
  )
  return undefined
}

async function answerPage(c: Context<WebEnv>, settings: WebSettings): Promise<Response> {
  const pages = await settings.pages()
  const request = c.get('request')
  const url = new URL(request.url)
  if (
    !maySharePage(request.method, request.headers.get('cookie'), url.search, settings) ||
    !pages.isCacheable(url.pathname)
  ) {
    return renderPage(c, settings, pages)
  }
  const ask: PageAsk = {
    address: url.pathname + url.search,
    locale: c.get('locale'),
    theme: c.get('theme'),
    origin: c.get('origin'),
  }
  const page = await settings.cache.getOrRender(ask, () => renderPage(c, settings, pages))
  if (page instanceof Response) return page
  const asked = request.headers
  const chosen = choosePage(page, asked.get('if-none-match') ?? undefined, asked.get('accept-encoding') ?? undefined)
  return new Response(chosen.body ?? null, chosen)
}

/** Only a reader without session, who sets no preference by this very address, is given what another was given. */
function maySharePage(method: string, cookies: string | null, search: string, settings: WebSettings): boolean {
  return method === 'GET' && readCookie(cookies, settings.sessionCookie) === undefined && !asksForLocale(search)
}

async function renderPage(c: Context<WebEnv>, settings: WebSettings, pages: Pages): Promise<Response> {
  const { caller, session, cookies } = await c.get('identify')()
  const locale = c.get('locale')
  const device = c.get('device')
  const context: RequestContext = {
    caller,
    session,
    locale,
    theme: c.get('theme'),
    nonce: makeNonce(),
    origin: c.get('origin'),
    requestId: c.get('requestId'),
    deviceId: device.id,
    demo: settings.demo,
    city: settings.city,
    report: (refusal) => settings.report(refusal, locale),
  }
  const response = await pages.answer(c.get('request'), context)
  const changeable = new Response(response.body, response)
  for (const cookie of cookies ?? []) changeable.headers.append('set-cookie', cookie)
  // Who only reads, without signing in, is given no cookie.
  if (device.isNew && (session !== undefined || c.req.method === 'POST')) {
    changeable.headers.append('set-cookie', deviceCookie(device.id, c.get('origin').startsWith('https:')))
  }
  if (session !== undefined) changeable.headers.set('cache-control', 'no-store')
  return changeable
}

/** Headers that every answer carries, and its line in the log. */
function finish(c: Context<WebEnv>, settings: WebSettings, started: number): void {
  const https = (c.get('origin') ?? settings.publicUrl ?? '').startsWith('https:')
  const { headers } = c.res
  setSecurityHeaders(headers, https)
  headers.set('x-request-id', c.get('requestId'))
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache')
  const locale = c.get('locale')
  if (locale !== undefined && c.req.method === 'GET' && asksForLocale(new URL(c.req.url).search)) {
    headers.append('set-cookie', preferenceCookie(localeCookie, locale, https))
  }
  const { method, path } = c.req
  const milliseconds = Math.round((performance.now() - started) * 10) / 10
  settings.log({ requestId: c.get('requestId'), method, path, status: c.res.status, milliseconds })
}

function asksForLocale(search: string): boolean {
  return search !== '' && isLocale(new URLSearchParams(search).get('bahasa'))
}

function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0')
  } catch {
    return false
  }
}

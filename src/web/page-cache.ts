import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Locale } from '../kernel/i18n/contract.ts'
import type { Theme } from '../kernel/page/index.ts'

/** What of a request decides how an anonymous page looks. */
export interface PageAsk {
  /** Path and query as they came, without fragment. */
  readonly address: string
  readonly locale: Locale
  readonly theme: Theme
  readonly origin: string
}

type Encoding = 'br' | 'gzip' | 'plain'
type Bytes = Uint8Array<ArrayBuffer>

export interface CachedPage {
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
  readonly bodies: Readonly<Record<Encoding, Bytes>>
}

interface Entry {
  readonly page: CachedPage
  readonly version: string
  readonly madeAt: number
  readonly bytes: number
}

export interface PageCacheSettings {
  /** Changes whenever anything that a public page shows has changed. */
  readonly version: () => string
  /** Room for all bodies in all encodings; the page asked for longest ago leaves first. */
  readonly maxBytes?: number
  /** For what changes by the clock alone ("buka hari ini"), in milliseconds. */
  readonly maxAge?: number
  /** Milliseconds on any steady clock. */
  readonly now?: () => number
}

export interface PageCache {
  find(ask: PageAsk): CachedPage | undefined
  /** The page from memory, or rendered once for all who ask at the same moment; undefined when it may not be kept. */
  getOrRender(ask: PageAsk, render: () => Promise<Response>): Promise<CachedPage | Response>
  size(): { pages: number; bytes: number }
}

/** Holds whole pages of people who are not signed in. Only whoever asks without a session cookie may be given one. */
export function createPageCache(settings: PageCacheSettings): PageCache {
  const { version, maxBytes = 32_000_000, maxAge = 30_000, now = () => performance.now() } = settings
  const entries = new Map<string, Entry>()
  const inFlight = new Map<string, Promise<CachedPage | undefined>>()
  let bytes = 0

  function drop(key: string, entry: Entry): void {
    entries.delete(key)
    bytes -= entry.bytes
  }

  function findKey(key: string, current: string): CachedPage | undefined {
    const entry = entries.get(key)
    if (entry === undefined) return undefined
    if (entry.version !== current || now() - entry.madeAt > maxAge) {
      drop(key, entry)
      return undefined
    }
    entries.delete(key) // a Map keeps the order of insertion, so this makes it the newest
    entries.set(key, entry)
    return entry.page
  }

  function keep(key: string, page: CachedPage, made: { version: string; at: number }): void {
    const size = Object.values(page.bodies).reduce((sum, body) => sum + body.byteLength, key.length * 2)
    if (size > maxBytes / 4) return
    const old = entries.get(key)
    if (old !== undefined) drop(key, old)
    entries.set(key, { page, version: made.version, madeAt: made.at, bytes: size })
    bytes += size
    for (const [oldest, entry] of entries) {
      if (bytes <= maxBytes) break
      drop(oldest, entry)
    }
  }

  return {
    find: (ask) => findKey(keyOf(ask), version()),
    async getOrRender(ask, render) {
      const key = keyOf(ask)
      const current = version()
      const found = findKey(key, current)
      if (found !== undefined) return found
      const flight = `${current}\n${key}`
      const other = inFlight.get(flight)
      if (other !== undefined) return (await other.catch(() => undefined)) ?? render()

      const made = { version: current, at: now() }
      const rendering = render()
      const page = rendering.then((response) => (mayBeKept(response) ? pack(response.clone()) : undefined))
      inFlight.set(flight, page)
      try {
        const packed = await page
        if (packed === undefined) return await rendering
        keep(key, packed, made)
        return packed
      } finally {
        inFlight.delete(flight)
      }
    },
    size: () => ({ pages: entries.size, bytes }),
  }
}

/** The answer for one reader: 304 when the browser has it, else the smallest encoding that it takes. */
export function choosePage(
  page: CachedPage,
  ifNoneMatch: string | undefined,
  acceptEncoding: string | undefined,
): { status: 200 | 304; headers: Record<string, string>; body: Bytes | undefined } {
  if (ifNoneMatch !== undefined && ifNoneMatch.includes(page.etag)) {
    return { status: 304, headers: { ...page.headers }, body: undefined }
  }
  const accepted = acceptEncoding ?? ''
  const encoding: Encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'plain'
  const body = page.bodies[encoding]
  const headers: Record<string, string> = { ...page.headers, 'content-length': String(body.byteLength) }
  if (encoding !== 'plain') headers['content-encoding'] = encoding
  return { status: 200, headers, body }
}

function keyOf(ask: PageAsk): string {
  return `${ask.locale} ${ask.theme} ${ask.origin} ${ask.address}`
}

function mayBeKept(response: Response): boolean {
  const control = response.headers.get('cache-control') ?? ''
  return response.status === 200 && !response.headers.has('set-cookie') && !/no-store|private/.test(control)
}

async function pack(response: Response): Promise<CachedPage> {
  const plain = new Uint8Array(await response.arrayBuffer())
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const headers = Object.fromEntries(response.headers)
  delete headers['content-length']
  return {
    etag,
    headers: { ...headers, etag, 'cache-control': 'no-cache', vary: 'accept-encoding, accept-language, cookie' },
    bodies: {
      plain,
      gzip: Uint8Array.from(gzipSync(plain)),
      br: Uint8Array.from(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })),
    },
  }
}

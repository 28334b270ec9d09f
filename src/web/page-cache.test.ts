import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { choosePage, createPageCache } from './page-cache.ts'
import type { CachedPage, PageAsk } from './page-cache.ts'

const ask: PageAsk = { address: '/a', locale: 'id', theme: 'system', origin: 'http://a' }
const html = (text: string, init: ResponseInit = {}) =>
  new Response(text, { ...init, headers: { 'content-type': 'text/html', ...(init.headers as Record<string, string>) } })

function counted(make: () => Response): { render: () => Promise<Response>; count: () => number } {
  let count = 0
  return {
    render: async () => {
      count += 1
      await new Promise((resolve) => setTimeout(resolve, 5))
      return make()
    },
    count: () => count,
  }
}

function kept(page: CachedPage | Response): CachedPage {
  if (page instanceof Response) throw new Error('the page was not kept')
  return page
}

describe('page cache', () => {
  it('renders once for all who ask at the same moment, and not again', async () => {
    const cache = createPageCache({ version: () => '1' })
    const page = counted(() => html('<p>isi</p>'))
    const all = await Promise.all(Array.from({ length: 20 }, () => cache.getOrRender(ask, page.render)))
    expect(new Set(all.map((one) => kept(one).etag)).size).toBe(1)
    expect(page.count()).toBe(1)
    expect(cache.find(ask)?.etag).toBe(kept(all[0]!).etag)
  })

  it('keeps language, theme, origin, path and query apart', async () => {
    const cache = createPageCache({ version: () => '1' })
    await cache.getOrRender(ask, async () => html('a'))
    for (const other of [{ locale: 'en' }, { theme: 'dark' }, { origin: 'http://b' }, { address: '/a?x=1' }] as const) {
      expect(cache.find({ ...ask, ...other })).toBeUndefined()
    }
  })

  it('forgets a page when the data change, also when they change while it is rendered', async () => {
    let version = 1
    const cache = createPageCache({ version: () => String(version) })
    await cache.getOrRender(ask, async () => html('old'))
    version = 2
    expect(cache.find(ask)).toBeUndefined()
    await cache.getOrRender(ask, async () => {
      version = 3
      return html('half old')
    })
    expect(cache.find(ask)).toBeUndefined()
  })

  it('forgets a page by age', async () => {
    let now = 0
    const cache = createPageCache({ version: () => '1', maxAge: 1_000, now: () => now })
    await cache.getOrRender(ask, async () => html('a'))
    now = 1_000
    expect(cache.find(ask)).toBeDefined()
    now = 1_001
    expect(cache.find(ask)).toBeUndefined()
    expect(cache.size()).toEqual({ pages: 0, bytes: 0 })
  })

  it.each([
    ['another status', () => html('a', { status: 404 })],
    ['a cookie', () => html('a', { headers: { 'set-cookie': 'a=b' } })],
    ['no-store', () => html('a', { headers: { 'cache-control': 'no-store' } })],
    ['private', () => html('a', { headers: { 'cache-control': 'private' } })],
  ])('never keeps a page with %s, and gives none to another', async (_name, make) => {
    const cache = createPageCache({ version: () => '1' })
    const page = counted(make)
    const answers = await Promise.all([cache.getOrRender(ask, page.render), cache.getOrRender(ask, page.render)])
    expect(answers.every((answer) => answer instanceof Response)).toBe(true)
    expect(page.count()).toBe(2)
    expect(cache.size().pages).toBe(0)
  })

  it('lets a failed rendering fail only for who asked, and tries again for the others', async () => {
    const cache = createPageCache({ version: () => '1' })
    const broken = cache.getOrRender(ask, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      throw new Error('broken')
    })
    const other = cache.getOrRender(ask, async () => html('a'))
    await expect(broken).rejects.toThrow('broken')
    expect(await ((await other) as Response).text()).toBe('a')
  })

  it('stays within its bytes and lets go of what was asked for longest ago', async () => {
    const cache = createPageCache({ version: () => '1', maxBytes: 40_000 })
    const noise = (seed: number) => html(Array.from({ length: 800 }, (_, i) => (i * 7919 * seed).toString(36)).join(''))
    for (let i = 1; i <= 3; i += 1) await cache.getOrRender({ ...ask, address: `/${i}` }, async () => noise(i))
    for (let i = 4; i <= 30; i += 1) {
      expect(cache.find({ ...ask, address: '/1' })).toBeDefined()
      await cache.getOrRender({ ...ask, address: `/${i}` }, async () => noise(i))
    }
    expect(cache.size().bytes).toBeLessThanOrEqual(40_000)
    expect(cache.size().pages).toBeGreaterThan(1)
    expect(cache.find({ ...ask, address: '/2' })).toBeUndefined()
  })

  it('does not let one huge page push out all others', async () => {
    const cache = createPageCache({ version: () => '1', maxBytes: 4_000 })
    await cache.getOrRender(ask, async () => html('x'.repeat(2_000)))
    expect(cache.size().pages).toBe(0)
  })
})

describe('answer from the cache', () => {
  it('is 304 for the same etag, else the smallest encoding that is accepted', async () => {
    const cache = createPageCache({ version: () => '1' })
    const page = kept(await cache.getOrRender(ask, async () => html('<p>isi</p>'.repeat(100))))
    expect(choosePage(page, page.etag, 'br')).toMatchObject({ status: 304, body: undefined })
    expect(choosePage(page, '"other"', 'gzip, deflate, br').headers['content-encoding']).toBe('br')
    const zipped = choosePage(page, undefined, 'gzip')
    expect(gunzipSync(zipped.body!).toString()).toBe('<p>isi</p>'.repeat(100))
    const plain = choosePage(page, undefined, undefined)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers['vary']).toContain('cookie')
    expect(plain.headers['content-length']).toBe('1000')
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import type { ServerBuild } from 'react-router'
import { createWebApp } from './app.ts'
import type { RequestRecord, WebApp } from './app.ts'
import { createPages } from './pages.ts'
import { loadStaticFiles } from './static-files.ts'
import type { StaticFiles } from './static-files.ts'
import type { WebServices } from './start-web.ts'
import { probedBuild, webServices } from './testing.ts'

let router: ServerBuild
let files: StaticFiles

beforeAll(async () => {
  const probed = await probedBuild()
  router = probed.router
  files = await loadStaticFiles(probed.build.clientDir)
}, 60_000)

function anApp(changes: Partial<WebServices> = {}): WebApp {
  const services = webServices(changes)
  const pages = createPages(router, { mode: 'production', fault: services.fault })
  return createWebApp({ ...services, files, pages: async () => pages })
}

const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? ''

describe('pages', () => {
  it('without scripts hold none, and may run none', async () => {
    const response = await anApp().request('/')
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toMatch(/^<!DOCTYPE html><html lang="id"/)
    expect(html).not.toContain('<script')
    expect(html).not.toMatch(/ style=|<style/)
    expect(html).toMatch(/<title>[^<]+<\/title>/)
    expect(policyOf(response)).toContain("script-src 'none'")
  })

  it('with scripts give each inline script the nonce of the policy, new each time', async () => {
    const app = anApp()
    const nonces = new Set<string>()
    for (let i = 0; i < 2; i += 1) {
      const response = await app.request('/probe/scripted')
      const html = await response.text()
      const nonce = /'nonce-([\w-]+)'/.exec(policyOf(response))?.[1] ?? 'none'
      const scripts = html.match(/<script[^>]*>/g) ?? []
      expect(scripts.length).toBeGreaterThan(1)
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(2)
  })

  it('load style sheets and scripts that are there, packed and for ever', async () => {
    const app = anApp()
    const html = await (await app.request('/probe/scripted')).text()
    const addresses = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] ?? '')
    expect(addresses.length).toBeGreaterThan(1)
    for (const address of addresses) {
      const response = await app.request(address, { headers: { 'accept-encoding': 'br' } })
      expect([address, response.status]).toEqual([address, 200])
      expect(response.headers.get('cache-control')).toContain('immutable')
    }
  })

  it('that do not exist say so, for any method', async () => {
    for (const method of ['GET', 'POST']) {
      const response = await anApp().request('/tidak/ada', { method })
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Halaman ini tidak ada')
    }
  })

  it('that are refused show the words of the refusal with its status', async () => {
    const response = await anApp().request('/probe/refused')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('&lt;loan.gone&gt;')
  })

  it('that break show a reference number and nothing of the inside', async () => {
    const faults: unknown[] = []
    const response = await anApp({ fault: (error, id) => faults.push([String(error), id]) }).request('/probe/broken')
    const html = await response.text()
    const id = response.headers.get('x-request-id') ?? ''
    expect(response.status).toBe(500)
    expect(faults).toEqual([['TypeError: secret of the inside', id]])
    expect(html).toContain(id.slice(0, 8))
    expect(html).not.toMatch(/secret|TypeError|at .*\.ts/)
  })
})

describe('forms', () => {
  const send = (app: WebApp, fields: Record<string, string>) =>
    app.request('/probe/form', { method: 'POST', body: new URLSearchParams(fields) })

  it('that are done lead on, without scripts', async () => {
    const response = await send(anApp(), { weight: '2' })
    expect([response.status, response.headers.get('location')]).toEqual([302, '/form?done'])
  })

  it('that are refused are drawn again with the status of the refusal', async () => {
    const response = await send(anApp(), { weight: '0', pin: '1234' })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('form')
  })

  it('may still answer with a status of their own', async () => {
    expect((await send(anApp(), { weight: 'x' })).status).toBe(418)
  })

  it('from other sites are refused before anything runs', async () => {
    const response = await anApp().request('/probe/form', {
      method: 'POST',
      headers: { origin: 'https://evil.test' },
      body: new URLSearchParams({ weight: '2' }),
    })
    expect(response.status).toBe(403)
  })

  it('are too large by their declared length or by what comes', async () => {
    const app = anApp({ limits: { form: 1_000, upload: 2_000 } })
    const declared = await send(app, { weight: 'x'.repeat(2_000) })
    const chunks = new Blob(['a'.repeat(3_000)]).stream()
    const chunked = await app.request('/probe/form', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: chunks,
      duplex: 'half',
    } as RequestInit)
    expect([declared.status, chunked.status]).toEqual([413, 413])
    expect(await chunked.json()).toMatchObject({ code: 'web.too_large' })
  })
})

describe('the site by its public address', () => {
  it('takes forms from there, whatever host the proxy names', async () => {
    const app = anApp({ publicUrl: 'https://daha.test' })
    const response = await app.request('http://127.0.0.1:3000/probe/form', {
      method: 'POST',
      headers: { origin: 'https://daha.test', cookie: 'session=a' },
      body: new URLSearchParams({ weight: '2' }),
    })
    expect(response.status).toBe(302)
    expect(response.headers.get('strict-transport-security')).toContain('max-age')
  })
})

describe('language', () => {
  it('is chosen by the address, kept in a cookie, and heard from the browser', async () => {
    const app = anApp()
    const asked = await app.request('/?bahasa=en')
    expect(asked.headers.get('set-cookie')).toMatch(/^daha-bahasa=en; Path=\//)
    expect(await asked.text()).toContain('<html lang="en"')
    const later = await app.request('/', { headers: { cookie: 'daha-bahasa=en', 'accept-language': 'id' } })
    expect(await later.text()).toContain('<html lang="en"')
    const heard = await app.request('/', { headers: { 'accept-language': 'en-GB' } })
    expect(await heard.text()).toContain('<html lang="en"')
    expect((await app.request('/?bahasa=xx')).headers.has('set-cookie')).toBe(false)
  })
})

describe('kept pages', () => {
  it('are given to everybody without session, and to nobody with one', async () => {
    const services = webServices()
    const app = anApp({ cache: services.cache })
    const first = await app.request('/probe/kept', { headers: { cookie: 'session=budi' } })
    expect(first.headers.get('cache-control')).toBe('no-store')
    expect(services.cache.size().pages).toBe(0)
    await app.request('/probe/kept')
    expect(services.cache.size().pages).toBe(1)
    const again = await app.request('/probe/kept', { headers: { cookie: 'session=budi' } })
    expect(again.headers.has('etag')).toBe(false)
  })

  it('are not found again by HEAD, POST or a change of language', async () => {
    const services = webServices()
    const app = anApp({ cache: services.cache })
    await app.request('/probe/kept', { method: 'HEAD' })
    await app.request('/probe/kept', { method: 'POST' })
    await app.request('/probe/kept?bahasa=en')
    await app.request('/probe/scripted')
    expect(services.cache.size().pages).toBe(0)
  })

  it('are 304 for who has them', async () => {
    const app = anApp()
    const etag = (await app.request('/probe/kept')).headers.get('etag') ?? ''
    const again = await app.request('/probe/kept', { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })
})

describe('around the pages', () => {
  it('health is for machines: 200 or 503', async () => {
    expect((await anApp().request('/healthz')).status).toBe(200)
    const ill = await anApp({ health: async () => ({ ok: false, database: 'gone' }) }).request('/healthz')
    expect([ill.status, await ill.json()]).toEqual([503, { ok: false, database: 'gone' }])
  })

  it('the log has the path, and never what stands behind the question mark', async () => {
    const records: RequestRecord[] = []
    await anApp({ log: (record) => records.push(record) }).request('/probe/kept?token=geheim')
    expect(records).toMatchObject([{ method: 'GET', path: '/probe/kept', status: 200 }])
    expect(JSON.stringify(records)).not.toContain('geheim')
  })

  it('a fault outside the pages is told by number', async () => {
    const app = anApp({ identify: () => Promise.reject(new Error('database is gone')) })
    const response = await app.request('/probe/scripted', { headers: { accept: 'text/html' } })
    const html = await response.text()
    expect(response.status).toBe(500)
    expect(html).toContain(response.headers.get('x-request-id') ?? 'missing')
    expect(html).not.toContain('gone')
  })

  it.each(['/%', '/%00', '/%c0%ae%c0%ae/'])('%s is no address', async (address) => {
    expect((await anApp().request(address)).status).toBe(400)
  })

  it('every answer has the security headers', async () => {
    for (const address of ['/', '/healthz', '/%', '/tidak-ada', '/probe/scripted', '/probe/broken']) {
      const { headers } = await anApp().request(address)
      expect([address, headers.get('x-content-type-options')]).toEqual([address, 'nosniff'])
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('cache-control')).toBeTruthy()
    }
  })
})

describe('the browser’s device', () => {
  const device = '01990000-0000-7000-8000-000000000000'
  const given = (response: Response) =>
    response.headers.getSetCookie().filter((cookie) => cookie.startsWith('daha_device='))

  it('is known from the first signed-in answer on, and given once', async () => {
    const first = given(await anApp().request('/scripted', { headers: { cookie: 'session=siti' } }))
    expect(first).toEqual([
      expect.stringMatching(/^daha_device=[0-9a-f-]{36}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax$/),
    ])
    const again = await anApp().request('/scripted', { headers: { cookie: `session=siti; daha_device=${device}` } })
    expect(given(again)).toEqual([])
  })

  it('is not given to who only reads, and a made-up one is replaced', async () => {
    expect(given(await anApp().request('/scripted'))).toEqual([])
    const forged = await anApp().request('/scripted', { headers: { cookie: 'session=siti; daha_device=1; ' } })
    expect(given(forged)).toHaveLength(1)
  })

  it('is told to whoever makes out the caller', async () => {
    const told: string[] = []
    const identify: WebServices['identify'] = (request, sender) => {
      told.push(sender.deviceId)
      return webServices().identify(request, sender)
    }
    await anApp({ identify }).request('/scripted', { headers: { cookie: `daha_device=${device}` } })
    expect(told).toEqual([device])
  })
})

import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebApp } from './app.ts'
import { createHttpServer, listen } from './listen.ts'
import { createPageShortcut } from './page-shortcut.ts'
import { createPages } from './pages.ts'
import { nodeListener } from './start-web.ts'
import { probedBuild, webServices } from './testing.ts'

let server: Server
let url = ''
let shortcuts = 0

beforeAll(async () => {
  const services = webServices()
  const { router } = await probedBuild()
  const pages = createPages(router, { mode: 'production', fault: services.fault })
  const whole = nodeListener(createWebApp({ ...services, pages: async () => pages }), services)
  const shortcut = createPageShortcut(services)
  server = createHttpServer((req, res) => {
    if (!shortcut(req, res)) return whole(req, res)
    shortcuts += 1
    return undefined
  })
  url = `http://127.0.0.1:${(await listen(server, { host: '127.0.0.1', port: 0 })).port}`
}, 60_000)
afterAll(() => void server.close())

async function ask(address: string, headers: Record<string, string> = {}) {
  const before = shortcuts
  const response = await fetch(url + address, { headers })
  const { date: _date, 'x-request-id': _id, ...rest } = Object.fromEntries(response.headers)
  return { status: response.status, headers: rest, body: await response.text(), short: shortcuts > before }
}

describe('shortcut to a kept page', () => {
  it.each([
    ['plain', { 'accept-encoding': 'identity' }],
    ['packed', { 'accept-encoding': 'br' }],
    ['in English', { cookie: 'a=b; daha-bahasa=en' }],
    ['in the dark', { cookie: 'daha-tema=dark' }],
  ])('answers as the long way does: %s', async (_name, headers) => {
    const long = await ask(`/probe/kept?${_name}`, headers)
    const short = await ask(`/probe/kept?${_name}`, headers)
    expect([long.short, short.short]).toEqual([false, true])
    expect({ ...short, short: false }).toEqual(long)
  })

  it('answers 304 to who has it', async () => {
    const { headers } = await ask('/probe/kept')
    const again = await ask('/probe/kept', { 'if-none-match': headers['etag'] ?? '' })
    expect([again.status, again.body, again.short]).toEqual([304, '', true])
  })

  it.each([
    ['a session', '/probe/kept', { cookie: 'session=budi' }],
    ['a session, written without space', '/probe/kept', { cookie: 'a=b;session=budi' }],
    ['a change of language', '/probe/kept?bahasa=en', {}],
    ['another query', '/probe/kept?x', {}],
  ])('is not for %s', async (_name, address, headers) => {
    await ask('/probe/kept')
    expect((await ask(address, headers)).short).toBe(false)
  })
})

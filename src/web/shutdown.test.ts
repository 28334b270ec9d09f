import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { listen } from './listen.ts'
import { createLive } from './live.ts'
import { createShutdown } from './shutdown.ts'
import { nodeListener } from './start-web.ts'
import { Hono } from 'hono'
import type { WebApp, WebEnv } from './app.ts'

async function aServer(listener: (req: Request) => Response | Promise<Response>) {
  const app: WebApp = new Hono<WebEnv>()
  app.all('*', (c) => listener(c.req.raw))
  const server = createServer(nodeListener(app, { fault: () => {} }))
  await listen(server, { host: '127.0.0.1', port: 0 })
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

it('lets an answer under way finish, ends live streams, then closes in order', async () => {
  const live = createLive()
  const { server, url } = await aServer(async (req) => {
    if (req.url.endsWith('/live')) return live.stream(req, () => () => {})
    await sleep(150)
    return new Response('done')
  })
  const closed: string[] = []
  const stream = await fetch(`${url}/live`)
  const slow = fetch(`${url}/slow`).then((response) => response.text())
  await sleep(50)
  const stop = createShutdown({
    server,
    endStreams: () => live.close(),
    close: [async () => void closed.push('jobs'), () => void closed.push('database')],
  })
  const both = [stop(), stop()]
  expect(await slow).toBe('done')
  expect(await stream.text()).toContain('retry')
  expect(await Promise.all(both)).toEqual([true, true])
  expect(closed).toEqual(['jobs', 'database'])
  await expect(fetch(url)).rejects.toThrow('fetch failed')
})

it('cuts off what does not end, still closes underneath, and says so', async () => {
  const { server, url } = await aServer(() => new Promise<Response>(() => {}))
  const hanging = fetch(url).catch(() => 'cut')
  await sleep(50)
  const notes: string[] = []
  const closed: string[] = []
  const stop = createShutdown({
    server,
    endStreams: () => {},
    close: [() => Promise.reject(new Error('pool is gone')), () => void closed.push('after a failure')],
    within: 200,
    note: (text) => void notes.push(text),
  })
  expect(await stop()).toBe(false)
  expect(await hanging).toBe('cut')
  expect(closed).toEqual(['after a failure'])
  expect(notes).toEqual(['requests under way were cut off', 'closing failed: pool is gone'])
})

it('does not wait for a connection that is only kept alive', async () => {
  const { server, url } = await aServer(() => new Response('a'))
  await new Promise<void>((resolve, reject) => {
    const req = request(url, { headers: { connection: 'keep-alive' } }, (res) => res.resume().on('end', resolve))
    req.on('error', reject).end()
  })
  const started = performance.now()
  expect(await createShutdown({ server, endStreams: () => {}, close: [] })()).toBe(true)
  expect(performance.now() - started).toBeLessThan(1_000)
})

import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestCity } from '../../test/city.ts'
import { anyone, can, systemOnly } from '../kernel/access/index.ts'
import type { Caller } from '../kernel/app/index.ts'
import { download } from '../kernel/download/contract.ts'
import { defineTexts, mergeTexts } from '../kernel/i18n/index.ts'
import { operation } from '../kernel/operation/index.ts'
import { query } from '../kernel/query/index.ts'
import { refuse } from '../kernel/refusal/index.ts'
import type { Manifest } from '../kernel/registry/index.ts'
import { createApi } from './index.ts'
import type { ApiEnv } from './answer.ts'
import { OutboxReply } from './contract.ts'
import { texts as apiTexts } from './texts/index.ts'

type None = Record<string, never>

const weigh = operation<None>()({
  name: 'test.weigh',
  about: 'Weighs.',
  input: z.strictObject({ placeId: z.uuid(), grams: z.int().min(1) }),
  output: z.strictObject({ id: z.uuid(), grams: z.int() }),
  allow: can<{ placeId: string }>('test.weigh', (_db, { placeId }) => placeId),
  async run({ newId, confirm }, { grams }) {
    if (grams > 1000) confirm('test.heavy', { grams }, 'grams')
    if (grams === 13) throw new Error('a secret of the program')
    if (grams === 7) throw refuse('test.closed')
    return { id: newId(), grams }
  },
})
const upkeep = operation<None>()({
  name: 'test.upkeep',
  about: 'For the system.',
  input: z.strictObject({}),
  output: z.null(),
  allow: systemOnly(),
  run: async () => null,
})
const add = query<None>()({
  name: 'test.add',
  about: 'Adds.',
  input: z.strictObject({ one: z.int(), words: z.array(z.string()).default([]), loud: z.boolean().default(false) }),
  output: z.strictObject({ sum: z.int(), words: z.array(z.string()), loud: z.boolean() }),
  allow: anyone(),
  run: async (_context, { one, words, loud }) => ({ sum: one + 1, words, loud }),
})
const manifest: Manifest = {
  name: 'api-test',
  uses: [],
  operations: [weigh, upkeep],
  queries: [add],
  permissions: { 'test.weigh': ['teller'] },
  topics: [{ name: 'test-topic', about: 'Something was weighed.', allow: can('test.weigh', (_db, { id }) => id) }],
  downloads: [
    download({
      name: 'test.sum',
      about: 'The sum on paper.',
      query: add,
      formats: { 'a6.txt': { mediaType: 'text/plain', render: async ({ sum }) => Buffer.from(`= ${sum}`) } },
      fileName: ({ sum }) => `sum ${sum}/..`,
    }),
  ],
  texts: defineTexts(
    { 'refusal.test.heavy': 'Benar {grams} gram?', 'refusal.test.closed': 'Tutup.' },
    { 'refusal.test.heavy': 'Really {grams} grams?', 'refusal.test.closed': 'Closed.' },
  ),
}

const city = await openTestCity({ manifests: [manifest] })
let teller: Caller
let caller: Caller
const faults: unknown[] = []
const api = new Hono<ApiEnv>()
api.use(async (c, next) => {
  c.set('requestId', 'ref-1')
  c.set('origin', 'http://daha.test')
  c.set('sender', c.req.header('x-test-sender') ?? crypto.randomUUID())
  c.set('locale', c.req.query('bahasa') === 'en' ? 'en' : 'id')
  c.set('request', c.req.raw)
  c.set('identify', async () => ({ caller }))
  await next()
})
api.route(
  '/',
  createApi({
    city: city.app,
    texts: mergeTexts(apiTexts, ...city.app.registry.manifests.flatMap((each) => each.texts ?? [])),
    live: { stream: () => new Response('live') },
    listener: { subscribe: () => () => undefined, dataVersion: () => '0', close: async () => undefined },
    config: { publicUrl: 'http://daha.test', demo: true },
    fault: (error) => faults.push(error),
  }),
)

beforeAll(async () => {
  teller = await city.userWith({ roles: ['teller'] })
  caller = teller
})

const post = (name: string, body: unknown, headers: Record<string, string> = {}, address = 'operations') =>
  api.request(['/api', address, name].filter(Boolean).join('/'), {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const codeOf = async (response: Response) => ((await response.json()) as { error: { code: string } }).error.code

test('does an operation, and marks the answer as sample data', async () => {
  const response = await post('test.weigh', { placeId: city.rootId, grams: 500 })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ result: { grams: 500 } })
  expect(response.headers.get('x-daha-sample')).toBe('data contoh')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('the same key gives the same answer; the same key with other bytes is a conflict', async () => {
  const body = { placeId: city.rootId, grams: 20 }
  const first: unknown = await (await post('test.weigh', body, { 'idempotency-key': 'k-1' })).json()
  const again: unknown = await (await post('test.weigh', body, { 'idempotency-key': 'k-1' })).json()
  expect(again).toEqual(first)
  const other = await post('test.weigh', `${JSON.stringify(body)} `, { 'idempotency-key': 'k-1' })
  expect([other.status, await codeOf(other)]).toEqual([409, 'operation.key_reused'])
})

test('a question is 428 and passes once it is answered', async () => {
  const body = { placeId: city.rootId, grams: 5000 }
  const asked = await post('test.weigh?bahasa=en', body)
  expect(asked.status).toBe(428)
  expect(await asked.json()).toMatchObject({ error: { code: 'test.heavy', message: 'Really 5000 grams?' } })
  expect((await post('test.weigh', body, { confirm: 'test.heavy' })).status).toBe(200)
})

test('a wrong input names every field; wrong JSON and an unknown name are said', async () => {
  const wrong = await post('test.weigh', { grams: 0, extra: 1 })
  expect(wrong.status).toBe(422)
  const { error } = (await wrong.json()) as { error: { issues: { field: string; message: string }[] } }
  expect(error.issues.map(({ field }) => field).toSorted()).toEqual(['', 'grams', 'placeId'])
  expect(error.issues.every(({ message }) => message.length > 5)).toBe(true)
  expect(await codeOf(await post('test.weigh', '{"a":'))).toBe('input.not_json')
  const unknown = await post('test.nothing', {})
  expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'operation.unknown'])
})

test('a guest is told to sign in, whoever may not is refused, and nobody reaches the system’s own', async () => {
  const body = { placeId: city.rootId, grams: 1 }
  caller = city.guest
  expect((await post('test.weigh', body)).status).toBe(401)
  caller = await city.userWith({ roles: ['nurse'] })
  expect((await post('test.weigh', body)).status).toBe(403)
  caller = teller
  expect((await post('test.upkeep', {})).status).toBe(404)
})

test('a fault gives a reference number and nothing else', async () => {
  const response = await post('test.weigh', { placeId: city.rootId, grams: 13 })
  expect(response.status).toBe(500)
  expect(await response.text()).toBe('{"error":{"reference":"ref-1"}}')
  expect(String(faults.at(-1))).toContain('a secret of the program')
})

test('a dry run keeps nothing', async () => {
  const count = async () =>
    Number((await city.superuser.query<{ count: string }>('select count(*) from audit_entry')).rows[0]?.count)
  const before = await count()
  const response = await post('test.weigh?check=1', { placeId: city.rootId, grams: 2 })
  expect(await response.json()).toMatchObject({ checked: true, result: { grams: 2 } })
  expect(await count()).toBe(before)
})

test('a query reads its parameters as its schema wants them', async () => {
  const response = await api.request('/api/queries/test.add?one=41&words=a,b&loud=true')
  expect(await response.json()).toEqual({ result: { sum: 42, words: ['a', 'b'], loud: true } })
  expect((await api.request('/api/queries/test.add?one=x')).status).toBe(422)
  expect(await (await api.request('/api/queries/test.add?json={"one":1}')).json()).toMatchObject({ result: { sum: 2 } })
  const twice = await api.request('/api/queries/test.add?one=1&words=a&words=b&loud=')
  expect(await twice.json()).toEqual({ result: { sum: 2, words: ['a', 'b'], loud: false } })
  for (const wrong of ['one=', 'one=0x10', 'one=1&constructor=1']) {
    expect((await api.request(`/api/queries/test.add?${wrong}`)).status).toBe(422)
  }
})

test('a download has the query’s permission and a harmless file name', async () => {
  const response = await api.request('/unduh/test.sum.a6.txt?one=41')
  expect(await response.text()).toBe('= 42')
  expect(response.headers.get('content-disposition')).toBe('inline; filename="sum-42-.txt"')
  expect((await api.request('/api/downloads/test.sum.constructor?one=1')).status).toBe(404)
})

test('the outbox answers each act by itself, once, and tells a clock that is a day off', async () => {
  const act = (key: string, grams: number, at?: string) => ({
    operation: 'test.weigh',
    key,
    input: { placeId: city.rootId, grams },
    ...(at ? { at } : {}),
  })
  const body = { acts: [act('outbox-1', 1, '2026-10-11T02:41:00.000Z'), act('outbox-2', 7), act('outbox-3', 3)] }
  const send = async () =>
    (await (await post('', body, {}, 'outbox')).json()) as {
      answers: { saved: boolean; clockOffMinutes: number | null }[]
    }
  const first = await send()
  expect(first.answers.map(({ saved }) => saved)).toEqual([true, false, true])
  expect(first.answers[0]?.clockOffMinutes).toBe(24 * 60)
  expect(first.answers[1]).toMatchObject({ error: { code: 'test.closed', message: 'Tutup.' } })
  expect(OutboxReply.parse(await send())).toEqual(first)
})

test('an act at which the program fails does not hold up those behind it', async () => {
  const act = (key: string, grams: number) => ({
    operation: 'test.weigh',
    key,
    input: { placeId: city.rootId, grams },
  })
  const response = await post('', { acts: [act('outbox-5', 13), act('outbox-6', 4)] }, {}, 'outbox')
  const { answers } = OutboxReply.parse(await response.json())
  expect(answers.map(({ saved, error }) => ({ saved, error }))).toEqual([
    { saved: false, error: { reference: 'ref-1' } },
    { saved: true, error: undefined },
  ])
})

test('the document is served whole', async () => {
  const response = await api.request('/api/openapi.json')
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(response.headers.get('x-daha-sample')).toBe('data contoh')
  expect(Object.keys(((await response.json()) as { paths: object }).paths)).toContain('/api/operations/test.weigh')
})

test('live events: an unknown topic and an id that is none are not found, a guest is told to sign in', async () => {
  const statusOf = async (path: string) => (await api.request(`/api/live/${path}`)).status
  expect(await statusOf(`test.nothing/${city.rootId}`)).toBe(404)
  expect(await statusOf('test-topic/1')).toBe(404)
  expect(await statusOf(`test-topic/${city.rootId}`)).toBe(200)
  caller = city.guest
  expect(await statusOf(`test-topic/${city.rootId}`)).toBe(401)
  caller = teller
})

test('the reference can be searched, in both languages', async () => {
  const page = await (await api.request('/api?cari=weighs&bahasa=en')).text()
  expect(page).toContain('test.weigh')
  expect(page).not.toContain('test.sum.a6.txt')
  expect(page).not.toContain('<script')
  expect(page).toContain('Needs the permission test.weigh.')
  expect(page).toContain('npx daha do test.weigh --json')
  expect(await (await api.request('/api?cari=zzz')).text()).toContain('Tidak ada yang cocok')
})

test('a guest who asks too often is told to wait, whatever token or way is sent along; another is not', async () => {
  caller = city.guest
  const ask = (path: string, headers: Record<string, string>) => api.request(path, { headers })
  const statuses = new Set<number>()
  for (let i = 0; i < 80; i += 1) {
    const headers = { 'x-test-sender': '192.0.2.7', 'x-forwarded-for': `192.0.2.${i}`, authorization: `Bearer ${i}` }
    statuses.add((await ask(i % 2 === 0 ? '/api/nothing' : '/unduh/nothing', headers)).status)
  }
  expect(statuses).toEqual(new Set([404, 429]))
  expect((await ask('/api/nothing', { 'x-test-sender': '192.0.2.8' })).status).toBe(404)
  caller = teller
  expect((await ask('/api/nothing', { 'x-test-sender': '192.0.2.7' })).status).toBe(404)
})

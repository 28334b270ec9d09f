import { z } from 'zod'
import { Hono } from 'hono'
import type { MiddlewareHandler } from 'hono'
import { answering, inputFromAddress, readJson, refused, SAMPLE, wordError } from './answer.ts'
import type { ApiContext, ApiEnv, ApiParts } from './answer.ts'
import { openApiDocument } from './openapi.ts'
import { createGuestLimit } from './guest-limit.ts'
import { referencePage, referenceStyle } from './reference.ts'
import { Outbox } from './contract.ts'
import { openGate } from '../kernel/access/index.ts'
import { findFormat } from '../kernel/download/contract.ts'
import type { Caller } from '../kernel/app/index.ts'
import { businessDay, millisecondsBetween } from '../kernel/clock/index.ts'
import { refuse, refuseZod } from '../kernel/refusal/index.ts'
import type { Refusal } from '../kernel/refusal/index.ts'

/**
 * Every operation, query and download under its own name. There is no list of routes: what the manifests offer is
 * what there is.
 */
export function createApi(parts: ApiParts): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>()
  const isOverLimit = createGuestLimit()
  const guard: MiddlewareHandler<ApiEnv> = async (c, next) => {
    if ((await isGuest(c)) && isOverLimit(c.get('sender'))) {
      c.res = refused(parts, c, refuse('api.too_many', {}, { kind: 'limit' }))
    } else await next()
    c.res.headers.set('cache-control', 'no-store')
    if (parts.city.city.demo) c.res.headers.set('x-daha-sample', SAMPLE)
  }
  app.use('/api/*', guard)
  app.use('/unduh/*', guard)
  app.post('/api/operations/:name', (c) => answering(parts, c, (caller) => doOperation(parts, c, caller)))
  app.get('/api/queries/:name', (c) => answering(parts, c, (caller) => askQuery(parts, c, caller)))
  app.post('/api/queries/:name', (c) => answering(parts, c, (caller) => askQuery(parts, c, caller)))
  app.get('/api/downloads/:file', (c) => answering(parts, c, (caller) => sendDownload(parts, c, caller)))
  app.get('/unduh/:file', (c) => answering(parts, c, (caller) => sendDownload(parts, c, caller)))
  app.post('/api/outbox', (c) => answering(parts, c, (caller) => takeOutbox(parts, c, caller)))
  app.get('/api/live/:topic/:id', (c) => answering(parts, c, (caller) => streamTopic(parts, c, caller)))
  let document: string | undefined
  app.get('/api/openapi.json', (c) => {
    document ??= JSON.stringify(openApiDocument(parts.city.registry, parts.city.city.name))
    return c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
  app.get('/api', (c) => referencePage(parts, c))
  app.get('/api/reference.css', (c) => c.text(referenceStyle, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.all('/api/*', (c) => refused(parts, c, unknownName(c.req.path)))
  return app
}

/** Whoever sends a token or a session that opens nothing is a guest too. */
async function isGuest(c: ApiContext): Promise<boolean> {
  const identity = await c
    .get('identify')()
    .catch(() => undefined)
  return identity === undefined || identity.caller.actor.kind === 'guest'
}

function unknownName(name: string): Refusal {
  return refuse('operation.unknown', { name }, { kind: 'not_found' })
}

async function doOperation({ city }: ApiParts, c: ApiContext, caller: Caller): Promise<Response> {
  const name = c.req.param('name') ?? ''
  const operation = city.registry.operations.get(name)
  if (!operation || operation.says.rule === 'system') throw unknownName(name)
  const { bytes, value } = await readJson(c)
  const key = c.req.header('idempotency-key')
  const confirm = (c.req.header('confirm') ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean)
  const check = c.req.query('check') === '1'
  const reply: unknown = await caller.do(operation, value, { received: bytes, confirm, check, ...(key ? { key } : {}) })
  return Response.json({ result: reply ?? null, ...(check ? { checked: true } : {}) })
}

async function askQuery({ city }: ApiParts, c: ApiContext, caller: Caller): Promise<Response> {
  const name = c.req.param('name') ?? ''
  const query = city.registry.queries.get(name)
  if (!query || query.says.rule === 'system') throw unknownName(name)
  const input =
    c.req.method === 'POST'
      ? (await readJson(c)).value
      : inputFromAddress(query.input as z.ZodType, new URL(c.req.url).searchParams)
  return Response.json({ result: (await caller.ask(query, input)) as unknown })
}

/** `deposit.receipt.58.pdf` is the download `deposit.receipt` in its format `58.pdf`. */
async function sendDownload({ city, config }: ApiParts, c: ApiContext, caller: Caller): Promise<Response> {
  const file = c.req.param('file') ?? ''
  const found = findFormat(city.registry.downloads, file)
  if (!found) throw unknownName(file)
  const { download, ending, format } = found
  const data: unknown = await caller.ask(
    download.query,
    inputFromAddress(download.query.input as z.ZodType, new URL(c.req.url).searchParams),
  )
  const publicUrl = config.demo ? c.get('origin') : config.publicUrl
  const bytes = await format.render(data, { locale: c.get('locale'), city: city.city, publicUrl })
  const name = `${download.fileName(data).replaceAll(/[^\w-]+/g, '-')}.${ending.split('.').at(-1)}`
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': format.mediaType, 'content-disposition': `inline; filename="${name}"` },
  })
}

const CLOCK_TOLERANCE_MS = 60 * 60_000

/**
 * What a device did without signal, in its order. Each act is answered by itself, so that one refusal does not hold up
 * the rest; the same key again gets the same answer. The device's clock is told when it is off; the server's rules.
 */
async function takeOutbox(parts: ApiParts, c: ApiContext, caller: Caller): Promise<Response> {
  const parsed = Outbox.safeParse((await readJson(c)).value)
  if (!parsed.success) throw refuseZod(parsed.error, undefined)
  const { city } = parts
  const answers = []
  for (const { operation: name, key, input, confirm, at } of parsed.data.acts) {
    const off = at === undefined ? 0 : millisecondsBetween(city.clock.now(), at)
    const clockOffMinutes = Math.abs(off) > CLOCK_TOLERANCE_MS ? Math.round(off / 60_000) : null
    const answer = await doAct(parts, c, caller, { name, key, input, confirm })
    answers.push({ key, clockOffMinutes, ...answer })
  }
  return Response.json({ answers, serverAt: city.clock.now() })
}

async function doAct(
  parts: ApiParts,
  c: ApiContext,
  caller: Caller,
  act: { name: string; key: string; input: unknown; confirm: readonly string[] },
) {
  try {
    const operation = parts.city.registry.operations.get(act.name)
    if (!operation || operation.says.rule === 'system') throw unknownName(act.name)
    return {
      saved: true,
      result: (await caller.do(operation, act.input, { key: act.key, confirm: act.confirm })) as unknown,
    }
  } catch (error) {
    // A fault of ours in one act must not hold up those behind it either.
    return { saved: false, error: wordError(parts, c, error).error }
  }
}

async function streamTopic({ city, live, listener }: ApiParts, c: ApiContext, caller: Caller): Promise<Response> {
  const name = c.req.param('topic') ?? ''
  const id = c.req.param('id') ?? ''
  const topic = city.registry.manifests.flatMap((manifest) => manifest.topics ?? []).find((each) => each.name === name)
  if (!topic || !z.uuid().safeParse(id).success) throw unknownName(`${name}/${id}`)
  const now = city.clock.now()
  const gate = openGate({
    client: city.pool.pg,
    db: city.pool.kysely(),
    actor: caller.actor,
    now,
    today: businessDay(now, city.city.zone),
    rolesWith: city.rolesWith,
  })
  await topic.allow.decide(gate, { id })
  return live.stream(c.get('request'), (send) =>
    listener.subscribe(name, id, (changed) => send({ event: name, data: { id: changed } })),
  )
}

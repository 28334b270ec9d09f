import type { Context } from 'hono'
import { z } from 'zod'
import type { App, Caller } from '../kernel/app/index.ts'
import type { Config } from '../kernel/config/index.ts'
import type { Texts } from '../kernel/i18n/index.ts'
import type { LiveListener } from '../kernel/live/index.ts'
import { refuse, Refusal, reportRefusal, treatment } from '../kernel/refusal/index.ts'
import type { RefusalReport } from '../kernel/refusal/index.ts'
import type { Locale } from '../kernel/i18n/contract.ts'

/** What the server has found out about a request before it comes here. */
export interface ApiEnv {
  Variables: {
    requestId: string
    origin: string
    locale: Locale
    /** With a bounded body; used instead of `c.req.raw`. */
    request: Request
    identify: () => Promise<{ readonly caller: Caller }>
  }
}

/** How an answer of server-sent events is made; `subscribe` answers how to stop. */
export interface EventStreams {
  stream(request: Request, subscribe: (send: (event: { event: string; data: unknown }) => void) => () => void): Response
}

/** What the REST door needs of the running program. */
export interface ApiParts {
  readonly city: App
  readonly texts: Texts
  readonly live: EventStreams
  readonly listener: LiveListener
  readonly config: Pick<Config, 'publicUrl' | 'demo'>
  fault(error: unknown, requestId: string): void
}

export type ApiContext = Context<ApiEnv>

/** Marks every answer of a demo, also those that hold no row. */
const SAMPLE = 'data contoh'

/**
 * Runs one request: a refusal becomes its status and its report in the reader's language, anything else a reference
 * number and nothing more.
 */
export async function answering(
  parts: ApiParts,
  c: ApiContext,
  work: (caller: Caller) => Promise<Response>,
): Promise<Response> {
  const response = await attempt(parts, c, work)
  response.headers.set('cache-control', 'no-store')
  if (parts.city.city.demo) response.headers.set('x-daha-sample', SAMPLE)
  return response
}

async function attempt(parts: ApiParts, c: ApiContext, work: (caller: Caller) => Promise<Response>): Promise<Response> {
  try {
    const identity = await c.get('identify')()
    return await work(identity.caller)
  } catch (error) {
    if (error instanceof Refusal) return refused(parts, c, error)
    const reference = c.get('requestId')
    parts.fault(error, reference)
    return Response.json({ error: { reference } }, { status: 500 })
  }
}

export function refused(parts: ApiParts, c: ApiContext, refusal: Refusal): Response {
  return Response.json({ error: wordRefusal(parts, c, refusal) }, { status: statusOf(refusal) })
}

export function wordRefusal(parts: ApiParts, c: ApiContext, refusal: Refusal): RefusalReport {
  return reportRefusal(refusal, parts.texts, c.get('locale'))
}

/** A guest who lacks a sign-in is told 401; whoever is known and may not, 403. */
function statusOf(refusal: Refusal): 401 | 403 | 404 | 409 | 422 | 428 | 429 {
  if (refusal.code === 'access.sign_in') return 401
  return treatment[refusal.kind].status as 403
}

const BYTES_MAX = 4_000_000

/** The received bytes, over which the idempotency hash runs, and the JSON in them. */
export async function readJson(c: ApiContext): Promise<{ bytes: Buffer; value: unknown }> {
  const bytes = Buffer.from(await c.get('request').arrayBuffer())
  if (bytes.length > BYTES_MAX) throw refuse('input.too_big', { max: BYTES_MAX }, { kind: 'limit' })
  if (bytes.length === 0) return { bytes, value: {} }
  try {
    return { bytes, value: JSON.parse(bytes.toString('utf8')) as unknown }
  } catch {
    throw refuse('input.not_json', {}, { kind: 'invalid' })
  }
}

/**
 * The parameters of an address as an input: `json={…}`, or one parameter a field, read as the schema wants it
 * (`page=2` is a number). What cannot be read so stays text, and the schema says what is wrong.
 */
export function inputFromAddress(schema: z.ZodType, parameters: URLSearchParams): unknown {
  const json = parameters.get('json')
  if (json !== null) {
    try {
      return JSON.parse(json) as unknown
    } catch {
      throw refuse('input.not_json', {}, { kind: 'invalid' })
    }
  }
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {}
  const given = [...parameters].filter(([name]) => name !== 'bahasa')
  return Object.fromEntries(given.map(([name, text]) => [name, readParameter(shape[name], text)]))
}

function readParameter(schema: z.ZodType | undefined, text: string): unknown {
  if (!schema || schema.safeParse(text).success) return text
  for (const value of [Number(text), text === 'true' ? true : text === 'false' ? false : undefined, splitList(text)]) {
    if (value !== undefined && schema.safeParse(value).success) return value
  }
  return text
}

function splitList(text: string): string[] {
  return text.split(',').filter((part) => part !== '')
}

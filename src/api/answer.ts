import type { Context } from 'hono'
import { z } from 'zod'
import type { App, Caller } from '../kernel/app/index.ts'
import type { Config } from '../kernel/config/index.ts'
import { toRefusal } from '../kernel/database/index.ts'
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
    /** Network address of the sender. */
    sender: string
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
export const SAMPLE = 'data contoh'

/**
 * Runs one request: a refusal becomes its status and its report in the reader's language, anything else a reference
 * number and nothing more.
 */
export async function answering(
  parts: ApiParts,
  c: ApiContext,
  work: (caller: Caller) => Promise<Response>,
): Promise<Response> {
  try {
    const identity = await c.get('identify')()
    return await work(identity.caller)
  } catch (error) {
    const answer = wordError(parts, c, error)
    return Response.json({ error: answer.error }, { status: answer.status })
  }
}

/** A refusal as its report; of anything else a number only, under which the whole of it stands in our log. */
export function wordError(
  parts: ApiParts,
  c: ApiContext,
  error: unknown,
): { status: number; error: RefusalReport | { reference: string } } {
  const refusal = toRefusal(error, parts.city.constraints)
  if (refusal instanceof Refusal) {
    return { status: statusOf(refusal), error: reportRefusal(refusal, parts.texts, c.get('locale')) }
  }
  const reference = c.get('requestId')
  parts.fault(error, reference)
  return { status: 500, error: { reference } }
}

export function refused(parts: ApiParts, c: ApiContext, refusal: Refusal): Response {
  const { status, error } = wordError(parts, c, refusal)
  return Response.json({ error }, { status })
}

/** A guest who lacks a sign-in is told 401; whoever is known and may not, 403. */
function statusOf(refusal: Refusal): number {
  return refusal.code === 'access.sign_in' ? 401 : treatment[refusal.kind].status
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
 * (`page=2` is a number); an empty field of a form counts as not given. What cannot be read so stays text, and the
 * schema says what is wrong.
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
  const names = new Set(parameters.keys())
  names.delete('bahasa')
  const read = [...names].map((name) => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    return [name, readParameter(field, parameters.getAll(name))] as const
  })
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

function readParameter(schema: z.ZodType | undefined, texts: readonly string[]): unknown {
  const text = texts.at(-1) ?? ''
  const accepts = (value: unknown) => schema !== undefined && schema.safeParse(value).success
  if (texts.length > 1 && accepts(texts)) return texts
  if (schema === undefined || accepts(text)) return text
  if (text === '') return undefined
  if (/^-?\d+(\.\d+)?$/.test(text) && accepts(Number(text))) return Number(text)
  if ((text === 'true' || text === 'false') && accepts(text === 'true')) return text === 'true'
  const list = text.split(',').filter((part) => part !== '')
  return accepts(list) ? list : text
}

import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { redact } from './redact.ts'

const current = new AsyncLocalStorage<string>()

/**
 * The id of a request: the one that a proxy in front gave in `X-Request-Id`, when it is short, plain and names nobody;
 * otherwise a new one.
 */
export function requestIdFrom(header: string | null | undefined): string {
  const usable = header !== null && header !== undefined && /^[\w-]{8,64}$/.test(header) && redact(header) === header
  return usable ? header : randomUUID()
}

/** Runs the work with this request id on every log line that is written in it, also after it has waited. */
export function inRequest<T>(requestId: string, work: () => T): T {
  return current.run(requestId, work)
}

/** The id of the request that is being worked for; undefined outside one. */
export function currentRequestId(): string | undefined {
  return current.getStore()
}

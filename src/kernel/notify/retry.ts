import { createHash } from 'node:crypto'
import { type Instant, addSeconds } from '../clock/contract.ts'

/** Seconds to wait after the first, second … failed attempt. After the last the message counts as not delivered. */
export const retryDelays = [60, 300, 1800, 7200, 21_600, 43_200] as const

/**
 * When to try again after attempt number `attempt` (from 1) failed; `undefined` when it is given up: the gateway refused
 * for good, or all delays are used up. The wait is up to a tenth longer, by the message's key, so that a gateway that
 * comes back is not met by all messages at once and the plan stays the same when computed again.
 */
export function retryAt(failure: {
  failedAt: Instant
  attempt: number
  key: string
  isFinal: boolean
}): Instant | undefined {
  if (!Number.isInteger(failure.attempt) || failure.attempt < 1)
    throw new RangeError(`no such attempt: ${failure.attempt}`)
  const delay = retryDelays[failure.attempt - 1]
  if (failure.isFinal || delay === undefined) return undefined
  const part = createHash('sha256').update(`${failure.key}:${failure.attempt}`).digest().readUInt16BE(0) / 0x10000
  return addSeconds(failure.failedAt, delay + Math.floor((delay / 10) * part))
}

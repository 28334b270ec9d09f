import { addMilliseconds, instantOf, parseInstant } from './instant.ts'
import type { Instant } from './instant.ts'

/** Where a program reads the time. It is an argument, so that a test can say what time it is. */
export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => instantOf(Date.now()) }

/** Always the same instant. */
export function fixedClock(instant: Instant): Clock {
  const now = parseInstant(instant)
  return { now: () => now }
}

/**
 * Starts at an instant and moves on by `step` milliseconds at every reading, so that no two readings are equal;
 * `advance` jumps.
 */
export function tickingClock(start: Instant, step = 1): Clock & { advance(milliseconds: number): void } {
  let next = parseInstant(start)
  return {
    now() {
      const now = next
      next = addMilliseconds(next, step)
      return now
    },
    advance(milliseconds) {
      next = addMilliseconds(next, milliseconds)
    },
  }
}

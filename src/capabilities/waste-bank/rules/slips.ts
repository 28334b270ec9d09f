import { millisecondsBetween } from '../../../kernel/clock/contract.ts'

/** A price more than half up or down against the last list is asked again. */
export function isPriceJump(before: number, after: number): boolean {
  return before > 0 && (after * 2 > before * 3 || after * 2 < before)
}

/** A line so many times the member's usual one is asked again; with fewer than three earlier lines nothing is usual. */
export function isUnusual(quantity: number, earlier: readonly number[], factor: number): boolean {
  return earlier.length >= 3 && quantity > median(earlier) * factor
}

/** Middle value of a list that is not empty; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

const OWN_REVERSAL_MS = 10 * 60_000

/** Who recorded a thing may take it back alone for ten minutes; after that somebody else must. */
export function mayReverseAlone(recorded: { by: string; at: string }, actor: { by: string; at: string }): boolean {
  return recorded.by !== actor.by || millisecondsBetween(recorded.at, actor.at) <= OWN_REVERSAL_MS
}

const CLOCK_TOLERANCE_MS = 60 * 60_000

/** Minutes by which a device's clock is off, when it is more than an hour; else null. */
export function clockOff(deviceAt: string | undefined, serverAt: string): number | null {
  if (deviceAt === undefined) return null
  const off = millisecondsBetween(serverAt, deviceAt)
  return Math.abs(off) > CLOCK_TOLERANCE_MS ? Math.round(off / 60_000) : null
}

import { type Instant, addDays, businessDay, instantAt, localTime, parseInstant } from '../clock/contract.ts'

/** Wall-clock times `HH:MM`, 24 hours; `from` may be later than `to`, over midnight. Equal times mean no quiet hours. */
export interface QuietHours {
  from: string
  to: string
}

export type Urgency = 'at_once' | 'in_waking_hours'

function minutesOf(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (match === null) throw new RangeError(`not a time of the day: ${JSON.stringify(time)}`)
  return Number(match[1]) * 60 + Number(match[2])
}

/** Whether the wall clock of the zone is in the quiet hours; `from` belongs to them, `to` does not. */
export function isQuiet(now: Instant, zone: string, quiet: QuietHours): boolean {
  const [from, to] = [minutesOf(quiet.from), minutesOf(quiet.to)]
  const { hour, minute } = localTime(now, zone)
  const clock = hour * 60 + minute
  return from <= to ? from <= clock && clock < to : clock >= from || clock < to
}

/**
 * When a message goes out: now, or at the end of the quiet hours of its receiver. What cannot wait (a code for signing
 * in, a withdrawal just paid) goes at once. Throws a RangeError for a time that is none.
 */
export function sendAt(message: { now: Instant; zone: string; quiet?: QuietHours; urgency: Urgency }): Instant {
  const now = parseInstant(message.now)
  const { quiet, zone } = message
  if (quiet === undefined || !isQuiet(now, zone, quiet) || message.urgency === 'at_once') return now
  const end = minutesOf(quiet.to)
  const time = { hour: Math.floor(end / 60), minute: end % 60 }
  const today = businessDay(now, zone)
  const endToday = instantAt(today, time, zone)
  return endToday > now ? endToday : instantAt(addDays(today, 1), time, zone)
}

/**
 * Instants: points in time as text, UTC with milliseconds (`2026-10-10T02:41:00.000Z`), so that text order is time
 * order. Zones are IANA names; the city says which (`Asia/Jakarta`). Isomorphic.
 */
import { civilDate, dayNumber, parseCivilDate } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'

declare const flavour: unique symbol

/** UTC, milliseconds, ends in `Z`. Any string fits the type; a `CivilDate` does not. */
export type Instant = string & { readonly [flavour]?: 'instant' }

/** A time of the day in a zone. */
export type LocalTime = { readonly hour: number; readonly minute: number; readonly second: number }

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const offsetPattern = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)$/
const dayMilliseconds = 86_400_000

export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !instantPattern.test(text)) return false
  const epoch = Date.parse(text)
  return Number.isFinite(epoch) && new Date(epoch).toISOString() === text
}

/**
 * Reads ISO 8601 with `Z` or an offset and gives the one form that we keep. A time without zone is refused.
 * @throws RangeError
 */
export function parseInstant(text: string): Instant {
  const match = offsetPattern.exec(text)
  if (match === null) throw new RangeError(`not an instant: ${JSON.stringify(text)}`)
  parseCivilDate(match[1] ?? '')
  const offset = match[4] ?? 'Z'
  const zone = /^[+-]\d{2}$/.test(offset) ? `${offset}:00` : offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const epoch = Date.parse(text.slice(0, text.length - offset.length).replace(' ', 'T') + zone)
  return instantOf(epoch)
}

/** @param epoch milliseconds since 1970-01-01T00:00Z */
export function instantOf(epoch: number): Instant {
  if (!Number.isFinite(epoch)) throw new RangeError('not an instant')
  return new Date(epoch).toISOString()
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function epochOf(instant: Instant): number {
  const epoch = Date.parse(instant)
  if (!Number.isFinite(epoch) || !/(Z|[+-]\d{2}(:?\d{2})?)$/.test(instant)) {
    throw new RangeError(`not an instant: ${JSON.stringify(instant)}`)
  }
  return epoch
}

export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return instantOf(epochOf(instant) + milliseconds)
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return addMilliseconds(instant, seconds * 1000)
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return addMilliseconds(instant, minutes * 60_000)
}

export function addHours(instant: Instant, hours: number): Instant {
  return addMilliseconds(instant, hours * 3_600_000)
}

/** From the first to the second; negative when the second is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return epochOf(to) - epochOf(from)
}

/** The date on the wall calendar of that zone. */
export function businessDay(instant: Instant, zone: string): CivilDate {
  const wall = wallClock(epochOf(instant), zone)
  return civilDate(wall.year, wall.month, wall.day)
}

/** The time on the wall clock of that zone. */
export function localTime(instant: Instant, zone: string): LocalTime {
  const { hour, minute, second } = wallClock(epochOf(instant), zone)
  return { hour, minute, second }
}

/**
 * The instant at which the wall clock of the zone shows that time.
 * A time skipped by daylight saving gives the instant as if the clock had not been moved.
 */
export function instantAt(
  date: CivilDate,
  time: { hour: number; minute: number; second?: number },
  zone: string,
): Instant {
  const local = dayNumber(date) * dayMilliseconds + ((time.hour * 60 + time.minute) * 60 + (time.second ?? 0)) * 1000
  const first = local - zoneOffset(local, zone)
  return instantOf(local - zoneOffset(first, zone))
}

/** Midnight at which that day begins in the zone. */
export function startOfDay(date: CivilDate, zone: string): Instant {
  return instantAt(date, { hour: 0, minute: 0 }, zone)
}

/** Whether the platform knows the IANA zone. */
export function isZone(zone: string): boolean {
  try {
    return wallFormat(zone) !== undefined
  } catch {
    return false
  }
}

const wallFormats = new Map<string, Intl.DateTimeFormat>()

function wallFormat(zone: string): Intl.DateTimeFormat {
  let format = wallFormats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    wallFormats.set(zone, format)
  }
  return format
}

function wallClock(epoch: number, zone: string) {
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of wallFormat(zone).formatToParts(epoch)) {
    if (type in wall) wall[type as keyof typeof wall] = Number(value)
  }
  return wall
}

function zoneOffset(epoch: number, zone: string): number {
  const whole = Math.floor(epoch / 1000) * 1000
  const { year, month, day, hour, minute, second } = wallClock(whole, zone)
  const days = dayNumber(civilDate(year, month, day))
  return days * dayMilliseconds + ((hour * 60 + minute) * 60 + second) * 1000 - whole
}

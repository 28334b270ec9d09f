import { randomBytes, randomFillSync } from 'node:crypto'
import { epochOf, instantOf } from '../clock/index.ts'
import type { Clock, Instant } from '../clock/index.ts'

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const COUNTER_END = 0x1000

interface Last {
  millisecond: number
  counter: number
}

// By clock, so that a test with a clock of its own does not move the ids of another.
const lastByClock = new WeakMap<Clock, Last>()

/**
 * A new UUIDv7 (RFC 9562 §5.7), greater than every earlier one of the same clock in this process, also when the clock
 * stands still or goes back: the 12 bits after the time are a counter with a random start (§6.2, method 1), and a
 * full counter borrows the next millisecond. 62 bits are random.
 */
export function newId(clock: Clock): string {
  const { millisecond, counter } = advance(clock, epochOf(clock.now()))
  const bytes = Buffer.allocUnsafe(16)
  takeRandom(bytes, 8)
  bytes.writeUIntBE(millisecond, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | (bytes.readUInt8(8) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Random bytes are fetched for many ids at once: a call for each costs more than the rest of the id. */
const stock = Buffer.alloc(4096)
let taken = stock.length

function takeRandom(into: Buffer, from: number): void {
  const wanted = into.length - from
  if (taken + wanted > stock.length) {
    randomFillSync(stock)
    taken = 0
  }
  stock.copy(into, from, taken, taken + wanted)
  taken += wanted
}

function advance(clock: Clock, millisecond: number): Last {
  const last = lastByClock.get(clock)
  const next = last === undefined || millisecond > last.millisecond ? started(millisecond) : after(last)
  lastByClock.set(clock, next)
  return next
}

function started(millisecond: number): Last {
  // Half of the counter stays free, so that a burst of 2,048 ids has room within its millisecond.
  return { millisecond, counter: randomBytes(2).readUInt16BE(0) & 0x7ff }
}

function after(last: Last): Last {
  const counter = last.counter + 1
  return counter < COUNTER_END ? { millisecond: last.millisecond, counter } : started(last.millisecond + 1)
}

/** Whether the text is a UUIDv7 in lower case with dashes. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && pattern.test(text)
}

/**
 * When the id was made, as its maker's clock said; within milliseconds, never a proof.
 * @throws RangeError when the text is not a UUIDv7
 */
export function idMadeAt(id: string): Instant {
  if (!isId(id)) throw new RangeError('not a UUIDv7')
  return instantOf(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}

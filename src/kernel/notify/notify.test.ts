import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAt, instantOf, localTime, millisecondsBetween } from '../clock/contract.ts'
import { GatewayFailure, type OutgoingMessage, mailboxGateway } from './gateway.ts'
import { onceKey } from './once-key.ts'
import { isStopRequest, mayReach } from './opt-out.ts'
import { isQuiet, sendAt } from './quiet-hours.ts'
import { retryAt, retryDelays } from './retry.ts'

const zone = 'Asia/Jakarta'
const night = { from: '20:00', to: '07:00' }
const at = (hour: number, minute = 0) => instantAt('2026-10-10', { hour, minute }, zone)

describe('quiet hours', () => {
  it('hold a message of the evening and of the early morning until seven', () => {
    const plan = (now: string) => sendAt({ now, zone, quiet: night, urgency: 'in_waking_hours' })
    expect(plan(at(19, 59))).toBe(at(19, 59))
    expect(plan(at(20))).toBe(instantAt('2026-10-11', { hour: 7, minute: 0 }, zone))
    expect(plan(at(3))).toBe(at(7))
    expect(plan(at(7))).toBe(at(7))
  })

  it('let pass what cannot wait, and everything where there are none', () => {
    expect(sendAt({ now: at(3), zone, quiet: night, urgency: 'at_once' })).toBe(at(3))
    expect(sendAt({ now: at(3), zone, urgency: 'in_waking_hours' })).toBe(at(3))
    expect(sendAt({ now: at(3), zone, quiet: { from: '03:00', to: '03:00' }, urgency: 'in_waking_hours' })).toBe(at(3))
  })

  it('never send earlier, never within them, and wait less than a day', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const instant = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }).map(instantOf)
    fc.assert(
      fc.property(instant, time, time, fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura'), (now, from, to, place) => {
        const quiet = { from, to }
        const planned = sendAt({ now, zone: place, quiet, urgency: 'in_waking_hours' })
        const wait = millisecondsBetween(now, planned)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThan(24 * 3_600_000)
        expect(isQuiet(planned, place, quiet)).toBe(false)
        if (wait > 0) expect(localTime(planned, place).hour).toBe(Number(to.slice(0, 2)))
      }),
    )
  })

  it('refuse a time that is none', () => {
    for (const from of ['24:00', '7:00', '', '07.00']) {
      expect(() => sendAt({ now: at(3), zone, quiet: { from, to: '07:00' }, urgency: 'in_waking_hours' })).toThrow(
        RangeError,
      )
    }
  })
})

describe('retryAt', () => {
  const failure = { failedAt: at(9), attempt: 1, key: 'k', isFinal: false }

  it('waits longer each time, at most a tenth over the delay, the same when asked again', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: retryDelays.length }), (key, attempt) => {
        const next = retryAt({ ...failure, key, attempt })
        const delay = (retryDelays[attempt - 1] ?? 0) * 1000
        const wait = millisecondsBetween(failure.failedAt, next ?? '')
        expect(wait).toBeGreaterThanOrEqual(delay)
        expect(wait).toBeLessThanOrEqual(delay * 1.1)
        expect(retryAt({ ...failure, key, attempt })).toBe(next)
      }),
    )
  })

  it('gives up after the last delay, and at once when the gateway refused for good', () => {
    expect(retryAt({ ...failure, attempt: retryDelays.length + 1 })).toBeUndefined()
    expect(retryAt({ ...failure, isFinal: true })).toBeUndefined()
    for (const attempt of [0, -1, 1.5]) expect(() => retryAt({ ...failure, attempt })).toThrow(RangeError)
  })
})

describe('onceKey', () => {
  const occasion = { topic: 'waste.deposit_recorded', subjectId: 'a', recipientId: 'p', channel: 'sms' }

  it('is the same for the same message and another for any other', () => {
    expect(onceKey({ ...occasion })).toBe(onceKey(occasion))
    const others = [
      { topic: 'x' },
      { subjectId: 'b' },
      { recipientId: 'q' },
      { channel: 'email' },
      { occurrence: '2026-10-10' },
    ]
    const keys = [occasion, ...others.map((part) => ({ ...occasion, ...part }))].map(onceKey)
    expect(new Set(keys).size).toBe(others.length + 1)
  })

  it('cannot be confused by where one part ends', () => {
    expect(onceKey({ ...occasion, topic: 'a', subjectId: 'b:c' })).not.toBe(
      onceKey({ ...occasion, topic: 'a:b', subjectId: 'c' }),
    )
  })
})

describe('mayReach', () => {
  const reach = { topic: 'waste.price_changed', isRequired: false, optOuts: [], hasAddress: true }

  it('respects what was turned off: a topic, a room, everything', () => {
    for (const off of ['waste.price_changed', 'waste', 'all']) {
      expect(mayReach({ ...reach, optOuts: [off] })).toEqual({ send: false, because: 'opted_out' })
    }
    for (const off of ['waste.other', 'was', 'credit'])
      expect(mayReach({ ...reach, optOuts: [off] })).toEqual({ send: true })
  })

  it('tells what must be told, where there is an address', () => {
    expect(mayReach({ ...reach, isRequired: true, optOuts: ['all'] })).toEqual({ send: true })
    expect(mayReach({ ...reach, isRequired: true, hasAddress: false })).toEqual({ send: false, because: 'no_address' })
  })

  it('understands a request to stop, and no longer sentence', () => {
    expect(['BERHENTI', ' Stop. ', 'unreg'].every(isStopRequest)).toBe(true)
    expect(['jangan berhenti', '', 'stopkontak'].some(isStopRequest)).toBe(false)
  })
})

describe('mailboxGateway', () => {
  const message: OutgoingMessage = {
    id: 'm1',
    channel: 'sms',
    to: '+6281234567890',
    locale: 'id',
    text: 'Setoran Anda tercatat.',
  }

  it('answers every channel with a reference', async () => {
    const gateway = mailboxGateway()
    expect(gateway.channels).toContain('sms')
    expect(await gateway.send(message)).toEqual({ ref: 'mailbox:m1' })
  })

  it('refuses for good what has no receiver or no words', async () => {
    await expect(mailboxGateway().send({ ...message, to: '' })).rejects.toThrow(GatewayFailure)
    await expect(mailboxGateway().send({ ...message, text: '' })).rejects.toMatchObject({ isFinal: true })
  })
})

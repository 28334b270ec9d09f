import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMilliseconds, fixedClock, instantOf, tickingClock } from '../clock/index.ts'
import {
  base32,
  Id,
  idMadeAt,
  isId,
  isPublicToken,
  newId,
  newOneTimeCode,
  newPublicToken,
  PublicToken,
  readOneTimeCode,
} from './index.ts'

const noon = '2026-10-10T05:00:00.000Z'

describe('newId', () => {
  test('is a UUIDv7 that carries the time of the clock', () => {
    const id = newId(fixedClock(noon))
    expect(isId(id)).toBe(true)
    expect(Id.safeParse(id).success).toBe(true)
    expect(idMadeAt(id)).toBe(noon)
  })

  test('rises strictly under a clock that stands still, far past its counter', () => {
    const clock = fixedClock(noon)
    const ids = Array.from({ length: 20_000 }, () => newId(clock))
    expect(ids.toSorted()).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    expect(idMadeAt(ids.at(-1)!) <= addMilliseconds(noon, 20)).toBe(true)
  })

  test('rises strictly whatever the clock does', () => {
    const steps = fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 2, maxLength: 200 })
    fc.assert(
      fc.property(steps, (jumps) => {
        let now = noon
        const clock = { now: () => now }
        const ids = jumps.map((jump) => {
          now = addMilliseconds(now, jump)
          return newId(clock)
        })
        return ids.every((id, index) => index === 0 || id > ids[index - 1]!)
      }),
    )
  })

  test('two clocks do not move one another', () => {
    newId(fixedClock('2090-01-01T00:00:00.000Z'))
    expect(idMadeAt(newId(tickingClock(noon)))).toBe(noon)
  })

  test('keeps the whole range of 48 bits of time', () => {
    const late = instantOf(253_402_300_799_999)
    expect(idMadeAt(newId(fixedClock(late)))).toBe(late)
  })

  test.each(['', 'x', '01990000-0000-4000-8000-000000000000', '01990000-0000-7000-C000-000000000000', 7, null])(
    'does not take %j for an id',
    (text) => {
      expect(isId(text)).toBe(false)
      expect(() => idMadeAt(text as string)).toThrow(RangeError)
    },
  )
})

describe('public token', () => {
  test('has 26 characters, is accepted, and does not repeat', () => {
    const tokens = Array.from({ length: 1_000 }, newPublicToken)
    expect(tokens.every((token) => isPublicToken(token) && PublicToken.safeParse(token).success)).toBe(true)
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  // Test vectors of RFC 4648 §10, in lower case without padding.
  test.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('base32 of %j is %j', (text, expected) => {
    expect(base32(Buffer.from(text))).toBe(expected)
  })

  test('refuses other texts', () => {
    const token = newPublicToken()
    for (const wrong of [
      token.toUpperCase(),
      token.slice(1),
      `${token}a`,
      `${token.slice(0, -1)}b`,
      '',
      26,
      undefined,
    ]) {
      expect(isPublicToken(wrong)).toBe(false)
    }
  })
})

describe('one-time code', () => {
  test('has no look-alikes and comes in groups of four', () => {
    const codes = Array.from({ length: 500 }, () => newOneTimeCode(10))
    expect(codes.every((code) => /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}$/.test(code))).toBe(true)
    expect(codes.join('')).not.toMatch(/[0O1ILZ2S5B8UV]/)
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(23)
  })

  test('is read however it was typed', () => {
    const code = newOneTimeCode()
    const typed = ` ${code.toLowerCase().replace('-', ' – ')}. `
    expect(readOneTimeCode(typed)).toBe(code)
    expect(readOneTimeCode(code.replace('-', ''))).toBe(code)
  })

  test.each(['', 'AC', 'ACDE-FGO0', 'ACDE FGH!', '', '----'])('%j is no code', (typed) => {
    expect(readOneTimeCode(typed)).toBeUndefined()
  })

  test.each([0, 5, 6.5, -1, Number.NaN])('a length of %d is refused', (length) => {
    expect(() => newOneTimeCode(length)).toThrow(RangeError)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalForm } from './normal-form.ts'
import { mayStandUnder, overlaps, pathOf } from './tree.ts'

describe('the normal form of a place’s name', () => {
  it.each([
    ['Kampung Dalem', 'KAMPUNGDALEM'],
    ['Kel. Bujel', 'bujel'],
    ['Kelurahan Setono Gedong', 'Setonogedong'],
    ['kec. Mojoroto', 'Modjoroto'],
    ['RT 03', 'rt3'],
    ['RT 010', 'RT 10'],
    ['Boedoel', 'Budul'],
    ['Kedhiri', 'Kediri'],
    ['Setono-Pande', ' setono  pande '],
  ])('takes %s and %s for one', (one, other) => {
    expect(normalForm(one)).toBe(normalForm(other))
  })

  it.each([
    ['Bujel', 'Burengan'],
    ['RT 10', 'RT 1'],
    ['RT 1', 'RW 1'],
    ['Bandar Lor', 'Bandar Kidul'],
  ])('tells %s from %s', (one, other) => {
    expect(normalForm(one)).not.toBe(normalForm(other))
  })

  it('does not care for case or for what stands between words, and keeps letters and digits only', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(words, fc.constantFrom('  ', ' - ', '. ', '\t'), (parts, between) => {
        expect(normalForm(` ${parts.join(between).toUpperCase()} `)).toBe(normalForm(parts.join(' ')))
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normalForm(text)).toMatch(/^[\p{L}\p{N}]*$/u)
      }),
    )
  })
})

describe('the tree', () => {
  it('puts an RT under an RW, an RW under a kelurahan, and a unit anywhere', () => {
    expect([mayStandUnder('rt', 'rw'), mayStandUnder('rw', 'kelurahan'), mayStandUnder('waste_unit', 'rt')]).toEqual([
      true,
      true,
      true,
    ])
    expect([mayStandUnder('rt', 'city'), mayStandUnder('kelurahan', 'rw'), mayStandUnder('rt', 'waste_unit')]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('makes the way from the last twelve digits', () => {
    expect(pathOf('aa.', '01990000-0000-7000-8000-0123456789ab')).toBe('aa.0123456789ab.')
  })

  it('finds a shared day from either side', () => {
    const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-01-${n}`)
    const period = fc.tuple(day, fc.option(day)).map(([from, to]) => ({
      validFrom: to !== null && to < from ? to : from,
      validTo: to !== null && to < from ? from : to,
    }))
    fc.assert(
      fc.property(period, period, (one, other) => {
        const days = Array.from({ length: 19 }, (_, n) => `2026-01-${n + 10}`)
        const has = (p: typeof one, on: string) => p.validFrom <= on && (p.validTo === null || on <= p.validTo)
        const shared = days.some((on) => has(one, on) && has(other, on))
        expect(overlaps(one, other)).toBe(shared)
        expect(overlaps(other, one)).toBe(shared)
      }),
    )
  })
})

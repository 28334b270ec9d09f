import { describe, expect, expectTypeOf, it } from 'vitest'
import { checkTexts, defineTexts, isLocale, mergeTexts, negotiateLocale, translator } from './index.ts'
import type { MessageArguments, Texts } from './index.ts'

const waste = defineTexts(
  {
    'waste.deposits': '{n, plural, other {# setoran}} dari {name}',
    'waste.saved': 'Tersimpan',
    'waste.greet':
      '{sex, select, F {Bu {name}} M {Pak {name}} other {{name}}}, {n, plural, =0 {belum ada} other {# kali}}',
  },
  {
    'waste.deposits': '{n, plural, one {# deposit} other {# deposits}} from {name}',
    'waste.saved': 'Saved',
    'waste.greet':
      '{sex, select, F {Ms {name}} M {Mr {name}} other {{name}}}, {n, plural, =0 {none} one {once} other {# times}}',
  },
)
const credit = defineTexts({ 'credit.due': 'Jatuh tempo {on}' }, { 'credit.due': 'Due {on}' })

describe('translator', () => {
  it('speaks both languages', () => {
    const id = translator(waste, 'id')
    const en = translator(waste, 'en')
    expect(id('waste.deposits', { n: 1284, name: 'Siti' })).toBe('1.284 setoran dari Siti')
    expect(en('waste.deposits', { n: 1284, name: 'Siti' })).toBe('1,284 deposits from Siti')
    expect(en('waste.deposits', { n: 1, name: 'Siti' })).toBe('1 deposit from Siti')
    expect(id('waste.saved')).toBe('Tersimpan')
    expect(id('waste.greet', { sex: 'F', name: 'Siti', n: 0 })).toBe('Bu Siti, belum ada')
    expect(en('waste.greet', { sex: 'toString', name: 'Siti', n: 2 })).toBe('Siti, 2 times')
    expect(id.locale).toBe('id')
  })

  it('keeps what is passed as it is', () => {
    const t = translator(waste, 'id')
    expect(t('waste.deposits', { n: 2, name: '{n} <b>#</b> $& %' })).toBe('2 setoran dari {n} <b>#</b> $& %')
  })

  it('is made once for a catalogue and language', () => {
    expect(translator(waste, 'id')).toBe(translator(waste, 'id'))
    expect(translator(waste, 'id')).not.toBe(translator(waste, 'en'))
  })

  it('knows which keys it has', () => {
    const t = translator(waste, 'id')
    expect(t.has('waste.saved')).toBe(true)
    expect(t.has('toString')).toBe(false)
    // @ts-expect-error an unknown key does not compile
    expect(() => t('waste.nothing')).toThrow('no text: waste.nothing')
    // @ts-expect-error nor does the name of something every object has
    expect(() => t('constructor')).toThrow('no text')
  })

  it('types keys and arguments', () => {
    const t = translator(waste, 'en')
    // @ts-expect-error an argument is missing
    t('waste.deposits', { n: 1 })
    // @ts-expect-error arguments are needed
    t('waste.deposits')
    // @ts-expect-error a number is counted
    t('waste.deposits', { n: '1', name: 'Siti' })
    // @ts-expect-error this text takes none
    t('waste.saved', { n: 1 })
    expectTypeOf<MessageArguments<'{sex, select, M {he} other {they}} {a, number} {b}'>>().toEqualTypeOf<{
      sex: string
      a: number
      b: string | number
    }>()
    expectTypeOf<MessageArguments<'{n, plural, one {satu {a}} other {# {b}}} lalu {c}'>>().toEqualTypeOf<{
      n: number
      a: string | number
      b: string | number
      c: string | number
    }>()
    // oxlint-disable-next-line typescript/no-generated-empty-object-type -- that it is empty is what is tested.
    expectTypeOf<keyof MessageArguments<'polos'>>().toEqualTypeOf<never>()
    expect(t.has('waste.greet')).toBe(true)
  })
})

describe('catalogues', () => {
  it('want the same keys in both languages', () => {
    // @ts-expect-error English lacks a key
    const lacking = defineTexts({ a: 'x', b: 'y' }, { a: 'x' })
    // @ts-expect-error English has a key of its own
    const excess = defineTexts({ a: 'x' }, { a: 'x', b: 'y' })
    expect(checkTexts(lacking)).toEqual(['b: missing in en'])
    expect(checkTexts(excess)).toEqual(['b: missing in id'])
  })

  it('merge, and refuse a key claimed twice', () => {
    const all = mergeTexts(waste, credit)
    expect(translator(all, 'en')('credit.due', { on: '10 Oct 2026' })).toBe('Due 10 Oct 2026')
    // @ts-expect-error the merged catalogue knows its arguments too
    translator(all, 'en')('credit.due')
    expect(() => mergeTexts(waste, waste)).toThrow('text defined twice: waste.deposits')
    const loose: Texts = mergeTexts(...([waste, credit] as Texts[]))
    expect(translator(loose, 'id')('waste.saved')).toBe('Tersimpan')
  })

  it('are checked', () => {
    expect(checkTexts(waste)).toEqual([])
    const bad = defineTexts(
      { broken: '{n, plural, other {#}', differ: '{a}', empty: 'x', when: '{x, date}', price: '{x, number, percent}' },
      { broken: 'x', differ: '{b}', empty: ' ', when: '{x}', price: '{x}' },
    )
    const problems = checkTexts(bad).join('\n')
    expect(problems).toMatch(/broken: does not parse .* in id/)
    expect(problems).toContain('differ: arguments differ, id {a}, en {b}')
    expect(problems).toContain('empty: empty in en')
    expect(problems).toContain('when: {x, date} must be formatted')
    expect(problems).toContain('price: {x, number} must be formatted')
  })
})

describe('locales', () => {
  it('are two', () => {
    expect(isLocale('id') && isLocale('en')).toBe(true)
    expect(isLocale('ID') || isLocale('jv') || isLocale(undefined)).toBe(false)
  })

  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['jv, fr;q=0.8', 'id'],
    ['en-US,en;q=0.9,id;q=0.8', 'en'],
    ['fr, en;q=0.2, id;q=0.7', 'id'],
    ['en;q=0, id;q=0.1', 'id'],
    ['in-ID', 'id'],
    [';;q=,,', 'id'],
  ] as const)('negotiates %s to %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale)
  })
})

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CivilDate } from '../clock/index.ts'
import { checkTexts } from '../i18n/index.ts'
import { refuse, refuseFields, refuseZod, refusalKinds, reportRefusal, treatment } from './index.ts'
import { texts } from './texts/index.ts'

const Input = z.strictObject({
  name: z.string().min(3).max(5),
  count: z.int().min(1).max(9),
  kind: z.enum(['a', 'b']),
  on: CivilDate,
  lines: z.array(z.strictObject({ grams: z.int() })).min(1),
  note: z.string().nullable(),
  either: z.union([z.string(), z.int()]),
})
const good = { name: 'abc', count: 1, kind: 'a', on: '2026-10-10', lines: [{ grams: 1 }], note: null, either: 'x' }

function codes(change: Record<string, unknown>, without?: string) {
  const sent = Object.entries({ ...good, ...change }).filter(([field]) => field !== without)
  const raw: unknown = Object.fromEntries(sent)
  const { error } = Input.safeParse(raw)
  return error ? refuseZod(error, raw).issues.map(({ field, code, params }) => [field, code, params]) : []
}

describe('what zod found', () => {
  it.each(Object.keys(good))('is "required" when %s is not there at all, or undefined', (field) => {
    expect(codes({}, field)).toEqual([[field, 'input.required', {}]])
    expect(codes({ [field]: undefined })).toEqual([[field, 'input.required', {}]])
  })

  it.each([
    ['name', 7],
    ['name', null],
    ['count', '5'],
    ['count', 1.5],
    ['count', Number.NaN],
    ['lines', { 0: 1 }],
    ['note', 4],
  ])('is "wrong type" when %s is %j', (field, value) => {
    expect(codes({ [field]: value })).toEqual([[field, 'input.wrong_type', {}]])
  })

  it('tells limits, and calls an empty text required', () => {
    expect(codes({ name: '' })).toEqual([['name', 'input.required', { min: 3 }]])
    expect(codes({ name: 'ab' })).toEqual([['name', 'input.too_short', { min: 3 }]])
    expect(codes({ name: 'abcdef' })).toEqual([['name', 'input.too_long', { max: 5 }]])
    expect(codes({ count: 0 })).toEqual([['count', 'input.too_small', { min: 1 }]])
    expect(codes({ count: 10 })).toEqual([['count', 'input.too_big', { max: 9 }]])
  })

  it('names fields that nobody asked for, and fields inside lines', () => {
    expect(codes({ extra: 1, more: 2 })).toEqual([['', 'input.unknown_field', { names: 'extra, more' }]])
    expect(codes({ lines: [{ grams: 1 }, {}] })).toEqual([['lines.1.grams', 'input.required', {}]])
    expect(codes({ lines: [{ grams: 1 }, 5] })).toEqual([['lines.1', 'input.wrong_type', {}]])
  })

  it('takes the code of a schema of ours, and has one for all others', () => {
    expect(codes({ on: '2026-02-30' })).toEqual([['on', 'input.date_not_real', {}]])
    expect(codes({ kind: 'c' })).toEqual([['kind', 'input.not_allowed', {}]])
    expect(codes({ either: true })).toEqual([['either', 'input.not_allowed', {}]])
  })

  it('of something that is no object at all is a refusal too', () => {
    for (const raw of [undefined, null, 'x', 5, []]) {
      const { error } = Input.safeParse(raw)
      expect(error && refuseZod(error, raw).issues).toHaveLength(1)
    }
  })

  it('finds nothing on the prototype', () => {
    const Odd = z.strictObject({ toString: z.string() })
    const { error } = Odd.safeParse({})
    expect(error && refuseZod(error, {}).issues[0]?.code).toMatch(/required|wrong_type/)
  })
})

describe('a refusal', () => {
  it('has the kind that fits, unless it is said', () => {
    expect(refuse('a.b')).toMatchObject({ kind: 'precondition', code: 'a.b', issues: [] })
    expect(refuse('a.b', { n: 1 }, { field: 'x' })).toMatchObject({
      kind: 'invalid',
      issues: [{ field: 'x', code: 'a.b', params: { n: 1 } }],
    })
    expect(refuse('a.b', {}, { field: 'x', kind: 'conflict' }).kind).toBe('conflict')
  })

  it('is worded in both languages, field by field', () => {
    const refusal = refuseFields([
      { field: 'name', code: 'input.required', params: {} },
      { field: 'count', code: 'input.too_big', params: { max: 9 } },
    ])
    expect(reportRefusal(refusal, texts, 'id')).toMatchObject({
      kind: 'invalid',
      message: 'Ada 2 isian yang perlu dibetulkan.',
      issues: [{ message: 'Isian ini wajib diisi.' }, { message: 'Terlalu besar: paling banyak 9.' }],
    })
    expect(reportRefusal(refusal, texts, 'en').message).toBe('2 fields need correcting.')
  })

  it('says a day as people write it, and keeps it as data', () => {
    const words = { id: { 'refusal.left': 'Keluar {on}.' }, en: { 'refusal.left': 'Left on {on}.' } }
    const refusal = refuse('left', { on: '2026-10-10' })
    expect(reportRefusal(refusal, words, 'id')).toMatchObject({
      message: 'Keluar 10 Oktober 2026.',
      params: { on: '2026-10-10' },
    })
    expect(reportRefusal(refusal, words, 'en').message).toBe('Left on 10 October 2026.')
  })

  it('without words is a fault of ours', () => {
    expect(() => reportRefusal(refuse('no.words'), texts, 'id')).toThrow('No words for the refusal no.words')
  })

  it('has one treatment for each kind', () => {
    expect(Object.keys(treatment).toSorted()).toEqual([...refusalKinds].toSorted())
    for (const { status, exit } of Object.values(treatment)) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
      expect(exit).toBe(2)
    }
  })

  it('has texts that hold in both languages', () => {
    expect(checkTexts(texts)).toEqual([])
  })
})

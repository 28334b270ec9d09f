import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDayNumber, dayNumber, partsOf } from '../../../kernel/clock/index.ts'
import { checkTexts, translator } from '../../../kernel/i18n/index.ts'
import { nikTexts } from '../texts/nik.ts'
import { maskNik, readKk, readNik } from './nik.ts'
import type { NikReference } from './nik.ts'

const reference: NikReference = { today: '2026-10-10' }

const codes = (text: string, more: Partial<NikReference> = {}) => {
  const read = readNik(text, { ...reference, ...more })
  return read.ok ? [] : read.refusals.map(({ code }) => code.replace('people.nik.', ''))
}

/** Written apart from the rule, from the layout on paper. */
function nikOf(birthOn: string, sex: 'F' | 'M', serial = '0001', issuer = '357102'): string {
  const { year, month, day } = partsOf(birthOn)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${issuer}${two(sex === 'F' ? day + 40 : day)}${two(month)}${two(year % 100)}${serial}`
}

describe('a NIK', () => {
  it('tells sex, birth and issuer: a woman born on 5 February 1990', () => {
    expect(readNik('3571024502900001', reference)).toEqual({
      ok: true,
      nik: '3571024502900001',
      sex: 'F',
      birthOn: ['1990-02-05'],
      issuedAt: { province: '35', city: '71', district: '02' },
    })
  })

  it('is read through spaces, dots and the apostrophe of a spreadsheet', () => {
    for (const text of [
      ' 3571 0245 0290 0001 ',
      '3571.0245.0290.0001',
      "'3571024502900001",
      '３５７１０２４５０２９００００１',
    ])
      expect(readNik(text, reference).ok).toBe(true)
  })

  it('keeps both centuries where both are possible, and drops the future and the impossibly old', () => {
    const births = (text: string, today: string) => {
      const read = readNik(text, { today })
      return read.ok ? read.birthOn : []
    }
    expect(births(nikOf('2020-03-01', 'M'), '2026-10-10')).toEqual(['2020-03-01', '1920-03-01'])
    expect(births(nikOf('1927-03-01', 'M'), '2026-10-10')).toEqual(['1927-03-01'])
    expect(births(nikOf('2026-10-10', 'F'), '2026-10-10')).toEqual(['2026-10-10', '1926-10-10'])
    expect(births(nikOf('2026-10-11', 'F'), '2026-10-10')).toEqual(['1926-10-11'])
    expect(births(nikOf('2000-02-29', 'F'), '2026-10-10')).toEqual(['2000-02-29'])
  })

  it('is settled by a known birth date, and refused by another', () => {
    const read = readNik(nikOf('1920-03-01', 'M'), { ...reference, birthOn: '1920-03-01', sex: 'M' })
    expect(read.ok && read.birthOn).toEqual(['1920-03-01'])
    expect(codes(nikOf('1990-02-05', 'F'), { birthOn: '1990-02-06' })).toEqual(['birth_differs'])
    expect(codes(nikOf('1990-02-05', 'F'), { sex: 'M' })).toEqual(['sex_differs'])
    expect(codes(nikOf('1990-02-05', 'F'), { sex: 'M', birthOn: '1991-02-05' })).toEqual([
      'sex_differs',
      'birth_differs',
    ])
  })

  it.each([
    ['', ['empty']],
    ['   ', ['empty']],
    ['357102450290001A', ['not_digits']],
    ['3571024502900O01', ['not_digits']],
    ['3.57102E+15', ['spreadsheet']],
    ['3,57E15', ['spreadsheet']],
    ['35710245029000010', ['length']],
    ['3571', ['length']],
    ['999999999999999', ['length']],
    ['3571024502900000', ['serial']],
    ['0571024502900001', ['province']],
    ['3500024502900001', ['city']],
    ['3571004502900001', ['district']],
    ['3571020002900001', ['day']],
    ['3571023202900001', ['day']],
    ['3571024002900001', ['day']],
    ['3571027202900001', ['day']],
    ['3571020513900001', ['month']],
    ['3571020500900001', ['month']],
    ['3571023002900001', ['date']],
    ['3571022902010001', ['date']],
    ['3571027104900001', ['date']],
    ['0000000000000000', ['province', 'city', 'district', 'serial', 'day', 'month']],
  ])('%s is refused', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('with fifteen digits says where a zero may be lost, and adds none', () => {
    const part = (text: string, birthOn?: string) => {
      const read = readNik(text, { ...reference, birthOn })
      return read.ok || read.refusals.map(({ code, params }) => [code, params['part']])
    }
    expect(part('357102450290123')).toEqual([['people.nik.zero_lost', 'several']])
    expect(part('357102450290123', '1990-02-05')).toEqual([['people.nik.zero_lost', 'serial']])
    expect(part('357102505901234', '1990-05-05')).toEqual([['people.nik.zero_lost', 'day']])
  })

  it('of anybody alive is read back', () => {
    const birth = fc.integer({ min: dayNumber(addDays(reference.today, -36_000)), max: dayNumber(reference.today) })
    const serial = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0'))
    fc.assert(
      fc.property(
        birth.map(dateOfDayNumber),
        fc.constantFrom('F' as const, 'M' as const),
        serial,
        (birthOn, sex, end) => {
          const read = readNik(nikOf(birthOn, sex, end), { ...reference, birthOn, sex })
          expect(read.ok && { sex: read.sex, birthOn: read.birthOn }).toEqual({ sex, birthOn: [birthOn] })
        },
      ),
    )
  })

  it('never throws, and never repeats the number in what it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{13,18}$/)), (text) => {
        const read = readNik(text, reference)
        if (!read.ok && text.length >= 8) expect(JSON.stringify(read.refusals)).not.toContain(text)
        expect(read.ok || read.refusals.length > 0).toBe(true)
      }),
    )
  })
})

describe('a KK', () => {
  it('has sixteen digits, an issuer and a serial', () => {
    expect(readKk('3571 0201 0115 0007')).toEqual({
      ok: true,
      kk: '3571020101150007',
      issuedAt: { province: '35', city: '71', district: '02' },
    })
    for (const [text, code] of [
      ['357102010115000', 'length'],
      ['3571020101150000', 'serial'],
      ['', 'empty'],
      ['x', 'not_digits'],
    ] as const) {
      const read = readKk(text)
      expect(read.ok || read.refusals.map((refusal) => [refusal.code, refusal.field])).toEqual([
        [`people.kk.${code}`, 'kk'],
      ])
    }
  })
})

describe('a number shown', () => {
  it('shows its last two digits only', () => {
    expect(maskNik('3571024502900001')).toBe('••••••••••••••01')
    expect(maskNik('3571 0245 0290 0001')).toBe('••••••••••••••01')
    expect(maskNik('12')).toBe('••••••••••••••••')
    expect(maskNik('')).toBe('••••••••••••••••')
  })
})

describe('the words', () => {
  it('are there in both languages for every refusal', () => {
    expect(checkTexts(nikTexts)).toEqual([])
    const t = translator(nikTexts, 'id')
    const texts = ['', 'x', '1E+15', '1', '357102450290001', '0000000000000000', '3571023002900001']
    const refusals = [
      ...texts.flatMap((text) => [readNik(text, reference), readKk(text)]),
      readNik(nikOf('1990-02-05', 'F'), { ...reference, sex: 'M', birthOn: '1991-02-05' }),
    ].flatMap((read) => (read.ok ? [] : read.refusals))
    for (const { code, remedy } of refusals) expect([code, t.has(code), t.has(remedy)]).toEqual([code, true, true])
    expect(t('people.nik.zero_lost', { digits: 15, part: 'month' })).toContain('bulan lahir')
  })
})

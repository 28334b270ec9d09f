import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatKilogram, formatMoney } from '../i18n/index.ts'
import { blankCell, numberCell, textCell } from './cell.ts'
import type { Cell } from './cell.ts'
import type { CellReader } from './cell-reader.ts'
import {
  readChoice,
  readDate,
  readDecimal,
  readIdentifier,
  readInteger,
  readKilogram,
  readLitre,
  readName,
  readPercent,
  readRupiah,
  readText,
  readYesNo,
} from './index.ts'

const context = { today: '2026-10-10' }

/** The value, or the end of the code of the problem. */
function read<T>(reader: CellReader<T>, from: string | number | Cell) {
  const cell = typeof from === 'string' ? textCell(from) : typeof from === 'number' ? numberCell(from) : from
  const result = reader(cell, context)
  return result.ok ? result.value : result.code.replace('tabular.row.', '')
}

describe('numbers', () => {
  it.each([
    ['1,85', 1.85],
    ['1.284', 1284],
    ['1.284,5', 1284.5],
    ['1.85', 1.85],
    ['0.500', 0.5],
    ['1,284.50', 1284.5],
    ['1,284,000', 1_284_000],
    ['-7,25', -7.25],
    ['\u22127', -7],
    ['1 284', 1284],
    ['-0', 0],
  ])('%s is %d', (text, value) => {
    expect(read(readDecimal, text)).toBe(value)
  })

  it.each(['', 'x', '1.2.3', '1,2,3', '12.34.567', '1,85 kg', '=1+1', '1e', '--1', '9'.repeat(30)])(
    '%s is none',
    (text) => {
      expect(read(readDecimal, text)).toBe('not_number')
    },
  )

  it('become whole small units without rounding', () => {
    expect(read(readKilogram, '1,85 kg')).toBe(1850)
    expect(read(readKilogram, '1.284')).toBe(1_284_000)
    expect(read(readKilogram, 1.85)).toBe(1850)
    expect(read(readKilogram, 0.1 + 0.2)).toBe(300)
    expect(read(readKilogram, '1,8505')).toBe('too_precise')
    expect(read(readLitre, '0,5 l')).toBe(500)
    expect(read(readPercent, '12,5%')).toBe(1250)
    expect(read(readInteger, '3,5')).toBe('not_whole')
    expect(read(readInteger, '3,0')).toBe(3)
    expect(read(readInteger, 1e15)).toBe('digits_lost')
    expect(read(readInteger, '3.57E+15')).toBe('digits_lost')
    expect(read(readKilogram, '9007199254740993')).toBe('number_too_large')
  })

  it('are read back as we print them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        expect(read(readKilogram, formatKilogram(value, 'id'))).toBe(value)
        expect(read(readRupiah, formatMoney(value, 'id'))).toBe(value)
        expect(read(readKilogram, value / 1000)).toBe(value)
      }),
    )
  })

  it('of money are whole', () => {
    expect(read(readRupiah, 'Rp 3.500')).toBe(3500)
    expect(read(readRupiah, 3500)).toBe(3500)
    expect(read(readRupiah, 3500.5)).toBe('not_whole')
    expect(read(readRupiah, '3,500')).toBe('money_ambiguous')
    expect(read(readRupiah, '3.500,50')).toBe('money_fraction')
    expect(read(readRupiah, '1,5E+6')).toBe('digits_lost')
  })
})

describe('dates', () => {
  it.each([
    ['25/11/2026', '2026-11-25'],
    ['25-11-26', '2026-11-25'],
    ['5.1.2026', '2026-01-05'],
    ['2026-11-25', '2026-11-25'],
    ['2026-11-25T09:41:00Z', '2026-11-25'],
    ['25/11/2026 09.41', '2026-11-25'],
    ['25 November 2026', '2026-11-25'],
    ['Rabu, 25 Nopember 2026', '2026-11-25'],
    ['1 Agt 90', '1990-08-01'],
    ['17-Agu-45', '2045-08-17'],
    ['17-Agu-47', '1947-08-17'],
    ['46351', '2026-11-25'],
  ])('%s is %s', (text, date) => {
    expect(read(readDate(), text)).toBe(date)
  })

  it.each([
    ['11/25/2026', 'month_first'],
    ['31/04/2026', 'date_not_real'],
    ['29 Februari 2026', 'date_not_real'],
    ['2026', 'not_date'],
    ['besok', 'not_date'],
    ['25 Foo 2026', 'not_date'],
    ['999999999', 'not_date'],
  ])('%s is %s', (text, problem) => {
    expect(read(readDate(), text)).toBe(problem)
  })

  it('that have been settle the century, and cannot be in the future', () => {
    const birth = readDate({ past: true })
    expect(read(birth, '25-11-26')).toBe('1926-11-25')
    expect(read(birth, '25-09-26')).toBe('2026-09-25')
    expect(read(birth, '11/10/2026')).toBe('date_in_future')
  })

  it('come as date cells and as numbers', () => {
    expect(read(readDate(), { kind: 'date', text: '2026-11-25', on: '2026-11-25', formula: false })).toBe('2026-11-25')
    expect(read(readDate(), 46_351)).toBe('2026-11-25')
    expect(readDate()(numberCell(46_351), context)).toMatchObject({ flag: 'tabular.flag.serial_date' })
    expect(read(readDate(), 60)).toBe('not_date')
  })
})

describe('identifiers', () => {
  const nik = readIdentifier({ digits: 16 })

  it('are digits as text', () => {
    expect(read(nik, '3571 0245 0290 0001')).toBe('3571024502900001')
    expect(read(readIdentifier(), '+62 812-3456-789')).toBe('+628123456789')
    expect(read(readIdentifier(), 1234)).toBe('1234')
  })

  it('tell what a spreadsheet did to them', () => {
    expect(read(nik, '3.57E+15')).toBe('digits_lost')
    expect(read(nik, '3,57102E+15')).toBe('digits_lost')
    expect(read(nik, 3_571_024_502_900_001)).toBe('digits_lost')
    expect(read(readIdentifier({ leadingZero: true }), 8_123_456_789)).toBe('zeros_lost')
    expect(read(readIdentifier({ digits: 10 }), 123_456_789)).toBe('zeros_lost')
    expect(read(nik, '357102450290001')).toBe('digits')
    expect(read(nik, '35710245O2900001')).toBe('not_digits')
  })
})

describe('words', () => {
  it('say yes and no', () => {
    for (const word of ['Ya', 'Y', '1', 'x', '✓', 'TRUE']) expect(read(readYesNo, word)).toBe(true)
    for (const word of ['Tidak', 'tdk', '0', '-', 'false']) expect(read(readYesNo, word)).toBe(false)
    expect(read(readYesNo, 'mungkin')).toBe('not_yes_no')
    expect(read(readYesNo, 1)).toBe(true)
  })

  it('choose', () => {
    const sex = readChoice({ F: ['Perempuan', 'P', 'Wanita'], M: ['Laki-laki', 'L', 'Pria'] })
    expect([read(sex, 'laki laki'), read(sex, 'PEREMPUAN'), read(sex, 'f')]).toEqual(['M', 'F', 'F'])
    expect(sex(textCell('?'), context)).toEqual({
      ok: false,
      code: 'tabular.row.not_a_choice',
      params: { choices: 'Perempuan, Laki-laki' },
    })
  })

  it('that look like formulas are flagged, and names lose the signs', () => {
    expect(readText(textCell('=1+1'), context)).toEqual({ ok: true, value: '=1+1', flag: 'tabular.flag.formula_text' })
    expect(readName(textCell('=HYPERLINK("http://x";"Siti")'), context)).toEqual({
      ok: true,
      value: 'HYPERLINK("http://x";"Siti")',
      flag: 'tabular.flag.neutralised',
    })
    expect(read(readName, '  Siti   Aminah ')).toBe('Siti Aminah')
    expect(read(readName, '=+-')).toBe('not_a_name')
  })

  it('never make a reader throw', () => {
    const readers = [readText, readName, readDecimal, readKilogram, readRupiah, readDate(), readIdentifier(), readYesNo]
    const any = fc.oneof(fc.string(), fc.stringMatching(/^[-+=.,\d\seERp/]{0,25}$/), fc.double())
    fc.assert(
      fc.property(any, (value) => {
        if (typeof value === 'number' && !Number.isFinite(value)) return
        for (const reader of readers)
          expect(reader(typeof value === 'number' ? numberCell(value) : textCell(value), context)).toHaveProperty('ok')
      }),
      { numRuns: 300 },
    )
    expect(blankCell.kind).toBe('blank')
  })
})

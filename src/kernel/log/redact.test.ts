import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../id/index.ts'
import { systemClock } from '../clock/index.ts'
import { redact, redactData } from './index.ts'

// No such district, so nobody's number; its digits are all different enough to be found again.
const nik = '9971234567890126'

const written = [
  nik,
  '9971 2345 6789 0126',
  '9971.2345.6789.0126',
  '9971-2345-6789-0126',
  '997123 456789 0126',
  '99.71.23.456789.0126',
  '9971 - 2345 - 6789 - 0126',
  '9971\u00a02345\u00a06789\u00a00126',
  '9971–2345–6789–0126',
  '9971\n2345\t6789\r\n0126',
  String.raw`9971\n2345 6789 0126`,
  '9 9 7 1 2 3 4 5 6 7 8 9 0 1 2 6',
  '9971_2345_6789_0126',
  '9971/2345/6789/0126',
  '9971+2345+6789+0126',
  '9971%202345%206789%200126',
  '9971%2d2345%2D6789%2E0126',
  '9971%C2%A02345%C2%A06789%C2%A00126',
  '9971%25202345%25206789%25200126',
  Array.from(nik, (digit) => `%3${digit}`).join(''),
  Array.from(nik, (digit) => `%253${digit}`).join(''),
  '９９７１２３４５６７８９０１２６',
  `${nik} ${nik}`,
  `${nik}${nik}`,
]

describe('a NIK is taken out', () => {
  test.each(written)('written as %j', (form) => {
    for (const text of [
      form,
      `NIK${form}x`,
      `Key (nik)=(${form}) already exists.`,
      `/warga?nik=${form}&a=1`,
      `"${form}"`,
    ]) {
      const left = redact(text)
      expect(left).toContain('[nomor]')
      expect(left).not.toMatch(/\p{Nd}{2}|%3\d/u)
    }
  })

  test('in any grouping of any digits', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 16, maxLength: 16 })
    const gaps = fc.array(fc.constantFrom('', '', ' ', '.', '-', ' - ', '  ', '%20', '\u2011'), {
      minLength: 15,
      maxLength: 15,
    })
    fc.assert(
      fc.property(digits, gaps, fc.constantFrom('', 'a', ' ', ':', '"'), (number, between, edge) => {
        const text = edge + number.map((one, index) => `${one}${between[index] ?? ''}`).join('') + edge
        return redact(text) === `${edge}[nomor]${edge}`
      }),
    )
  })
})

describe('a phone number is taken out', () => {
  test.each([
    '081234567890',
    '0812-3456-7890',
    '0812 3456 7890',
    '0812.3456.789',
    '+6281234567890',
    '+62 812-3456-7890',
    '+62 (812) 3456 7890',
    '6281234567890',
    '62 812 3456 7890',
    '(0354) 682345',
    '0354-682345',
    '0354 682 345',
    '006281234567890',
    '+1 212 555 0100 22',
    '+44 20 7946 0958',
    '%2B6281234567890',
    '%2B62%20812%203456%207890',
    '0812%2D3456%2D7890',
  ])('%s', (phone) => {
    for (const text of [phone, `tel:${phone}.`, `hp=${phone}&x`, `"${phone}"`]) {
      const left = redact(text)
      expect(left).toContain('[telepon]')
      expect(left).not.toMatch(/\d{3}/)
    }
  })
})

describe('what names nobody stays', () => {
  test.each([
    '2026-10-10T02:41:00.000Z',
    '2026-10-10T02:41:00.000Z 2026-10-11T02:41:00.000Z',
    '2026-10-10',
    'Rp11.250.000.000',
    'HD-A-2026-000123',
    '127.0.0.1:54321',
    'a1b2-7123-8123-99',
    '35.71.01.1001',
    '12.5 ms',
    'PostgreSQL 18.4.0 at port 38205',
    '/setoran/01990000-0000-7000-8000-000000000000',
    '15 digits 123456789012345',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text)
  })

  test('ids and hashes', () => {
    for (let index = 0; index < 500; index += 1) {
      const text = `${newId(systemClock)} ${createHash('sha256').update(String(index)).digest('hex')}`
      expect(redact(text)).toBe(text)
    }
  })
})

test('plain data is redacted throughout, and not changed itself', () => {
  const data = {
    [`member ${nik}`]: 1,
    list: [{ deep: [`x ${nik}`, Number(nik), 6_281_234_567_890, 1_759_999_999_999] }],
    password: 'canary-word',
    'Set-Cookie': ['canary-word'],
    no_hp: 0,
    pin: null,
    count: 12,
    ok: true,
  }
  const copy = structuredClone(data)
  expect(redactData(data)).toEqual({
    'member [nomor]': 1,
    list: [{ deep: ['x [nomor]', '[nomor]', '[telepon]', 1_759_999_999_999] }],
    password: '[tertutup]',
    'Set-Cookie': '[tertutup]',
    no_hp: '[tertutup]',
    pin: null,
    count: 12,
    ok: true,
  })
  expect(data).toEqual(copy)
})

test('a long text is redacted in time that grows with its length', () => {
  const hostile = ['0'.repeat(15), '0 8', '- '.repeat(50), '%25'.repeat(30), '+6', 'a1'].join('').repeat(1_000)
  const begun = performance.now()
  redact(hostile)
  redact('1 '.repeat(100_000))
  redact('%25'.repeat(50_000))
  redact(`${'1'.repeat(15)}x`.repeat(10_000))
  expect(performance.now() - begun).toBeLessThan(3_000)
})

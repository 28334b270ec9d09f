import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkTexts } from '../i18n/index.ts'
import { parsePhone } from './parse-phone.ts'
import { findPhone, maskPhone, showPhone } from './phone.ts'
import { texts } from './texts/index.ts'

const subscriber = fc.stringMatching(/^8[1-9]\d{7,10}$/)

describe('findPhone', () => {
  it('reads a mobile number however it is written', () => {
    const written = [
      '081234567890',
      '+6281234567890',
      '6281234567890',
      '81234567890',
      '+62 812-3456-7890',
      '0812 3456 7890',
    ]
    for (const text of [...written, '(0812) 3456.7890', '006281234567890', ' +62 (0)81234567890 ', '0812–3456–7890']) {
      expect(findPhone(text)).toEqual({ e164: '+6281234567890', kind: 'mobile' })
    }
  })

  it('gives one form for every spelling of any mobile number', () => {
    fc.assert(
      fc.property(
        subscriber,
        fc.constantFrom('0', '62', '+62', '0062', ''),
        fc.constantFrom('', ' ', '-', '.'),
        (digits, before, between) => {
          const text = before + digits.replaceAll(/(\d{3})(?=\d)/g, `$1${between}`)
          expect(findPhone(text)).toEqual({ e164: `+62${digits}`, kind: 'mobile' })
        },
      ),
    )
  })

  it('reads again what it showed, and stays as it is', () => {
    fc.assert(
      fc.property(subscriber, (digits) => {
        const e164 = `+62${digits}`
        expect(findPhone(showPhone(e164))?.e164).toBe(e164)
        expect(findPhone(e164)?.e164).toBe(e164)
      }),
    )
  })

  it('never throws, and gives E.164 or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[+0-9 ().-]{0,20}$/)), (text) => {
        const phone = findPhone(text)
        if (phone !== undefined) expect(phone.e164).toMatch(/^\+[1-9]\d{7,14}$/)
      }),
    )
  })

  it('refuses 62812… only when its length is wrong', () => {
    expect(findPhone('62812345678')?.e164).toBe('+62812345678')
    expect(findPhone('6281234')).toBeUndefined()
    expect(findPhone('628123456789012')).toBeUndefined()
  })

  it('knows fixed lines and foreign numbers', () => {
    expect(findPhone('(0354) 682345')).toEqual({ e164: '+62354682345', kind: 'fixed' })
    expect(findPhone('+60 12-345 6789')).toEqual({ e164: '+60123456789', kind: 'foreign' })
  })

  it('refuses what is no number', () => {
    for (const text of [
      '',
      '0812',
      '08123456789012',
      'nol delapan',
      '0812x4567890',
      '+',
      '++6281234567890',
      '354682345',
      '110',
    ]) {
      expect(findPhone(text)).toBeUndefined()
    }
  })
})

describe('phones for people', () => {
  it('are shown with their zero, and masked for others', () => {
    expect(showPhone('+6281234567890')).toBe('0812-3456-7890')
    expect(showPhone('+60123456789')).toBe('+60123456789')
    expect(maskPhone('+6281234567890')).toBe('••••890')
  })

  it('are refused with field and number of digits', () => {
    expect(() => parsePhone('0812', { field: 'phone' })).toThrow(
      expect.objectContaining({
        code: 'phone.not_a_number',
        params: { digits: 4 },
        issues: [expect.objectContaining({ field: 'phone' })],
      }),
    )
    expect(() => parsePhone('0354682345', { isMobileOnly: true })).toThrow(
      expect.objectContaining({ code: 'phone.not_mobile' }),
    )
    expect(checkTexts(texts)).toEqual([])
  })
})

/*
 * Phone numbers as people in Indonesia write them, to the one form that a gateway takes (ITU-T E.164).
 * Lengths: mobile numbers have 9 to 12 digits after the country code and begin with 8; fixed lines have 7 to 11 with the
 * area code (asumsi, after numbers in use; the national plan leaves room at both ends).
 */

export interface Phone {
  /** `+6281234567890` */
  e164: string
  kind: 'mobile' | 'fixed' | 'foreign'
}

const separators = /[\s().\-\u2010-\u2015\u00a0]/g
const mobile = /^8[1-9]\d{7,10}$/
const fixed = /^[2-79]\d{6,10}$/

/**
 * Reads `+62 812-3456-7890`, `62812…`, `0812…`, and `812…` (a spreadsheet drops the leading zero), fixed lines with their
 * area code, and foreign numbers with `+`. `undefined` for what cannot be a number: letters, too short or too long.
 */
export function findPhone(text: string): Phone | undefined {
  const bare = text.trim().replaceAll(separators, '')
  if (/^(\+|00)(?!62)\d{8,15}$/.test(bare)) {
    const digits = bare.replace(/^(\+|00)/, '')
    return /^[1-9]\d{7,14}$/.test(digits) ? { e164: `+${digits}`, kind: 'foreign' } : undefined
  }
  if (!/^\+?\d+$/.test(bare)) return undefined
  return nationalCandidates(bare)
    .map(national)
    .find((phone) => phone !== undefined)
}

/** What may stand after the country code. `62…` without plus is the country code when the rest fits, else refused. */
function nationalCandidates(bare: string): string[] {
  const afterCode = /^(?:\+|00)?62(\d+)$/.exec(bare)?.[1]
  // People write +62 0812…, keeping the zero.
  if (afterCode !== undefined) return [afterCode.replace(/^0/, '')]
  if (bare.startsWith('0')) return [bare.slice(1)]
  return bare.startsWith('8') ? [bare] : []
}

function national(digits: string): Phone | undefined {
  if (mobile.test(digits)) return { e164: `+62${digits}`, kind: 'mobile' }
  if (fixed.test(digits)) return { e164: `+62${digits}`, kind: 'fixed' }
  return undefined
}

/** For reading: `0812-3456-7890`; a foreign number stays as it is. */
export function showPhone(e164: string): string {
  if (!e164.startsWith('+62')) return e164
  return `0${e164.slice(3)}`.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3')
}

/** For lists that others see: only the last three digits. */
export function maskPhone(e164: string): string {
  return `••••${e164.slice(-3)}`
}

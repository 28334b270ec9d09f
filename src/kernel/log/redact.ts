/**
 * Takes out of a text what looks like a number that names a person: a NIK or KK (16 digits) and a phone number, however it is
 * grouped, and also when the text is percent-encoded. It errs on the side of taking out too much: a log line that lost a
 * reference number is a nuisance, one that kept a NIK is a leak.
 */

const MASKED_NUMBER = '[nomor]'
const MASKED_PHONE = '[telepon]'
const MASKED_FIELD = '[tertutup]'

// A digit of any script, or the percent-encoded form of an ASCII one.
const digit = String.raw`(?:\p{Nd}|%(?:25)*3[0-9])`
// What people, spreadsheets and addresses put between the groups; also as escapes of JSON and of addresses.
const separator = String.raw`(?:[\s.,'’·_+()/\-\u00ad\u200b-\u200f\u2010-\u2015\u2212\u2060\ufeff]|\\[nrt]|%(?:25)*(?:2[0789bcdef]|0[9ad]|5f|c2%(?:25)*a0|e2%(?:25)*80%(?:25)*9[0-5]))`
const between = `${separator}{0,3}`

const sixteen = `${digit}(?:${between}${digit}){15,}`
const national = `(?:0|%(?:25)*30)${between}(?:[2-9]|%(?:25)*3[2-9])(?:${between}${digit}){6,11}`
const international = String.raw`(?:\+|%(?:25)*2b|00)${between}(?:[1-9]|%(?:25)*3[1-9])(?:${between}${digit}){7,14}`
const indonesian = `62${between}(?:[2-9]|%(?:25)*3[2-9])(?:${between}${digit}){6,12}`
const noDigitBefore = String.raw`(?<!\p{Nd})`
const noDigitAfter = String.raw`(?!\p{Nd})`

// Ids, hashes and instants have many digits and name nobody; they stay whole, or a log could not be followed.
const harmless = [
  String.raw`(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-z])`,
  String.raw`(?<![0-9a-z])(?=(?:[0-9]*[a-f]){6})(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9a-z])`,
  String.raw`(?<!\p{Nd})(?:19|20)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)(?!\p{Nd})`,
].join('|')

const personal = new RegExp(
  `(?<harmless>${harmless})|(?<number>${sixteen})|(?<phone>${noDigitBefore}(?:${international}|${indonesian}|${national})${noDigitAfter})`,
  'giu',
)

/** Fields that are closed whatever is in them. Compared without case, dashes and underscores. */
const closedFields = new Set(
  'nik kk nokk nonik phone phonenumber telepon nohp hp whatsapp password katasandi pin otp token secret authorization cookie setcookie sandi'.split(
    ' ',
  ),
)

/** The text without NIK, KK and phone numbers. */
export function redact(text: string): string {
  return text.replaceAll(personal, (match: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as { harmless?: string; number?: string }
    if (groups.harmless !== undefined) return match
    return groups.number === undefined ? MASKED_PHONE : MASKED_NUMBER
  })
}

/**
 * The same value without personal numbers in any text, key or number of it, and with fields such as `password` closed. For plain
 * data, as `JSON.parse` gives it; the value itself is not changed.
 */
export function redactData(value: unknown): unknown {
  if (typeof value === 'string') return redact(value)
  if (typeof value === 'number') return redactNumber(value)
  if (Array.isArray(value)) return value.map(redactData)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      redact(key),
      isClosed(key) && inner !== null ? MASKED_FIELD : redactData(inner),
    ]),
  )
}

function isClosed(key: string): boolean {
  return closedFields.has(key.toLowerCase().replaceAll(/[-_\s]/g, ''))
}

// A time in milliseconds has 13 digits and begins with 1, so it is neither.
function redactNumber(value: number): unknown {
  const digits = String(Math.trunc(Math.abs(value)))
  if (/^\d{16,}$/.test(digits)) return MASKED_NUMBER
  return Number.isInteger(value) && /^62[2-9]\d{7,12}$/.test(digits) ? MASKED_PHONE : value
}

import { civilDate, compareDates, isRealDate, partsOf } from '../../../kernel/clock/contract.ts'
import type { CivilDate } from '../../../kernel/clock/contract.ts'

/** As the register of residents writes it: M male, F female. */
export type Sex = 'F' | 'M'

/**
 * One reason why a number is refused. `code` and `remedy` are message keys (`people.nik.…`); nothing in `params` can
 * give the number away.
 */
export interface NikRefusal {
  readonly code: string
  readonly field: 'nik' | 'kk' | 'birthOn' | 'sex'
  readonly params: Readonly<Record<string, string | number>>
  readonly remedy: string
}

/** Where the number was issued: two digits each. It does not say where the person lives. */
export interface IssuedAt {
  readonly province: string
  readonly city: string
  readonly district: string
}

export interface ReadNik {
  readonly ok: true
  /** The sixteen digits without spaces. */
  readonly nik: string
  readonly sex: Sex
  /** The dates that the six digits can mean, latest first: one or two, because the century is not written. */
  readonly birthOn: readonly CivilDate[]
  readonly issuedAt: IssuedAt
}

export type NikReading = ReadNik | { readonly ok: false; readonly refusals: readonly NikRefusal[] }

export type KkReading =
  | { readonly ok: true; readonly kk: string; readonly issuedAt: IssuedAt }
  | { readonly ok: false; readonly refusals: readonly NikRefusal[] }

/** What else is known of the person, so that the number can be held against it. */
export interface NikReference {
  readonly today: CivilDate
  readonly birthOn?: CivilDate | undefined
  readonly sex?: Sex | undefined
}

/** Nobody alive is older; decides the century where two would do. */
const ageMax = 120

const womenDayOffset = 40

/**
 * Reads a NIK (nomor induk kependudukan): 2 digits province, 2 city, 2 district, DDMMYY of birth with 40 added to the
 * day for women, 4 serial. Says everything that is wrong at once.
 *
 * A number that is read is only well formed: whether it belongs to somebody, only the register can say.
 */
export function readNik(text: string, reference: NikReference): NikReading {
  const digits = sixteenDigits(text, 'nik')
  if (typeof digits !== 'string') {
    const dropped = digits.code === 'people.nik.length' ? zeroDropped(text, reference) : undefined
    return { ok: false, refusals: [dropped ?? digits] }
  }
  const refusals = issuerAndSerial(digits, 'nik')
  const dayWritten = Number(digits.slice(6, 8))
  const month = Number(digits.slice(8, 10))
  const sex: Sex = dayWritten > womenDayOffset ? 'F' : 'M'
  const day = sex === 'F' ? dayWritten - womenDayOffset : dayWritten
  const dayReal = day >= 1 && day <= 31
  if (!dayReal) refusals.push(no('nik', 'day', { day: digits.slice(6, 8) }))
  if (month < 1 || month > 12) refusals.push(no('nik', 'month', { month: digits.slice(8, 10) }))
  const birthOn =
    dayReal && month >= 1 && month <= 12 ? birthDates(Number(digits.slice(10, 12)), month, day, reference.today) : []
  if (dayReal && month >= 1 && month <= 12 && birthOn.length === 0) refusals.push(no('nik', 'date', { day, month }))
  if (reference.sex !== undefined && dayReal && reference.sex !== sex) refusals.push(no('sex', 'sex_differs', {}))
  const known = reference.birthOn
  const fitting = known === undefined ? birthOn : birthOn.filter((date) => date === known)
  if (birthOn.length > 0 && fitting.length === 0) refusals.push(no('birthOn', 'birth_differs', {}))
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, nik: digits, sex, birthOn: fitting, issuedAt: issuerOf(digits) }
}

/**
 * Reads the number of a family card (kartu keluarga): sixteen digits that begin with the issuing district and end in
 * a serial. What the six digits between mean is not checked.
 */
export function readKk(text: string): KkReading {
  const digits = sixteenDigits(text, 'kk')
  if (typeof digits !== 'string') return { ok: false, refusals: [digits] }
  const refusals = issuerAndSerial(digits, 'kk')
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, kk: digits, issuedAt: issuerOf(digits) }
}

/** `••••••••••••••01`: the only form in which a NIK or KK is shown. Shorter texts show nothing at all. */
export function maskNik(number: string): string {
  const digits = number.replaceAll(/\D/g, '')
  return '•'.repeat(14) + (digits.length === 16 ? digits.slice(14) : '••')
}

function sixteenDigits(text: string, field: 'nik' | 'kk'): string | NikRefusal {
  const compact = text
    .normalize('NFKC')
    .replace(/^\s*'/, '')
    .replaceAll(/[\s.-]/g, '')
  if (compact === '') return no(field, 'empty', {})
  // A spreadsheet keeps fifteen digits of a number and shows the rest as a power of ten.
  if (/^\d([.,]?\d+)?e\+?\d+$/i.test(text.trim())) return no(field, 'spreadsheet', {})
  if (!/^\d+$/.test(compact)) return no(field, 'not_digits', {})
  return compact.length === 16 ? compact : no(field, 'length', { digits: compact.length })
}

function issuerAndSerial(digits: string, field: 'nik' | 'kk'): NikRefusal[] {
  const { province, city, district } = issuerOf(digits)
  const refusals: NikRefusal[] = []
  if (province.startsWith('0')) refusals.push(no(field, 'province', { province }))
  if (city === '00') refusals.push(no(field, 'city', {}))
  if (district === '00') refusals.push(no(field, 'district', {}))
  if (digits.endsWith('0000')) refusals.push(no(field, 'serial', {}))
  return refusals
}

function issuerOf(digits: string): IssuedAt {
  return { province: digits.slice(0, 2), city: digits.slice(2, 4), district: digits.slice(4, 6) }
}

function birthDates(yearOfCentury: number, month: number, day: number, today: CivilDate): CivilDate[] {
  const { year } = partsOf(today)
  const century = Math.floor(year / 100) * 100
  return [century, century - 100]
    .map((base) => base + yearOfCentury)
    .filter((candidate) => candidate >= year - ageMax && isRealDate(candidate, month, day))
    .map((candidate) => civilDate(candidate, month, day))
    .filter((date) => compareDates(date, today) <= 0)
}

const zeroPlaces = [
  [6, 'day'],
  [8, 'month'],
  [10, 'year'],
  [12, 'serial'],
] as const

/** Whether fifteen digits become a number when one part gets back the zero it may have begun with. */
function zeroDropped(text: string, reference: NikReference): NikRefusal | undefined {
  const digits = text.normalize('NFKC').replaceAll(/\D/g, '')
  if (digits.length !== 15) return undefined
  const found = zeroPlaces.filter(([at]) => readNik(`${digits.slice(0, at)}0${digits.slice(at)}`, reference).ok)
  if (found.length === 0) return undefined
  return no('nik', 'zero_lost', { digits: 15, part: found.length === 1 ? (found[0]?.[1] ?? '') : 'several' })
}

function no(field: NikRefusal['field'], code: string, params: NikRefusal['params']): NikRefusal {
  const kind = field === 'kk' ? 'kk' : 'nik'
  return { code: `people.${kind}.${code}`, field, params, remedy: `people.${kind}.${code}.remedy` }
}

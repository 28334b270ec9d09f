import { yearOf } from '../../../kernel/clock/contract.ts'
import type { CivilDate } from '../../../kernel/clock/contract.ts'
import { findPhone } from '../../../kernel/notify/contract.ts'
import type { FieldIssue } from '../../../kernel/refusal/contract.ts'
import { readBirth } from './birth.ts'
import { nameKey, tidyName } from './name-key.ts'
import { readNik } from './nik.ts'

export interface PersonGiven {
  readonly fullName: string
  readonly birthOn?: CivilDate | undefined
  readonly birthYear?: number | undefined
  readonly sex?: 'female' | 'male' | undefined
  readonly phone?: string | undefined
  readonly address?: string | undefined
  readonly nik?: string | undefined
}

export interface PersonRead {
  readonly fullName: string
  readonly nameKey: string
  readonly birthOn: CivilDate | null
  readonly birthYear: number | null
  readonly sex: 'female' | 'male' | null
  /** `+62…` */
  readonly phone: string | null
  readonly address: string | null
  /** Sixteen digits. */
  readonly nik: string | null
}

/**
 * Reads what was written about a person, with everything that is wrong at once; an empty text counts as not given.
 * Nothing is taken from the NIK: it is held against the birth and sex that are known otherwise.
 */
export function readPerson(given: PersonGiven, today: CivilDate): { read: PersonRead; issues: FieldIssue[] } {
  const issues: FieldIssue[] = []
  const fullName = tidyName(given.fullName)
  const key = nameKey(fullName)
  if (!/\p{L}/u.test(key)) issues.push({ field: 'fullName', code: 'person.name_without_letters', params: {} })

  const birth = readBirth(given, today)
  if ('code' in birth) issues.push({ ...birth, params: {} })
  const known = 'code' in birth ? { birthOn: null, birthYear: null } : birth

  const phone = given.phone ? findPhone(given.phone) : undefined
  if (given.phone && !phone) {
    const digits = given.phone.replaceAll(/\D/g, '').length
    issues.push({ field: 'phone', code: 'phone.not_a_number', params: { digits } })
  }
  const nik = given.nik ? readNikField(given.nik, { today, sex: given.sex, ...known }) : { nik: null, issues: [] }
  issues.push(...nik.issues)
  const read = {
    ...known,
    fullName,
    nameKey: key,
    sex: given.sex ?? null,
    phone: phone?.e164 ?? null,
    address: given.address ? tidyName(given.address) : null,
    nik: nik.nik,
  }
  return { read, issues }
}

function readNikField(
  text: string,
  known: {
    today: CivilDate
    sex: 'female' | 'male' | undefined
    birthOn: CivilDate | null
    birthYear: number | null
  },
): { nik: string | null; issues: FieldIssue[] } {
  const { today, birthOn, birthYear } = known
  const sex = known.sex && (known.sex === 'female' ? 'F' : 'M')
  const read = readNik(text, { today, sex, birthOn: birthOn ?? undefined })
  if (!read.ok) return { nik: null, issues: read.refusals.map(({ code, field, params }) => ({ code, field, params })) }
  if (birthOn === null && birthYear !== null && !read.birthOn.some((date) => yearOf(date) === birthYear)) {
    return { nik: null, issues: [{ field: 'birthYear', code: 'people.nik.birth_differs', params: {} }] }
  }
  return { nik: read.nik, issues: [] }
}

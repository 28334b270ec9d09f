import { compareDates, yearOf } from '../../../kernel/clock/contract.ts'
import type { CivilDate } from '../../../kernel/clock/contract.ts'

/** Nobody alive is older. */
const ageMax = 120

export interface Birth {
  readonly birthOn: CivilDate | null
  readonly birthYear: number | null
}

export type BirthFault = { readonly code: string; readonly field: 'birthOn' | 'birthYear' }

/** What is known of a birth: a date gives its year; a year and a date that differ, or one not of this life, are faults. */
export function readBirth(
  given: { birthOn?: CivilDate | undefined; birthYear?: number | undefined },
  today: CivilDate,
): Birth | BirthFault {
  const { birthOn, birthYear } = given
  const field = birthOn === undefined ? 'birthYear' : 'birthOn'
  if (birthOn !== undefined && birthYear !== undefined && yearOf(birthOn) !== birthYear) {
    return { code: 'person.birth_year_differs', field: 'birthYear' }
  }
  const year = birthOn === undefined ? birthYear : yearOf(birthOn)
  if (year === undefined) return { birthOn: null, birthYear: null }
  const future = birthOn === undefined ? year > yearOf(today) : compareDates(birthOn, today) > 0
  if (future) return { code: 'person.birth_in_future', field }
  if (year < yearOf(today) - ageMax) return { code: 'person.birth_too_long_ago', field }
  return { birthOn: birthOn ?? null, birthYear: year }
}

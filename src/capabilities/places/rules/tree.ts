import { compareDates } from '../../../kernel/clock/contract.ts'
import type { CivilDate } from '../../../kernel/clock/contract.ts'

/** What may stand directly under what; a kind that is not named here (a unit, a school) may stand under any of these. */
const parentsOf: Readonly<Record<string, readonly string[]>> = {
  kecamatan: ['city'],
  kelurahan: ['kecamatan'],
  rw: ['kelurahan'],
  rt: ['rw'],
}
const anywhere = ['city', 'kecamatan', 'kelurahan', 'rw', 'rt']

export function mayStandUnder(kind: string, parentKind: string): boolean {
  return (parentsOf[kind] ?? anywhere).includes(parentKind)
}

/** The way from the root: the parent's way and the last twelve digits of the place's own id, with a dot behind. */
export function pathOf(parentPath: string, id: string): string {
  return `${parentPath}${id.replaceAll('-', '').slice(-12)}.`
}

export interface Period {
  readonly validFrom: CivilDate
  readonly validTo: CivilDate | null
}

/** Whether two periods share a day; both ends belong to a period. */
export function overlaps(one: Period, other: Period): boolean {
  const endsBefore = (a: Period, b: Period) => a.validTo !== null && compareDates(a.validTo, b.validFrom) < 0
  return !endsBefore(one, other) && !endsBefore(other, one)
}

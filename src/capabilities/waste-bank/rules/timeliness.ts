import { daysBetween } from '../../../kernel/clock/contract.ts'

export type Timeliness = 'same_day' | 'within_week' | 'later' | 'imported'

/** How soon after it happened a record was made: on the day, within 7 days, later. */
export function timelinessOf(businessDay: string, recordedOn: string): Exclude<Timeliness, 'imported'> {
  const days = daysBetween(businessDay, recordedOn)
  if (days <= 0) return 'same_day'
  return days <= 7 ? 'within_week' : 'later'
}

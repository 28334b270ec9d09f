import { refuse } from '../refusal/index.ts'
import type { Manifest } from '../registry/index.ts'
import { addHoliday, listHolidays, removeHoliday, seedHolidays } from './holiday-list.ts'
import { up } from './migrations/0001-holiday.ts'
import { texts } from './texts/index.ts'

export const calendarManifest: Manifest = {
  name: 'calendar',
  uses: [],
  migrations: [{ name: '0001-holiday', up }],
  tables: { holiday: { holds: 'public', retention: 'as long as the city', proof: 'rows', id: ['holidayOn'] } },
  permissions: { 'calendar.manage': ['city_admin'] },
  operations: [addHoliday, removeHoliday, seedHolidays],
  queries: [listHolidays],
  texts,
  constraints: { holiday_pkey: () => refuse('holiday.known', {}, { kind: 'conflict', field: 'holidayOn' }) },
}

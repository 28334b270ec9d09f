import type { Manifest } from '../registry/index.ts'
import { up } from './migrations/0001-holiday.ts'

export const calendarManifest: Manifest = {
  name: 'calendar',
  uses: [],
  migrations: [{ name: '0001-holiday', up }],
  tables: { holiday: { holds: 'public', retention: 'as long as the city', proof: 'rows', id: ['holidayOn'] } },
}

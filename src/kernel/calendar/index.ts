/** The server door; this part is isomorphic but for its table. */
export { fixedHolidays, holidaysOf } from './holidays.ts'
export { holidayKinds } from './tables.ts'
export type { CalendarTables, HolidayKind, HolidayRow } from './tables.ts'
export { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-days.ts'
export type { IsHoliday } from './working-days.ts'
export { addHoliday, listHolidays, removeHoliday, seedHolidays } from './holiday-list.ts'

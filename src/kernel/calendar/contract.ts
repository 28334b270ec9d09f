/** The isomorphic door. */
export { fixedHolidays, holidaysOf } from './holidays.ts'
export { holidayKinds } from './tables.ts'
export type { CalendarTables, HolidayKind, HolidayRow } from './tables.ts'
export { addWorkingDays, isWorkingDay, workingDayFrom, workingDaysBetween } from './working-days.ts'
export type { IsHoliday } from './working-days.ts'

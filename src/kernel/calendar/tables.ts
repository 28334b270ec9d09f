/** national: decreed for the country · joint_leave: cuti bersama · city: declared by the city */
export const holidayKinds = ['national', 'joint_leave', 'city'] as const
export type HolidayKind = (typeof holidayKinds)[number]

export interface HolidayRow {
  holidayOn: string
  nameId: string
  nameEn: string
  kind: HolidayKind
  /** Number of the decree, or `tanggal tetap`. */
  basis: string
}

export interface CalendarTables {
  holiday: HolidayRow
}

import type { ColumnType } from 'kysely'

/** Which letters a device has at a place. One device may serve several places, with letters of its own at each. */
export interface DeviceLetterTable {
  placeId: string
  deviceId: string
  letter: string
  label: string
  madeAt: ColumnType<string, string, never>
}

/** Where a device stands at a place in a year. */
export interface NumberSeriesTable {
  placeId: string
  letter: string
  year: number
  /** Of the unit, as it was at the last number. */
  code: string
  /** The running number that comes next. */
  next: number
}

/** A number below `next` that has not arrived: given without signal and still on the device, or lost with it. */
export interface NumberMissingTable {
  placeId: string
  letter: string
  year: number
  running: number
  since: ColumnType<string, string, never>
}

export interface NumberingTables {
  deviceLetter: DeviceLetterTable
  numberSeries: NumberSeriesTable
  numberMissing: NumberMissingTable
}

/**
 * Kept sums: contributions of one place, dimension, business month, month of recording and timeliness.
 * The month of recording lets a figure be asked as it was known at an earlier time.
 */
export interface IndicatorPartTable {
  indicator: string
  placeId: string
  dimension: string
  /** Business month, `2026-10`. */
  month: string
  /** Month of recording in UTC, `2026-10`. */
  recordedMonth: string
  timeliness: string
  n: number
  amount: number
}

/**
 * The same over all places, for questions about the whole. In eight slots by place, so that two places seldom wait for
 * one row.
 */
export interface IndicatorWholeTable extends Omit<IndicatorPartTable, 'placeId'> {
  slot: number
}

export interface IndicatorTables {
  indicatorPart: IndicatorPartTable
  indicatorWhole: IndicatorWholeTable
}

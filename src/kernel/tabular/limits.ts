/** What a file may cost before anybody has looked at it. */
export interface TabularLimits {
  /** Size of the file as it was sent. */
  readonly bytes: number
  /** Sum of all parts of a workbook after unpacking. */
  readonly unpackedBytes: number
  /** Unpacked by packed size of one part, from a mebibyte on; honest sheets stay below 40. */
  readonly ratio: number
  /** Parts in a workbook. */
  readonly parts: number
  readonly rows: number
  readonly columns: number
  /** Characters in one cell; Excel itself stops at 32,767. */
  readonly cellLength: number
}

export const defaultLimits: TabularLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
  ratio: 100,
  parts: 2000,
  rows: 100_000,
  columns: 256,
  cellLength: 32_767,
}

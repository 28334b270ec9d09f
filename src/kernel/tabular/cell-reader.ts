import type { CivilDate } from '../clock/contract.ts'
import type { Cell } from './cell.ts'

export interface ReadContext {
  /** Decides the century of a two-digit year, and what lies in the future. */
  readonly today: CivilDate
}

export type ProblemParams = Readonly<Record<string, string | number>>

/**
 * What became of one cell. A problem's `code` is a message key, and `<code>.remedy` the key of what to do.
 * A flag is a message key too: the value was taken, and somebody should know how.
 */
export type CellResult<T> =
  | { readonly ok: true; readonly value: T; readonly flag?: string }
  | { readonly ok: false; readonly code: string; readonly params: ProblemParams }

/** Reads a cell that is neither blank nor an error. */
export type CellReader<T> = (cell: Cell, context: ReadContext) => CellResult<T>

export function taken<T>(value: T, flag?: string): CellResult<T> {
  return flag === undefined ? { ok: true, value } : { ok: true, value, flag }
}

export function wrong(code: string, params: ProblemParams = {}): { ok: false; code: string; params: ProblemParams } {
  return { ok: false, code: `tabular.row.${code}`, params }
}

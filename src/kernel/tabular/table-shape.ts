import type { z } from 'zod'
import { isFormulaWithoutResult } from './cell.ts'
import type { Cell } from './cell.ts'
import type { CellReader, ProblemParams, ReadContext } from './cell-reader.ts'

/** One column that a file may have. */
export interface ColumnShape {
  /** What people call it, the best name first. Case, spaces, signs and accents do not matter. */
  readonly headers: readonly [string, ...string[]]
  readonly read: CellReader<unknown>
  /** Judges the value that was read; a blank cell is `undefined`. */
  readonly schema: z.ZodType
  /** The file may come without this column. */
  readonly mayBeMissing?: boolean
  /** Reports do not repeat what the cell says: NIK, KK, health. */
  readonly sensitive?: boolean
}

export type TableShape = Readonly<Record<string, ColumnShape>>

export type RowOf<Shape extends TableShape> = { readonly [Key in keyof Shape]: z.output<Shape[Key]['schema']> }

/** Declares what a file should hold, column by column. */
export function tableShape<const Shape extends TableShape>(columns: Shape): Shape {
  return columns
}

/** Why a cell, or a whole row, was not taken. */
export interface CellProblem {
  /** The key of the column in the shape; '' for the whole row. */
  readonly field: string
  /** The header of the column as the file has it. */
  readonly column: string
  /** A message key; `<code>.remedy` says what to do. */
  readonly code: string
  readonly params: ProblemParams
}

/** The value was taken, but in a way that somebody should know. `code` is a message key. */
export interface CellFlag {
  readonly field: string
  readonly column: string
  readonly code: string
}

export type CellOutcome =
  | { readonly value: unknown; readonly flags: readonly string[] }
  | Pick<CellProblem, 'code' | 'params'>

/** Reads and judges one cell. */
export function readCell(shape: ColumnShape, cell: Cell, context: ReadContext): CellOutcome {
  const shown = shape.sensitive === true ? '…' : clipped(cell.text)
  const problem = (code: string, params: ProblemParams = {}) => ({ code, params: { value: shown, ...params } })
  if (cell.kind === 'error') return problem('tabular.row.cell_error')
  if (isFormulaWithoutResult(cell)) return problem('tabular.row.formula_without_result')
  const flags = cell.formula ? ['tabular.flag.formula'] : []
  let value: unknown
  if (cell.kind !== 'blank') {
    const read = shape.read(cell, context)
    if (!read.ok) return problem(read.code, read.params)
    value = read.value
    if (read.flag !== undefined) flags.push(read.flag)
  }
  const judged = shape.schema.safeParse(value)
  if (judged.success) return { value: judged.data, flags }
  const issue = judged.error.issues[0]
  if (cell.kind === 'blank') return problem('tabular.row.required')
  if (issue?.code === 'too_small') return problem('tabular.row.too_small', { min: Number(issue.minimum) })
  if (issue?.code === 'too_big') return problem('tabular.row.too_big', { max: Number(issue.maximum) })
  if (issue?.code === 'custom' && typeof issue.params?.['code'] === 'string') return problem(issue.params['code'])
  return problem('tabular.row.not_allowed')
}

function clipped(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

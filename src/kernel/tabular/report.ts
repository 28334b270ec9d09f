import type { AnyTranslate } from '../i18n/contract.ts'
import type { TableReading } from './read-table.ts'
import type { CellFlag, CellProblem } from './table-shape.ts'

export interface RejectedRow {
  readonly line: number
  readonly problems: readonly CellProblem[]
}

/** A whole file at once; for files that the caller holds in memory anyway. */
export interface TakenTable<Row> {
  readonly rows: readonly { readonly line: number; readonly values: Row }[]
  readonly rejected: readonly RejectedRow[]
  readonly flags: readonly (CellFlag & { readonly line: number })[]
}

export async function takeAll<Row>(reading: TableReading<Row>): Promise<TakenTable<Row>> {
  const rows: { line: number; values: Row }[] = []
  const rejected: RejectedRow[] = []
  const flags: (CellFlag & { line: number })[] = []
  for await (const row of reading.rows()) {
    if (row.ok) {
      rows.push({ line: row.line, values: row.values })
      for (const flag of row.flags) flags.push({ ...flag, line: row.line })
    } else rejected.push({ line: row.line, problems: row.problems })
  }
  return { rows, rejected, flags }
}

/** A problem in words: where, what, and what to do. `t` must know this part's texts and those of the shape's room. */
export function describeProblem(
  line: number,
  problem: CellProblem,
  t: AnyTranslate,
): { readonly where: string; readonly what: string; readonly remedy: string } {
  const remedy = `${problem.code}.remedy`
  return {
    where:
      problem.column === ''
        ? t('tabular.where.row', { line })
        : t('tabular.where.cell', { line, column: problem.column }),
    what: t.has(problem.code) ? t(problem.code, problem.params) : t('tabular.row.not_allowed', problem.params),
    remedy: t.has(remedy) ? t(remedy, problem.params) : t('tabular.row.not_allowed.remedy', problem.params),
  }
}

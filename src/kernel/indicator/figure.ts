import { sql } from 'kysely'
import { readQuestion, reader } from './ask.ts'
import type { AskContext, Question } from './ask.ts'
import { timelinesses } from './contract.ts'
import type { Figure, FigureFilter, IndicatorDefinition } from './contract.ts'
import { countCells, countReports } from './count.ts'
import type { CountedCell } from './count.ts'
import { hideSmall } from './suppress.ts'
import type { Edge, Hidden } from './suppress.ts'

/**
 * The figure for anyone, small cells hidden.
 * @throws Refusal as `readQuestion`
 */
export async function askFigure(context: AskContext, filter: FigureFilter): Promise<Figure> {
  const question = await readQuestion(context, filter)
  const [cells, reports, labels] = await Promise.all([
    countCells(context.db, question),
    countReports(context.db, question),
    readLabels(context.db, question.definition),
  ])
  const table = tabulate(cells)
  const total = table.shown('Σ', 'Σ')
  return {
    ...headOf(question),
    ...total,
    timeliness: timelinesses.map((timeliness) => ({
      timeliness,
      n: total.n === null ? null : sumOf(cells.filter((cell) => cell.timeliness === timeliness)).n,
    })),
    ...reports,
    months: table.months.map((month) => ({ month, ...table.shown(month, 'Σ') })),
    dimensions: table.dimensions.map((id) => ({ ...labelOf(labels, id), ...table.shown('Σ', id) })),
    cells: table.months.flatMap((month) =>
      table.dimensions.flatMap((dimension) => {
        const cell = table.shown(month, dimension)
        return cell.n === 0 ? [] : [{ month, dimension, ...cell }]
      }),
    ),
  }
}

/** What is said above every answer about a figure: which one, of whom, and as of which two times. */
export function headOf({ definition, place, dimension, from, businessAsOf, recordedAsOf }: Question) {
  const { name, title, measure } = definition
  return {
    name,
    title,
    definition: definition.definition,
    measure,
    dimensionTitle: definition.dimension.title,
    populationTitle: definition.population.title,
    place: place && { id: place.id, name: place.name },
    dimension,
    from,
    businessAsOf,
    recordedAsOf,
  }
}

export interface Label {
  readonly id: string
  readonly nameId: string
  readonly nameEn: string
}

export async function readLabels(db: object, { dimension }: IndicatorDefinition): Promise<Map<string, Label>> {
  const { rows } = await sql<Label>`${sql.raw(dimension.labels)}`.execute(reader(db))
  return new Map(rows.map((row) => [row.id, row]))
}

export function labelOf(labels: ReadonlyMap<string, Label>, id: string): Label {
  return labels.get(id) ?? { id, nameId: id, nameEn: id }
}

export function sumOf(cells: readonly Pick<CountedCell, 'n' | 'amount'>[]): { n: number; amount: number } {
  return cells.reduce((sum, cell) => ({ n: sum.n + cell.n, amount: sum.amount + cell.amount }), { n: 0, amount: 0 })
}

/** Months by dimensions with sums in row and column `Σ`, and what of it may be shown. */
export function tabulate(counted: readonly CountedCell[]) {
  const sums = new Map<string, { n: number; amount: number }>()
  for (const cell of counted) {
    for (const key of [`${cell.month} ${cell.dimension}`, `${cell.month} Σ`, `Σ ${cell.dimension}`, 'Σ Σ']) {
      sums.set(key, sumOf([sums.get(key) ?? { n: 0, amount: 0 }, cell]))
    }
  }
  const months = [...new Set(counted.map(({ month }) => month))].toSorted()
  const dimensions = [...new Set(counted.map(({ dimension }) => dimension))].toSorted()
  const keys = ['Σ', ...months].flatMap((month) => ['Σ', ...dimensions].map((dimension) => [month, dimension] as const))
  const edges: Edge[] = keys.map(([month, dimension]) => ({
    from: `month ${month}`,
    to: `dimension ${dimension}`,
    n: sums.get(`${month} ${dimension}`)?.n ?? 0,
  }))
  const hidden = hideSmall(edges)
  const hiddenAt = new Map<string, Hidden>()
  for (const [index, [month, dimension]] of keys.entries()) {
    const how = hidden.get(index)
    if (how) hiddenAt.set(`${month} ${dimension}`, how)
  }
  return {
    months,
    dimensions,
    shown(month: string, dimension: string): { n: number | null; amount: number | null; hidden: Hidden | null } {
      const key = `${month} ${dimension}`
      const how = hiddenAt.get(key)
      if (how) return { n: null, amount: null, hidden: how }
      return { ...(sums.get(key) ?? { n: 0, amount: 0 }), hidden: null }
    },
  }
}

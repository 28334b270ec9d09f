import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tabulate } from './figure.ts'
import { hideSmall } from './suppress.ts'

const cell = (month: string, dimension: string, n: number) => ({
  month,
  dimension,
  n,
  amount: n * 1000 + 7,
  timeliness: 'same_day' as const,
})

describe('small cells', () => {
  it('shows a table without small cells whole', () => {
    const table = tabulate([cell('2026-10', 'a', 5), cell('2026-10', 'b', 9)])
    expect(table.shown('2026-10', 'a')).toEqual({ n: 5, amount: 5007, hidden: null })
    expect(table.shown('Σ', 'Σ')).toEqual({ n: 14, amount: 14014, hidden: null })
  })

  it('hides a lonely one in its sums too', () => {
    const table = tabulate([cell('2026-10', 'a', 4)])
    for (const [month, dimension] of [
      ['2026-10', 'a'],
      ['2026-10', 'Σ'],
      ['Σ', 'a'],
      ['Σ', 'Σ'],
    ] as const) {
      expect(table.shown(month, dimension)).toEqual({ n: null, amount: null, hidden: 'small' })
    }
  })

  it('hides the next smallest beside one, and not the largest', () => {
    const table = tabulate([cell('2026-10', 'a', 2), cell('2026-10', 'b', 30), cell('2026-10', 'c', 8)])
    expect(table.shown('2026-10', 'a').hidden).toBe('small')
    expect(table.shown('2026-10', 'c').hidden).toBe('beside')
    expect(table.shown('2026-10', 'b').hidden).toBe(null)
    expect(table.shown('Σ', 'Σ')).toMatchObject({ n: 40, hidden: null })
  })

  it('hides a third beside two that are fewer than five together', () => {
    const table = tabulate([cell('2026-10', 'a', 1), cell('2026-10', 'b', 2), cell('2026-10', 'c', 40)])
    expect(['a', 'b', 'c'].map((dimension) => table.shown('2026-10', dimension).hidden)).toEqual([
      'small',
      'small',
      'beside',
    ])
  })

  it('knows an empty edge to be nothing', () => {
    expect(hideSmall([{ from: 'x', to: 'y', n: 0 }])).toEqual(new Map())
  })
})

/** What can be computed: Gaussian elimination over the sums, with the shown cells known. An oracle of its own. */
function computable(sums: number[][], unknown: readonly number[]): number[] {
  const rows = sums.map((row) => unknown.map((index) => row[index] ?? 0))
  let top = 0
  for (let column = 0; column < unknown.length && top < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= top && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    ;[rows[top], rows[pivot]] = [rows[pivot] as number[], rows[top] as number[]]
    const lead = rows[top] as number[]
    const by = lead[column] as number
    rows[top] = lead.map((value) => value / by)
    for (const [index, row] of rows.entries()) {
      if (index === top) continue
      const factor = row[column] as number
      rows[index] = row.map((value, at) => value - factor * ((rows[top] as number[])[at] as number))
    }
    top += 1
  }
  return rows.flatMap((row) => {
    const used = row.flatMap((value, index) => (Math.abs(value) > 1e-9 ? [index] : []))
    return used.length === 1 ? [unknown[used[0] as number] as number] : []
  })
}

describe('any table', () => {
  const tables = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
    .chain(([months, dimensions]) =>
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.nat({ max: 50 })), sized(dimensions)),
        sized(months),
      ),
    )
  function sized(n: number) {
    return { minLength: n, maxLength: n }
  }

  it('no hidden cell can be computed from the shown ones and the sums', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const cells = counts
          .flatMap((row, m) => row.map((n, d) => cell(`2026-${10 + m}`, `d${d}`, n)))
          .filter(({ n }) => n > 0)
        const table = tabulate(cells)
        const [months, dimensions] = [
          ['Σ', ...table.months],
          ['Σ', ...table.dimensions],
        ]
        const at = (m: number, d: number) => m * dimensions.length + d
        const value = (m: number, d: number) =>
          cells
            .filter(
              ({ month, dimension }) => (m === 0 || month === months[m]) && (d === 0 || dimension === dimensions[d]),
            )
            .reduce((sum, { n }) => sum + n, 0)
        const line = (edges: number[]) => {
          const row: number[] = []
          for (const [at0, edge] of edges.entries()) row[edge] = at0 === 0 ? -1 : 1
          return row
        }
        const sums = [
          ...months.map((_, m) => line(dimensions.map((_each, d) => at(m, d)))),
          ...dimensions.map((_, d) => line(months.map((_each, m) => at(m, d)))),
        ]
        const all = months.flatMap((month, m) => dimensions.map((dimension, d) => ({ month, dimension, m, d })))
        const unknown = all
          .filter(({ month, dimension }) => table.shown(month, dimension).hidden)
          .map(({ m, d }) => at(m, d))
        for (const { month, dimension, m, d } of all) {
          const { hidden, n } = table.shown(month, dimension)
          const real = value(m, d)
          if (hidden === null) expect(n).toBe(real)
          if (real > 0 && real < 5) expect(hidden).toBe('small')
        }
        expect(computable(sums, unknown)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

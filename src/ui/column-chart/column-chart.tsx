import './column-chart.css'
import type { ReactNode } from 'react'
import { type ChartColumn, ChartMonths, ChartTable } from '../bar-chart/index.ts'

interface ColumnChartProps {
  id: string
  /** What is counted: "Setoran"; head of the table's second column. */
  name: string
  /** The chart in one sentence. */
  sentence: string
  columns: readonly ChartColumn[]
  /** One a column; null where nothing is known. Below zero is drawn as zero. */
  values: readonly (number | null)[]
  cells: readonly ReactNode[]
  /** The line at the top, a round amount not below the highest value, and its words: "400 setoran". */
  top: { value: number; text: string }
  table: {
    caption: ReactNode
    region: string
    columnHead: ReactNode
    foot?: readonly ReactNode[] | undefined
    captionHidden?: boolean | undefined
  }
}

const height = 120

/** One series by month, day or year: plain columns in one hue, a line at the top and at half, and the table below. */
export function ColumnChart({ id, name, sentence, columns, values, cells, top, table }: ColumnChartProps) {
  return (
    <div className="stack">
      <div className="columns-chart">
        <p className="columns-top" aria-hidden="true">
          {top.text}
        </p>
        <svg
          viewBox={`0 0 ${columns.length * 20} ${height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={sentence}
        >
          <path className="columns-grid" d={`M0 0.5H${columns.length * 20}M0 ${height / 2}H${columns.length * 20}`} />
          {values.map((value, index) => {
            const { key, current } = columns[index] ?? { key: String(index), current: false }
            if (value === null)
              return (
                <path
                  key={key}
                  className="columns-gap"
                  d={`M${index * 20 + 5} ${height - 1.5}h10`}
                  strokeDasharray="2 2"
                />
              )
            const high = top.value > 0 ? Math.min(height, (Math.max(0, value) / top.value) * height) : 0
            return (
              <rect
                key={key}
                x={index * 20 + 4}
                y={round(height - high)}
                width="12"
                height={round(high)}
                fill="currentColor"
                opacity={current ? 1 : 0.78}
              />
            )
          })}
        </svg>
        <ChartMonths columns={columns} />
      </div>
      <ChartTable
        id={id}
        columns={columns}
        series={[{ key: 'value', name, sum: null, values, cells, sentence }]}
        table={table}
      />
    </div>
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

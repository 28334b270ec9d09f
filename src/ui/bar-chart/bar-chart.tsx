import './bar-chart.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { DataTable } from '../data-table/index.ts'
import { chartHeight, chartWidth, columnCentre, pilePath, threadAmount, threadDistance } from './threads.ts'

export interface ChartColumn {
  key: string
  /** Full name, for the table: "September 2026". */
  name: string
  /** One or two letters under the pile: "S". */
  short: string
  /** Second line under it, where a year begins: "2026". */
  below?: string | undefined
  /** The column now looked at; drawn at full strength. */
  current?: boolean | undefined
}

export interface ChartSeries {
  key: string
  name: string
  /** Formatted sum: "16.623 kg". */
  sum: ReactNode
  /** One a column; null where nothing is known. */
  values: readonly (number | null)[]
  /** What the table shows for each value: formatted, and a link that opens its records. */
  cells: readonly ReactNode[]
  /** The row in one sentence, for whom cannot see it. */
  sentence: string
}

interface BarChartProps {
  id: string
  columns: readonly ChartColumn[]
  series: readonly ChartSeries[]
  /** What one thread stands for; `threadAmount(highest)` unless the page knows better. Say it in words beside the chart. */
  amount?: number | undefined
  table: {
    caption: ReactNode
    region: string
    columnHead: ReactNode
    foot?: readonly ReactNode[] | undefined
    captionHidden?: boolean | undefined
  }
}

/** Piles of threads, one row a series, all on one scale and in one hue, with the table of the same figures below. */
export function BarChart({ id, columns, series, amount, table }: BarChartProps) {
  const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const thread = amount ?? threadAmount(highest)
  const threads = Math.ceil(highest / thread)
  return (
    <div className="stack">
      <div className="strips">
        {series.map((row) => (
          <Strip key={row.key} row={row} columns={columns} thread={thread} threads={threads} />
        ))}
        <div className="strip-axis" aria-hidden="true">
          <ChartMonths columns={columns} />
        </div>
      </div>
      <ChartTable id={id} columns={columns} series={series} table={table} />
    </div>
  )
}

function Strip({
  row,
  columns,
  thread,
  threads,
}: {
  row: ChartSeries
  columns: readonly ChartColumn[]
  thread: number
  threads: number
}) {
  const strokeWidth = threadDistance(threads) * 0.75
  const path = (wanted: boolean) =>
    columns
      .map((column, index) =>
        Boolean(column.current) === wanted ? pilePath(row.values[index] ?? null, index, thread, threads) : '',
      )
      .join('')
  const gaps = row.values
    .map((value, index) => (value === null ? `M${columnCentre(index) - 5} ${chartHeight - 2}h10` : ''))
    .join('')
  return (
    <div className="strip">
      <p className="strip-name">{row.name}</p>
      <p className="strip-sum">{row.sum}</p>
      <svg
        viewBox={`0 0 ${chartWidth(columns.length)} ${chartHeight}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={row.sentence}
      >
        <path d={path(false)} stroke="currentColor" strokeWidth={strokeWidth} opacity="0.78" />
        <path d={path(true)} stroke="currentColor" strokeWidth={strokeWidth} />
        {gaps === '' ? null : <path className="strip-gap" d={gaps} strokeWidth="1.5" strokeDasharray="2 2" />}
      </svg>
    </div>
  )
}

/** Names of the columns below a chart; the table says the same to whoever does not see them. */
export function ChartMonths({ columns }: { columns: readonly ChartColumn[] }) {
  return (
    <p className="strip-months" aria-hidden="true">
      {columns.map(({ key, short, below, current }) => (
        <span key={key} className={classNames(current && 'strip-now')}>
          {short}
          {below === undefined ? null : <span className="strip-below">{below}</span>}
        </span>
      ))}
    </p>
  )
}

export function ChartTable({ id, columns, series, table }: Pick<BarChartProps, 'id' | 'columns' | 'series' | 'table'>) {
  const rows = columns.map((column, index) => ({ column, cells: series.map(({ cells }) => cells[index]) }))
  return (
    <DataTable
      id={`${id}-table`}
      caption={table.caption}
      captionHidden={table.captionHidden}
      region={table.region}
      rows={rows}
      rowKey={({ column }) => column.key}
      foot={table.foot}
      columns={[
        { key: 'column', head: table.columnHead, cell: ({ column }) => column.name, rowHeader: true, keep: true },
        ...series.map(({ key, name }, index) => ({
          key,
          head: name,
          cell: (row: (typeof rows)[number]) => row.cells[index],
          numeric: true,
        })),
      ]}
    />
  )
}

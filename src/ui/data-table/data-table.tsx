import './data-table.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Icon } from '../icon/index.ts'

export interface Column<Row> {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures: right-aligned, tabular, never broken. */
  numeric?: boolean | undefined
  /** The cell that names the row: `th scope="row"`. One column a table. */
  rowHeader?: boolean | undefined
  /** Keep the cell on one line. */
  keep?: boolean | undefined
  /** Link that sorts by this column; `direction` is set on the column by which the rows stand now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined
  /**
   * Name of the cell when rows are stacked on a phone; a string, because it is drawn by CSS.
   * The head unless said; `''` leaves the cell without a name.
   */
  stackLabel?: string | undefined
}

interface DataTableProps<Row> {
  id: string
  caption: ReactNode
  captionHidden?: boolean | undefined
  /** Name of the region that can be scrolled: "Tabel kilogram, dapat digeser". */
  region: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Sums, one a column; `undefined` leaves the cell empty. */
  foot?: readonly ReactNode[] | undefined
  /** What stands here when there are no rows: an `Empty` with the next step. */
  empty?: ReactNode
  selected?: ((row: Row) => boolean) | undefined
  /** On a phone each row becomes a block of named lines instead of a wide table to scroll. */
  stack?: boolean | undefined
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { id, caption, captionHidden, region, columns, rows, rowKey, foot, empty, selected, stack } = props
  if (rows.length === 0 && empty !== undefined) return empty
  return (
    // A region that scrolls must be reachable by keyboard (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" tabIndex={0} role="region" aria-label={region} id={id}>
      <table className={classNames('table', stack && 'table-stack', selected !== undefined && 'table-pick')}>
        <caption className={captionHidden ? 'vh' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={selected?.(row) ? 'selected' : undefined}>
              {columns.map((column) => (
                <BodyCell key={column.key} column={column} row={row} stack={stack === true} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <Foot columns={columns} foot={foot} />}
      </table>
    </div>
  )
}

function HeadCell<Row>({ column: { head, numeric, sort } }: { column: Column<Row> }) {
  const icon =
    sort?.direction === undefined ? 'caret-up-down' : sort.direction === 'ascending' ? 'caret-up' : 'caret-down'
  return (
    <th
      scope="col"
      className={numeric ? 'n' : undefined}
      aria-sort={sort === undefined ? undefined : (sort.direction ?? 'none')}
    >
      {sort === undefined ? (
        head
      ) : (
        <a className="sort" href={sort.href}>
          {head}
          <Icon name={icon} />
        </a>
      )}
    </th>
  )
}

function BodyCell<Row>({ column, row, stack }: { column: Column<Row>; row: Row; stack: boolean }) {
  const { head, cell, numeric, rowHeader, keep, stackLabel } = column
  const label = stackLabel ?? (stack && typeof head === 'string' ? head : '')
  const className = classNames(numeric && 'n', keep && 'nowrap') || undefined
  return rowHeader ? (
    <th scope="row" className={className}>
      {cell(row)}
    </th>
  ) : (
    <td className={className} data-label={label || undefined}>
      {label === '' ? cell(row) : <div>{cell(row)}</div>}
    </td>
  )
}

function Foot<Row>({ columns, foot }: { columns: readonly Column<Row>[]; foot: readonly ReactNode[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map(({ key, numeric }, index) =>
          index === 0 ? (
            <th key={key} scope="row">
              {foot[0]}
            </th>
          ) : (
            <td key={key} className={numeric ? 'n' : undefined}>
              {foot[index]}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}

import type { CustomTableLayout } from 'pdfmake/interfaces.js'
import { palette } from './palette.ts'

const hairline = 0.5
const rule = 0.9

/** Lines of a table by name; a table names one in `layout`. */
export const tableLayouts = {
  /** A dark rule above and below, a hairline between rows, and no vertical line. */
  dahaTable: {
    hLineWidth: (row, { table }) =>
      row === 0 || row === (table.headerRows ?? 0) || row === table.body.length ? rule : hairline,
    hLineColor: (row, { table }) =>
      row === 0 || row === (table.headerRows ?? 0) || row === table.body.length ? palette.lineStrong : palette.line,
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : 6),
    paddingRight: (column, { table }) => (column === (table.widths?.length ?? 0) - 1 ? 0 : 6),
    paddingTop: () => 4,
    paddingBottom: () => 3,
  },
  /** Names and values beside each other: no lines at all. */
  dahaRows: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: (column) => (column === 0 ? 0 : 8),
    paddingRight: () => 0,
    paddingTop: () => 1,
    paddingBottom: () => 1,
  },
  /** The dashed grey box that marks sample data. */
  dahaSample: {
    hLineWidth: () => 0.8,
    vLineWidth: () => 0.8,
    hLineColor: () => palette.lineStrong,
    vLineColor: () => palette.lineStrong,
    hLineStyle: () => ({ dash: { length: 3, space: 2 } }),
    vLineStyle: () => ({ dash: { length: 3, space: 2 } }),
    paddingLeft: () => 5,
    paddingRight: () => 5,
    paddingTop: () => 1,
    paddingBottom: () => 1,
  },
} satisfies Record<string, CustomTableLayout>

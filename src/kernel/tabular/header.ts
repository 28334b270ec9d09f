import { isBlankRow } from './cell.ts'
import type { SourceRow } from './cell.ts'
import { squeezed } from './read-text.ts'
import type { TableShape } from './table-shape.ts'

/** Rows that may stand above the table: titles, dates, letterheads. */
export const headerSearchRows = 40

const headerRowsMax = 3

export interface Header {
  /** Position of the last row of the header among the rows searched. */
  readonly end: number
  /** Line of the first row of the header. */
  readonly line: number
  /** By the key of the shape: where the column stands, and what its header says. */
  readonly columns: ReadonlyMap<string, { readonly index: number; readonly label: string }>
  /** Headers that the shape does not know. */
  readonly ignored: readonly string[]
  /** Keys that two columns of the file claim. */
  readonly doubled: readonly string[]
  /** Keys that must be there and are not. */
  readonly missing: readonly string[]
}

/**
 * Finds the header among the first rows: the one to three rows together in which most columns of the shape are named.
 * Where headers are merged over several columns, a name stands only in the first cell of the merge: it is carried to
 * the right and joined with what stands below (`Setoran` over `Berat (kg)` is also `Setoran Berat (kg)`).
 */
export function findHeader(rows: readonly SourceRow[], shape: TableShape): Header | undefined {
  const keys = new Map<string, string>()
  for (const [key, { headers }] of Object.entries(shape)) {
    for (const name of headers) keys.set(squeezed(name), key)
  }
  let best: (Header & { readonly height: number }) | undefined
  for (let start = 0; start < Math.min(rows.length, headerSearchRows); start++) {
    const first = rows[start]
    if (first === undefined || isBlankRow(first)) continue
    for (let height = 1; height <= headerRowsMax && start + height <= rows.length; height++) {
      const header = matchHeader(rows, start, height, keys, shape)
      if (isBetter(header, height, best)) best = { ...header, height }
    }
  }
  return best
}

/** More columns; with as many, fewer rows, so that a title is not taken for the upper row of a merge. */
function isBetter(header: Header, height: number, best: (Header & { readonly height: number }) | undefined): boolean {
  if (best === undefined) return header.columns.size > 0
  return header.columns.size > best.columns.size || (header.columns.size === best.columns.size && height < best.height)
}

function matchHeader(
  rows: readonly SourceRow[],
  start: number,
  height: number,
  keys: ReadonlyMap<string, string>,
  shape: TableShape,
): Header {
  const labels = joinedLabels(rows.slice(start, start + height))
  const columns = new Map<string, { index: number; label: string }>()
  const ignored: string[] = []
  const doubled: string[] = []
  for (const [index, names] of labels.entries()) {
    const label = names[0] ?? ''
    const key = names.map((name) => keys.get(squeezed(name))).find((found) => found !== undefined)
    if (key === undefined) {
      if (label !== '') ignored.push(label)
    } else if (columns.has(key)) doubled.push(key)
    else columns.set(key, { index, label })
  }
  const missing = Object.keys(shape).filter((key) => shape[key]?.mayBeMissing !== true && !columns.has(key))
  return { end: start + height - 1, line: rows[start]?.line ?? 0, columns, ignored, doubled, missing }
}

/** For each column the names it may go by: all rows joined, then the lowest alone. */
function joinedLabels(rows: readonly SourceRow[]): string[][] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const carried = rows.map(() => '')
  return Array.from({ length: width }, (_, column) => {
    const own = rows.map(({ cells }) => (cells[column]?.text ?? '').replaceAll(/\s+/g, ' '))
    const below = own.at(-1) ?? ''
    const parts = own.map((text, level) => {
      if (text !== '') {
        carried[level] = text
        // A new name in an upper row ends what was merged in the rows between.
        for (let lower = level + 1; lower < rows.length - 1; lower++) carried[lower] = ''
      }
      const last = level === rows.length - 1
      return text !== '' || last || below === '' ? text : (carried[level] ?? '')
    })
    const full = parts.filter((text) => text !== '').join(' ')
    return full === '' ? [] : [full, ...own.filter((text) => text !== '').toReversed()]
  })
}

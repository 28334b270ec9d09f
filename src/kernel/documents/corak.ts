/**
 * The seal lozenge of a record: a 13 × 13 figure woven from its SHA-256. Same record, same corak, on screen and on paper.
 * It helps the eye to see that two papers speak of the same record; it is never the proof (21 bits decide, and a
 * forger may search for a likeness).
 *
 * Algorithm. The lozenge is the set of cells with |dx| + |dy| <= 6 from the middle. One quarter with its axes is woven
 * and folded over both axes: the cell (dx, dy), both 0 to 6, takes bit number dx × 7 + dy of the hash, counted from the
 * most significant bit of its first byte. The border, |dx| + |dy| = 6, is always set, so that every corak has an outline.
 */

const size = 13
const middle = 6
const sha256Hex = /^[0-9a-f]{64}$/i

function bitAt(hex: string, index: number): boolean {
  const digit = Number.parseInt(hex.charAt(index >> 2), 16)
  return ((digit >> (3 - (index & 3))) & 1) === 1
}

/** Rows from the top, each of 13 cells. Throws a RangeError when `hex` is not a SHA-256 in hexadecimal. */
export function corakCells(hex: string): boolean[][] {
  if (!sha256Hex.test(hex)) throw new RangeError('corak needs the 64 hexadecimal digits of a SHA-256')
  return Array.from({ length: size }, (_, y) =>
    Array.from({ length: size }, (_, x) => {
      const dx = Math.abs(x - middle)
      const dy = Math.abs(y - middle)
      if (dx + dy > middle) return false
      return dx + dy === middle || bitAt(hex, dx * 7 + dy)
    }),
  )
}

/**
 * SVG path for strokes of width 1.5 in a view box of 52 × 52: two threads a row, neighbouring cells joined to one thread.
 */
export function corakPath(hex: string): string {
  let path = ''
  for (const [y, row] of corakCells(hex).entries()) {
    for (const thread of [1, 3]) {
      for (const run of runsOf(row)) path += `M${run.from * 4} ${y * 4 + thread}h${run.length * 4}`
    }
  }
  return path
}

/** Unbroken stretches of set cells in a row. */
export function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  let from = -1
  for (let x = 0; x <= row.length; x += 1) {
    if (row[x] && from < 0) from = x
    if (!row[x] && from >= 0) {
      runs.push({ from, length: x - from })
      from = -1
    }
  }
  return runs
}

/** The first 32 bits of a hash for people to compare: `57eb 6b34`. */
export function shortHash(hex: string): string {
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`.toLowerCase()
}

/** Width of one column and the part of it that a full thread fills, in units of the drawing. */
const column = 20
const full = 14
const margin = 3
export const chartHeight = 80

/**
 * The round amount that one thread stands for, so that the highest pile has at most 20 threads: 1, 2 or 5 times a power of ten.
 * The same amount serves all rows of a chart.
 */
export function threadAmount(highest: number): number {
  if (!(highest > 0) || !Number.isFinite(highest)) return 1
  const least = highest / 20
  const power = 10 ** Math.floor(Math.log10(least))
  const step = [1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10
  return step * power
}

/**
 * The path of one pile, from the ground up: whole threads, then one as long as the remainder. Empty for null, zero and less.
 * @param threads how many threads the highest pile of the chart has; sets the distance between threads.
 */
export function pilePath(value: number | null, index: number, amount: number, threads: number): string {
  if (value === null || !(value > 0)) return ''
  const distance = threadDistance(threads)
  const x = index * column + margin
  const lines: string[] = []
  for (let left = value, row = 0; left > 0; left -= amount, row += 1) {
    const y = round(chartHeight - distance * (row + 0.5))
    lines.push(`M${x} ${y}h${round(full * Math.min(1, left / amount))}`)
  }
  return lines.join('')
}

export function threadDistance(threads: number): number {
  return Math.min(8, chartHeight / Math.max(1, threads))
}

export function columnCentre(index: number): number {
  return index * column + column / 2
}

export function chartWidth(columns: number): number {
  return columns * column
}

function round(value: number): number {
  return Math.max(0.1, Math.round(value * 10) / 10)
}

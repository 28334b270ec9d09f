/** The line at the top of a chart: the next of 1, 1.5, 2, 2.5, 3, 4, 5 or 8 times a power of ten, not below the highest value. */
export function roundTop(highest: number): number {
  if (highest <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(highest))
  return ([1, 1.5, 2, 2.5, 3, 4, 5, 8, 10].find((step) => step * power >= highest) ?? 10) * power
}

const pointsPerMillimetre = 72 / 25.4

/** Millimetres to PDF points, to a thousandth, so that equal lengths give equal bytes. */
export function mm(millimetres: number): number {
  return Math.round(millimetres * pointsPerMillimetre * 1000) / 1000
}

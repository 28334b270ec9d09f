/**
 * What a quantity counts. Quantities are whole numbers of the small unit; prices are for the large one:
 * grams priced a kilogram, millilitres priced a litre, pieces priced a piece.
 */
export const measures = ['gram', 'millilitre', 'piece'] as const
export type Measure = (typeof measures)[number]

/** How many small units one price is for. */
export const measureBase: Readonly<Record<Measure, number>> = { gram: 1000, millilitre: 1000, piece: 1 }

export function isMeasure(value: unknown): value is Measure {
  return value === 'gram' || value === 'millilitre' || value === 'piece'
}

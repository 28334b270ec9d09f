/** The isomorphic door: everything of this part. */
import { z } from 'zod'
import { measures } from './measure.ts'
import type { Measure as MeasureName } from './measure.ts'
import { wholeBasisPoints } from './rupiah.ts'
import type * as amounts from './rupiah.ts'

export const Rupiah = z.int().meta({ description: 'Whole rupiah', examples: [11_250] })
export type Rupiah = amounts.Rupiah

export const Gram = z
  .int()
  .min(0)
  .meta({ description: 'Whole grams', examples: [1850] })
export type Gram = amounts.Gram

export const BasisPoints = z
  .int()
  .min(0)
  .max(wholeBasisPoints)
  .meta({ description: 'Hundredths of a percent', examples: [7000] })
export type BasisPoints = amounts.BasisPoints

export const Measure = z.enum(measures).meta({ description: 'What a quantity counts: grams, millilitres or pieces' })
export type Measure = MeasureName

export { isMeasure, measureBase, measures } from './measure.ts'
export { amountProblems, parseRupiah } from './parse-rupiah.ts'
export type { AmountProblem, ParsedAmount } from './parse-rupiah.ts'
export {
  addRupiah,
  averagePrice,
  divideHalfUp,
  lineAmount,
  portionHalfUp,
  rupiah,
  shareOf,
  splitByWeights,
  splitEvenly,
  sumRupiah,
  wholeBasisPoints,
} from './rupiah.ts'

/** The server door; this part is isomorphic, so it is the contract. */
export {
  addRupiah,
  amountProblems,
  averagePrice,
  BasisPoints,
  divideHalfUp,
  Gram,
  isMeasure,
  lineAmount,
  Measure,
  measureBase,
  measures,
  parseRupiah,
  portionHalfUp,
  Rupiah,
  rupiah,
  shareOf,
  splitByWeights,
  splitEvenly,
  sumRupiah,
  wholeBasisPoints,
} from './contract.ts'
export type { AmountProblem, ParsedAmount } from './contract.ts'

/** Sums of fewer contributions than this are told to nobody outside. */
const SMALLEST_TOLD = 5

export interface Sum {
  readonly n: number
  readonly amount: number
}

/**
 * What may be said in public of today's value beside the pinned one. When fewer than five entries lie between, today's
 * value would give away a single weighing, and only that there are some is told. When one of the two kinds is that
 * small, only both together are told.
 */
export function explainDifference(pinned: number, { late, reversed }: { late: Sum; reversed: Sum }) {
  const n = late.n + reversed.n
  if (n === 0) return { state: 'same' as const, amount: pinned, n: 0, late: null, reversed: null }
  if (n < SMALLEST_TOLD) return { state: 'few' as const, amount: null, n: null, late: null, reversed: null }
  const amount = pinned + late.amount + reversed.amount
  const small = [late, reversed].some((sum) => sum.n > 0 && sum.n < SMALLEST_TOLD)
  if (small) return { state: 'together' as const, amount, n, late: null, reversed: null }
  return { state: 'apart' as const, amount, n, late, reversed }
}

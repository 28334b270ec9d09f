/** The server door of the portfolio room. */
export { drawPin } from './operations/draw-pin.ts'
export { makeClaim } from './operations/make-claim.ts'
export { withdrawClaim } from './operations/withdraw-claim.ts'
export { drawSample } from './rules/draw-sample.ts'
export type { PortfolioTables } from './tables.ts'

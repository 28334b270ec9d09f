/** The server door: telling contributions, and asking figures. */
export { contribute } from './contribute.ts'
export { checkParts } from './derived.ts'
export type { Contribution, FigureFilter, IndicatorDefinition, IndicatorSource, Words } from './contract.ts'
export type { IndicatorTables } from './tables.ts'

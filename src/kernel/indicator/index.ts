/** The server door: telling contributions, and asking figures. */
export { contribute } from './contribute.ts'
export { checkParts } from './derived.ts'
export type { Contribution, FigureFilter, IndicatorDefinition, IndicatorSource, Words } from './contract.ts'
export type { IndicatorTables } from './tables.ts'
export { readRows } from './open.ts'
export { checkPinned, countSince, pinFigure, questionHead } from './pin.ts'
export type { Since } from './pin.ts'
export { rootOf } from './prove.ts'
export type { Proved } from './prove.ts'
export { SMALLEST_SHOWN } from './suppress.ts'
export {
  getFigure,
  listIndicators,
  listPlacesOfIndicator,
  openFigureOfficer,
  openFigureOwn,
  openFigurePublic,
} from './queries.ts'

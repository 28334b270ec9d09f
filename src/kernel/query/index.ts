/** The server door: queries. */
export { query } from './query.ts'
export type { QueryContext, QuerySpec, Query, AnyQuery } from './query.ts'
export { runQuery } from './run.ts'

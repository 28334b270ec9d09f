/** The server door: the embedded PostgreSQL. */
export { startPostgres } from './start-postgres.ts'
export type { Postgres, PostgresOptions } from './start-postgres.ts'
export type { Purpose, Settings } from './settings.ts'

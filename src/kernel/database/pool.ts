import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/** What Kysely hands a room: its own tables and the published ones, nothing else. */
export type Database<T> = Kysely<T>

export interface Pool {
  readonly pg: pg.Pool
  /** A Kysely over the whole pool: for queries, never for changes. */
  kysely<T>(): Kysely<T>
  /** A Kysely over one borrowed client, so that prepared statements and Kysely share a transaction. */
  over<T>(client: pg.PoolClient): Kysely<T>
  end(): Promise<void>
}

const BIGINT = 20
const BIGINT_ARRAY = 1016
const DATE = 1082
const NUMERIC = 1700
const TIMESTAMPTZ = 1184

/**
 * One pool a city. `search_path` is the city's schema and nothing else, so that a forgotten table fails
 * instead of being shared with another city; no SQL names a schema.
 */
export function openPool(options: { url: string; schema: string; max?: number; name?: string }): Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 16,
    application_name: options.name ?? 'daha',
    // A statement need not wait for the answer to the one before it; answers come in order all the same.
    pipeline: true,
    options: `-c search_path=${options.schema} -c timezone=UTC -c jit=off -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000`,
    types: { getTypeParser: typeParser },
  })
  // A broken idle client must not end the process; the next query meets the fault and says so.
  pool.on('error', () => undefined)
  // Nor may one that is borrowed: pg tells the fault to the statement under way, and once more to the client itself.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const shared = kyselyOver<unknown>(pool)
  const borrowed = new WeakMap<pg.PoolClient, Kysely<unknown>>()
  return {
    pg: pool,
    kysely: <T>() => shared as unknown as Kysely<T>,
    over: <T>(client: pg.PoolClient) => {
      const known = borrowed.get(client) ?? kyselyOver<unknown>(oneClient(client))
      borrowed.set(client, known)
      return known as unknown as Kysely<T>
    },
    end: () => pool.end(),
  }
}

function kyselyOver<T>(pool: ConstructorParameters<typeof PostgresDialect>[0]['pool']): Kysely<T> {
  return new Kysely<T>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

function oneClient(client: pg.PoolClient) {
  const connection = {
    query: client.query.bind<pg.PoolClient['query']>(client),
    release: () => undefined,
  }
  return {
    connect: async () => connection as unknown as pg.PoolClient,
    end: async () => undefined,
  } as unknown as pg.Pool
}

/** As pg has it; its types know the built-in numbers of types only. */
const parserOf: (oid: number, format?: 'text' | 'binary') => (value: string) => unknown = pg.types.getTypeParser

/**
 * Integers must be exact, dates must not be moved by a time zone, and an instant keeps its microseconds:
 * a row hash is made from what is read, so what is read must be all that is stored.
 */
function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === BIGINT) return safeInteger
  if (oid === BIGINT_ARRAY) return (value) => value.slice(1, -1).split(',').filter(Boolean).map(safeInteger)
  if (oid === DATE || oid === NUMERIC) return (value) => value
  if (oid === TIMESTAMPTZ) return instantText
  return parserOf(oid, format)
}

/** @throws RangeError for a bigint that a JavaScript number cannot hold exactly. */
export function safeInteger(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`Not a safe integer: ${value}`)
  return number
}

/** `2026-11-25 04:15:02.1+00` → `2026-11-25T04:15:02.100Z`; finer than a millisecond stays as it is. */
export function instantText(value: string): string {
  const match = /^(\S+) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(value)
  if (!match) return value
  return `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(3, '0')}Z`
}

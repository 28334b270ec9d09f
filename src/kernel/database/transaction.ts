import type { Writable } from 'node:stream'
import type { PoolClient } from 'pg'
import type { Pool } from './pool.ts'
import { retryable, wasCancelledByServer } from './faults.ts'

const ATTEMPTS_MAX = 5

/**
 * Runs `work` in one READ COMMITTED transaction, again on a serialisation fault, a deadlock or
 * whatever `alsoRetry` names, at most five times and with jitter.
 * `work` may return a `Rollback` to give a value back and keep nothing, or a `Closing` when its last statement can
 * travel with the commit.
 */
export async function inTransaction<R>(
  pool: Pool,
  work: Work<R>,
  alsoRetry: (fault: unknown) => boolean = () => false,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, work)
    } catch (fault) {
      if (attempt === ATTEMPTS_MAX || !(retryable(fault) || alsoRetry(fault))) throw fault
      await new Promise((resolve) => setTimeout(resolve, 5 * 2 ** attempt * (0.5 + Math.random())))
    }
  }
}

export class Rollback<R> {
  readonly value: R
  constructor(value: R) {
    this.value = value
  }
}

/**
 * A value that holds once `last`, the last statement, has gone through. `last` sends it before it returns, or throws
 * at once: the commit is sent right behind it, and must never be sent without it.
 */
export class Closing<R> {
  readonly value: R
  readonly last: () => Promise<unknown>
  constructor(value: R, last: () => Promise<unknown>) {
    this.value = value
    this.last = last
  }
}

/** What pg has and its types lack: the socket of a connection. */
type WithStream = { readonly connection?: { readonly stream?: Partial<Pick<Writable, 'cork' | 'uncork'>> } }

/** Puts the statements that are sent in this turn of the event loop into one packet: a system call costs more than they do. */
function sendTogether(client: PoolClient): void {
  const stream = (client as unknown as WithStream).connection?.stream
  stream?.cork?.()
  setImmediate(() => stream?.uncork?.())
}

type Work<R> = (client: PoolClient) => Promise<R | Rollback<R> | Closing<R>>

async function once<R>(pool: Pool, work: Work<R>): Promise<R> {
  const client = await pool.pg.connect()
  let broken: Error | undefined
  try {
    // Nobody waits for its answer: the first statements of `work` travel with it.
    sendTogether(client)
    const begun = client.query('begin')
    const [result] = await Promise.all([work(client), begun])
    if (result instanceof Rollback) {
      await client.query('rollback')
      return result.value
    }
    sendTogether(client)
    const { value, last } = result instanceof Closing ? result : new Closing(result, async () => undefined)
    const [, { command }] = await Promise.all([last(), client.query('commit')])
    // PostgreSQL answers the commit of a transaction in which a statement failed with a roll back, and no error.
    if (command !== 'COMMIT') throw new Error('A statement of this transaction failed and its fault was swallowed')
    return value
  } catch (fault) {
    // A client whose connection died must not go back to the pool.
    await client.query('rollback').catch((error: unknown) => {
      broken = error instanceof Error ? error : new Error('The roll back failed', { cause: error })
    })
    if (wasCancelledByServer(fault)) broken ??= fault as Error
    throw fault
  } finally {
    client.release(broken)
  }
}

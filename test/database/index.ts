import { afterAll, inject } from 'vitest'
import { openPool, type Pool } from '../../src/kernel/database/index.ts'
import type { CloneUrls } from './cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for its database. */
    databases: string
  }
}

export interface TestDatabase extends CloneUrls {
  /** As the program would see it: the runtime role, in the city's schema. Closed after the file. */
  pool: Pool
}

/**
 * A database of its own for this test file, migrated and empty, in about 50 ms. Call it once, at the top of the file:
 * `const { pool } = await testDatabase()`. A test that needs a second one may call it again.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const answer = await fetch(inject('databases'), { signal: AbortSignal.timeout(60_000) })
  if (!answer.ok) throw new Error(`No test database: ${await answer.text()}`)
  const urls = (await answer.json()) as CloneUrls
  const pool = openPool({ url: urls.runtimeUrl, schema: urls.schema, max: 8, name: 'daha: test' })
  afterAll(async () => pool.end())
  return { ...urls, pool }
}

import { createHash } from 'node:crypto'
import { migrate, type MigrationSource } from '../../src/kernel/database/index.ts'

/** The schema of the invented city in every test database. */
export const testSchema = 'contoh'

export interface Template {
  /** Changes with any migration and any class of a table, so that a template of yesterday is never taken for today's. */
  fingerprint: string
  prepare: (roles: { adminUrl: string; runtimeRole: string }) => Promise<void>
}

/** What the template database holds: the city's schema, migrated once, without a row. */
export async function prepareTemplate(): Promise<Template> {
  const sources = await allSources()
  return {
    fingerprint: createHash('sha256').update(JSON.stringify(sources)).digest('hex').slice(0, 16),
    prepare: async ({ adminUrl, runtimeRole }) => {
      await migrate({ adminUrl, schema: testSchema, runtimeRole, sources })
    },
  }
}

/** Loaded late: a run without database tests shall not read every room. */
async function allSources(): Promise<readonly MigrationSource[]> {
  const { programRegistry } = await import('../../src/cities/program.ts')
  return programRegistry().sources
}

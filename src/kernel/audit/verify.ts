import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { Pool } from '../database/index.ts'
import type { KeyRing } from '../keys/index.ts'
import type { Finding, Registry } from '../registry/index.ts'
import { openFindings } from './verify-context.ts'
import type { Verification, VerifyCounts, VerifyProgress } from './verify-context.ts'
import { checkEntries } from './verify-entries.ts'
import { checkRows } from './verify-rows.ts'
import { checkErasures, checkMigrations, checkSchema, listedErasures } from './verify-schema.ts'
import { openWitness } from './witness.ts'

/** Exactly what `openApp` gives. */
export interface VerifyHost {
  readonly pool: Pool
  readonly ring: KeyRing
  readonly city: { readonly slug: string }
  readonly registry: Registry
}

export interface Verdict {
  readonly checked: VerifyCounts
  readonly findings: readonly Finding[]
  /** Findings beyond the first thousand. */
  readonly unlisted: number
}

/**
 * Whether every row still stands as an operation wrote it: entries against their hashes, MACs and seals, live rows
 * against the entries, kept sums against their sources, the schema and the migrations against the program, all in one
 * snapshot, so that it may run while the city works. It reads only.
 * @throws KeyLost when the subject keys cannot be opened by this ring: that is a lost key, not a changed row.
 */
export async function verify(
  host: VerifyHost,
  onProgress: (progress: VerifyProgress) => void = () => undefined,
): Promise<Verdict> {
  // Both files are written after a commit; read before the snapshot, they cannot be ahead of it.
  const told = openWitness(host.ring, host.city.slug).last()
  const listed = listedErasures({ ring: host.ring, city: host.city.slug })
  return inSnapshot(host.pool, async (client) => {
    const { ring, registry } = host
    const findings = openFindings()
    const checked = { entries: 0, seals: 0, unsealed: 0, tables: 0, rows: 0, migrations: 0, erasures: 0 }
    const verification: Verification = {
      client,
      ring,
      registry,
      city: host.city.slug,
      checked,
      findings,
      progress: onProgress,
    }
    const db = host.pool.over<unknown>(client)
    const tables = await checkSchema(verification)
    await checkMigrations(verification)
    const heads = await checkEntries(verification, told)
    await checkRows(verification, heads, db, tables)
    await checkErasures(verification, listed)
    for (const manifest of registry.manifests) {
      if (!manifest.derived) continue
      onProgress({ stage: 'derived', table: manifest.name, done: checked.rows })
      for (const finding of await manifest.derived(db as unknown as Kysely<never>, registry)) findings.add(finding)
    }
    return { checked, findings: findings.all, unlisted: findings.unlisted }
  })
}

async function inSnapshot<R>(pool: Pool, work: (client: PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.pg.connect()
  let broken: Error | undefined
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    return await work(client)
  } finally {
    await client.query('rollback').catch((fault: unknown) => {
      broken = fault instanceof Error ? fault : new Error('The roll back failed', { cause: fault })
    })
    client.release(broken)
  }
}

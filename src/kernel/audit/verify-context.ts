import type { PoolClient } from 'pg'
import type { KeyRing } from '../keys/index.ts'
import { KeyLost } from '../keys/index.ts'
import type { Finding, Registry } from '../registry/index.ts'

/** Beyond this many findings only their number is told; whoever has that many will not read them one by one. */
const FINDINGS_MAX = 1_000

export interface VerifyCounts {
  entries: number
  seals: number
  /** Entries younger than the last seal. */
  unsealed: number
  tables: number
  rows: number
  migrations: number
  erasures: number
}

export interface VerifyProgress {
  readonly stage: 'entries' | 'rows' | 'derived'
  readonly table?: string
  readonly done: number
}

/** What all parts of one verification share: one snapshot, one list of findings. */
export interface Verification {
  readonly client: PoolClient
  readonly ring: KeyRing
  readonly city: string
  readonly registry: Registry
  readonly checked: VerifyCounts
  readonly findings: FindingList
  progress(progress: VerifyProgress): void
}

export interface FindingList {
  add(finding: Finding): void
  drop(table: string, id: string): void
  readonly all: Finding[]
  readonly unlisted: number
}

export function openFindings(): FindingList {
  const found = new Map<string, Finding>()
  let unlisted = 0
  return {
    add: (finding) => {
      const key = `${finding.table}\n${finding.id}`
      if (found.has(key)) return
      if (found.size < FINDINGS_MAX) found.set(key, finding)
      else unlisted += 1
    },
    drop: (table, id) => found.delete(`${table}\n${id}`),
    get all() {
      return [...found.values()]
    },
    get unlisted() {
      return unlisted
    },
  }
}

/** Reads any number of rows at constant memory. `sql` is a select without parameters. */
export async function* streamRows<R extends object>(
  client: PoolClient,
  name: string,
  sql: string,
  size: number,
): AsyncGenerator<R[]> {
  await client.query(`declare ${name} no scroll cursor for ${sql}`)
  for (;;) {
    const { rows } = await client.query<R>(`fetch forward ${size} from ${name}`)
    if (rows.length === 0) break
    yield rows
  }
  await client.query(`close ${name}`)
}

/** Whether the MAC is ours; a key that the ring has lost proves nothing. */
export function isOurs(ring: KeyRing, data: Buffer, mac: Buffer, keyId: string): boolean {
  try {
    return ring.mac('audit', data, keyId).mac.equals(mac)
  } catch (fault) {
    if (fault instanceof KeyLost) return false
    throw fault
  }
}

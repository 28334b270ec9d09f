import type { PoolClient } from 'pg'
import type { Pool } from '../database/index.ts'
import { inTransaction } from '../database/index.ts'
import type { Clock } from '../clock/index.ts'
import type { KeyRing } from '../keys/index.ts'
import { canonicalText, sha256 } from './canonical.ts'
import { SEAL_LOCK } from './entry.ts'
import { merkleRoot } from '../merkle/index.ts'
import { openWitness } from './witness.ts'

/** Two sealers wait for each other here; writers never see this lock. */
const SEALER_LOCK = SEAL_LOCK + 1
const LEAVES_MAX = 10_000

export interface SealRow {
  readonly id: number
  readonly from_seq: number
  readonly to_seq: number
  readonly leaves: string
  readonly root: Buffer
  readonly previous: Buffer
  readonly mac: Buffer
  readonly mac_key: string
  readonly sealed_at: string
}

export interface SealHost {
  readonly pool: Pool
  readonly ring: KeyRing
  readonly clock: Clock
  readonly city: { readonly slug: string }
}

function leafOf(entry: { seq: number; id: string; hash: Buffer }): string {
  return `${entry.seq}:${entry.id}:${entry.hash.toString('base64url')}`
}

/** What the MAC covers and the next seal names: every column but the leaves, which the root stands for. */
export function headOf(seal: Omit<SealRow, 'leaves' | 'mac' | 'mac_key'>): Buffer {
  return sha256(
    canonicalText({
      v: 1,
      id: seal.id,
      from: seal.from_seq,
      to: seal.to_seq,
      root: seal.root.toString('base64url'),
      previous: seal.previous.toString('base64url'),
      at: seal.sealed_at,
    }),
  )
}

/**
 * Seals every entry after the last seal, at most 10,000 a seal. Afterwards none of them can be changed, taken out or
 * slipped in without being named by `verify`. Run each minute, and by `daha verify` after it found nothing.
 * @throws SealsLost when the newest seal that was told to the witness file does not stand in the database: sealing on
 *   top of that would cover it up.
 */
export async function sealEntries(host: SealHost): Promise<{ seals: number; entries: number }> {
  const to = await lastFinalSeq(host.pool)
  let seals = 0
  let entries = 0
  for (;;) {
    const sealed = await sealSome(host, to)
    if (sealed === 0) return { seals, entries }
    seals += 1
    entries += sealed
  }
}

class SealsLost extends Error {
  override readonly name = 'SealsLost'
  constructor(seal: number) {
    super(
      `Segel ${seal} yang tercatat di seal-heads.jsonl tidak ada atau berbeda di basis data; tidak ada yang disegel. ` +
        `Jalankan "daha verify". (Seal ${seal} of the witness file is missing or different; nothing was sealed.)`,
    )
  }
}

/** Whoever drew a `seq` holds the lock shared until its commit: alone for a moment, all up to here are final. */
async function lastFinalSeq(pool: Pool): Promise<number> {
  return inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [SEAL_LOCK])
    const { rows } = await client.query<{ seq: number | null }>('select max(seq) as seq from audit_entry')
    return rows[0]?.seq ?? 0
  })
}

async function sealSome(host: SealHost, to: number): Promise<number> {
  const witness = openWitness(host.ring, host.city.slug)
  const told = witness.last()
  const { count, last } = await inTransaction(host.pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [SEALER_LOCK])
    await requireTold(client, told)
    const before = await lastSeal(client)
    const { rows } = await client.query<{ seq: number; id: string; hash: Buffer }>(
      'select seq, id, hash from audit_entry where seq > $1 and seq <= $2 order by seq limit $3',
      [before?.to_seq ?? 0, to, LEAVES_MAX],
    )
    const newest = rows.at(-1)
    if (!newest) return { count: 0, last: before }
    const made = await insertSeal(client, host, before, rows, newest.seq)
    return { count: rows.length, last: made }
  })
  // Told after the commit; a seal that a crash left untold is told by the next run.
  if (last && last.id > told.seal) witness.tell(last.id, headOf(last), last.sealed_at)
  return count
}

async function insertSeal(
  client: PoolClient,
  host: SealHost,
  before: SealRow | undefined,
  entries: readonly { seq: number; id: string; hash: Buffer }[],
  toSeq: number,
): Promise<SealRow> {
  const leaves = entries.map(leafOf)
  const unsigned = {
    id: (before?.id ?? 0) + 1,
    from_seq: (before?.to_seq ?? 0) + 1,
    to_seq: toSeq,
    root: merkleRoot(leaves),
    previous: before ? headOf(before) : Buffer.alloc(32),
    sealed_at: host.clock.now(),
  }
  const { keyId, mac } = host.ring.mac('audit', headOf(unsigned))
  const seal: SealRow = { ...unsigned, leaves: leaves.join('\n'), mac, mac_key: keyId }
  await client.query(
    `insert into audit_seal (id, from_seq, to_seq, leaves, root, previous, mac, mac_key, sealed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      seal.id,
      seal.from_seq,
      seal.to_seq,
      seal.leaves,
      seal.root,
      seal.previous,
      seal.mac,
      seal.mac_key,
      seal.sealed_at,
    ],
  )
  return seal
}

async function requireTold(client: PoolClient, told: { seal: number; head: string | undefined }): Promise<void> {
  if (told.seal === 0) return
  const { rows } = await client.query<SealRow>('select * from audit_seal where id = $1', [told.seal])
  const found = rows[0]
  if (!found || headOf(found).toString('base64url') !== told.head) throw new SealsLost(told.seal)
}

/** The newest seal of the database, e.g. to tell the witness what a restored backup knows. */
export async function lastSeal(client: Pick<PoolClient, 'query'>): Promise<SealRow | undefined> {
  const { rows } = await client.query<SealRow>('select * from audit_seal order by id desc limit 1')
  return rows[0]
}

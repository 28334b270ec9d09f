import { headOf } from './seal.ts'
import type { SealRow } from './seal.ts'
import { merkleRoot } from '../merkle/index.ts'
import { isOurs, streamRows } from './verify-context.ts'
import type { Verification } from './verify-context.ts'

export interface SealedLeaf {
  readonly seq: number
  readonly id: string
  readonly hash: string
  /** First number of its seal: between this and the leaf nothing else may stand. */
  readonly from: number
}

/**
 * Walks the seals in order, judges each, and gives the leaves of the good ones. `told` is the newest head of the
 * witness file, read before the snapshot was taken, so that it can never be ahead of an honest database.
 */
export async function* sealedLeaves(
  verification: Verification,
  told: { seal: number; head: string | undefined },
): AsyncGenerator<SealedLeaf> {
  const { client, findings, checked } = verification
  let before: { id: number; to: number; head: Buffer | undefined } = { id: 0, to: 0, head: Buffer.alloc(32) }
  for await (const [seal] of streamRows<SealRow>(client, 'seals', 'select * from audit_seal order by id', 1)) {
    if (!seal) continue
    if (!isOurs(verification.ring, headOf(seal), seal.mac, seal.mac_key) && (seal.id > told.seal || seal.id < 1)) {
      // Nobody was ever told of it: it was slipped in, and says nothing about those before and after.
      findings.add({ table: 'audit_seal', id: String(seal.id), what: 'inserted' })
      continue
    }
    checked.seals += 1
    missingBetween(verification, before.id, seal.id)
    const leaves = seal.leaves.split('\n')
    const good = isGood(verification, seal, leaves, before, told)
    if (!good) findings.add({ table: 'audit_seal', id: String(seal.id), what: 'changed' })
    before = { id: seal.id, to: seal.to_seq, head: good ? headOf(seal) : undefined }
    if (good) for (const leaf of leaves) yield { ...parseLeaf(leaf), from: seal.from_seq }
  }
  missingBetween(verification, before.id, told.seal + 1)
}

function isGood(
  { ring }: Verification,
  seal: SealRow,
  leaves: readonly string[],
  before: { id: number; to: number; head: Buffer | undefined },
  told: { seal: number; head: string | undefined },
): boolean {
  const head = headOf(seal)
  if (!isOurs(ring, head, seal.mac, seal.mac_key)) return false
  if (!merkleRoot(leaves).equals(seal.root)) return false
  if (seal.id === told.seal && head.toString('base64url') !== told.head) return false
  // After a missing or changed seal its follower cannot be judged by it.
  if (seal.id !== before.id + 1 || !before.head) return true
  return seal.previous.equals(before.head) && seal.from_seq === before.to + 1
}

function missingBetween({ findings }: Verification, after: number, before: number): void {
  for (let id = after + 1; id < before; id += 1) findings.add({ table: 'audit_seal', id: String(id), what: 'missing' })
}

function parseLeaf(leaf: string): { seq: number; id: string; hash: string } {
  const [seq = '', id = '', hash = ''] = leaf.split(':')
  return { seq: Number(seq), id, hash }
}

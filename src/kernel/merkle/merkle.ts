import { createHash } from 'node:crypto'

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])

/**
 * Root of the Merkle tree of RFC 6962 §2.1 (SHA-256; leaves and nodes hashed with different first bytes, a list of n
 * split at the largest power of two below n). With it a later proof of inclusion needs log2(n) hashes only.
 */
export function merkleRoot(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest()
  // Kept as a stack of perfect subtrees, as a binary counter; joined from the right at the end.
  const stack: { size: number; hash: Buffer }[] = []
  for (const leaf of leaves) {
    let top = { size: 1, hash: createHash('sha256').update(LEAF).update(leaf).digest() }
    for (let left = stack.at(-1); left?.size === top.size; left = stack.at(-1)) {
      stack.pop()
      top = { size: top.size * 2, hash: join(left.hash, top.hash) }
    }
    stack.push(top)
  }
  return stack.map(({ hash }) => hash).reduceRight((right, left) => join(left, right))
}

function join(left: Buffer, right: Buffer) {
  return createHash('sha256').update(NODE).update(left).update(right).digest()
}

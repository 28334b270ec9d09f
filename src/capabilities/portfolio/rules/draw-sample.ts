import { createHash } from 'node:crypto'

/** Named in every draw, so that a later rule cannot be taken for this one. */
export const DRAW_ALGORITHM = 'sha256-seed-id-ascending-1'

/**
 * Draws `k` of the ids: those whose SHA-256 over seed and id (UTF-8, one after the other, nothing between) is smallest
 * as hexadecimal text, in that order. Depends on nothing but seed and ids, so that anybody can draw again:
 * `printf '%s%s' "$seed" "$id" | sha256sum`.
 */
export function drawSample(ids: readonly string[], k: number, seed: string): string[] {
  return ids
    .map((id) => ({ id, hash: drawHash(seed, id) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .slice(0, k)
    .map(({ id }) => id)
}

export function drawHash(seed: string, id: string): string {
  return createHash('sha256').update(seed).update(id).digest('hex')
}

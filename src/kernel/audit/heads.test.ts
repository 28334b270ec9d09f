import { createHash, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hiddenKey, openHeads } from './heads.ts'
import { merkleRoot } from '../merkle/index.ts'

const hashOf = (text: string, kind = 's') => `${kind}${createHash('sha256').update(text).digest('base64url')}`

it('keeps what a plain map keeps', () => {
  const id = fc.oneof(fc.uuid(), fc.string({ maxLength: 5 }), fc.integer({ min: 0, max: 30 }).map(String))
  const hash = fc.oneof(
    fc.constant(null),
    fc.string().map((text) => hashOf(text)),
    fc.string().map((text) => hashOf(text, 'k')),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(id, hash), { maxLength: 60 }), fc.array(id), (writes, seen) => {
      const heads = openHeads()
      const map = new Map<string, string | null>()
      for (const [key, value] of writes) {
        heads.set(key, value)
        map.set(key, value)
      }
      for (const key of [...seen, ...map.keys()]) expect(heads.see(key)).toBe(map.get(key))
      expect(heads.size).toBe(map.size)
    }),
  )
})

it('names who was not seen and not removed, by id or by the hash of it', () => {
  const heads = openHeads()
  const ids = Array.from({ length: 70_000 }, () => randomUUID())
  for (const id of ids) heads.set(id, hashOf(id))
  heads.set('a/1', hashOf('a'))
  heads.set('b/1', hashOf('b'))
  heads.set('b/1', null)
  for (const id of ids.slice(2)) expect(heads.see(id)).toBe(hashOf(id))
  expect([...heads.unseen()]).toEqual([
    { key: ids[0], isId: true },
    { key: ids[1], isId: true },
    { key: hiddenKey('a/1'), isId: false },
  ])
})

// The definition of RFC 6962 §2.1 as it is written there, against the one that needs no recursion.
it('is the tree of RFC 6962 for any number of leaves', () => {
  const sha = (...parts: (string | Buffer)[]) => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return hash.digest()
  }
  const defined = (leaves: readonly string[]): Buffer => {
    if (leaves.length === 0) return sha('')
    if (leaves.length === 1) return sha(Buffer.from([0]), leaves[0] ?? '')
    let split = 1
    while (split * 2 < leaves.length) split *= 2
    return sha(Buffer.from([1]), defined(leaves.slice(0, split)), defined(leaves.slice(split)))
  }
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 70 }), (leaves) => {
      expect(merkleRoot(leaves).equals(defined(leaves))).toBe(true)
    }),
  )
})

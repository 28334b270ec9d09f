import { expect, it } from 'vitest'
import { z } from 'zod'
import { either, own, within } from '../access/index.ts'
import { query } from '../query/index.ts'
import { createRegistry } from './index.ts'
import type { Manifest } from './index.ts'

const ask = (name: string, permission = 'a.read') =>
  query<object>()({
    name,
    about: 'Asks.',
    input: z.strictObject({}),
    output: z.null(),
    allow: either(own(), within(permission)),
    run: async () => null,
  })
const part = (name: string, more: Partial<Manifest> = {}): Manifest => ({ name, uses: [], ...more })

it('gathers what the manifests offer', () => {
  const kept = { holds: 'public', retention: 'for ever', proof: 'rows' } as const
  const registry = createRegistry([
    part('a', { permissions: { 'a.read': ['teller', 'auditor'], 'a.never': [] }, queries: [ask('a.one', 'a.read')] }),
    part('b', { uses: ['a'], queries: [ask('b.one')], tables: { thing: kept } }),
  ])
  expect([...registry.queries.keys()]).toEqual(['a.one', 'b.one'])
  expect(registry.rolesWith('a.read')).toEqual(['teller', 'auditor'])
  expect(registry.rolesWith('a.never')).toEqual([])
  expect(registry.roles).toEqual(['auditor', 'teller'])
  expect(Object.keys(registry.classes)).toEqual(['migration', 'thing'])
})

it.each<[string, Manifest[], string]>([
  ['two of one name', [part('a', { queries: [ask('x.y')] }), part('b', { queries: [ask('x.y')] })], 'x.y is declared'],
  [
    'a permission twice',
    [part('a', { permissions: { p: [] } }), part('b', { permissions: { p: [] } })],
    'p is declared',
  ],
  ['a permission that nobody declared', [part('a', { queries: [ask('x.y', 'z.read')] })], 'asks for z.read'],
  ['a room that is not there', [part('a', { uses: ['b'] })], 'a uses b'],
])('refuses %s', (_, manifests, message) => {
  expect(() => createRegistry(manifests)).toThrow(message)
})

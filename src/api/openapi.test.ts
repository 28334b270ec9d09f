import { expect, test } from 'vitest'
import { programRegistry } from '../cities/program.ts'
import { schemaOf } from '../kernel/schema/index.ts'
import { exampleOf } from './example.ts'
import { openApiDocument } from './openapi.ts'
import type { z } from 'zod'

interface Entry {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly responses: Readonly<Record<string, object>>
}

const registry = programRegistry()
const document = openApiDocument(registry, 'Kota Contoh') as {
  openapi: string
  tags: { name: string }[]
  paths: Record<string, Record<string, Entry>>
  components: Record<string, Record<string, object>>
  security: Record<string, string[]>[]
}
const entries = Object.values(document.paths).flatMap((path) => Object.values(path))
const isOpen = ({ says }: { says: { rule: string } }) => says.rule !== 'system'

test('every operation, query and file that a door lets in is there, and of the others none', () => {
  const { operations, queries, downloads } = registry
  expect(Object.keys(document.paths).toSorted()).toEqual(
    [
      ...[...operations.values()].filter(isOpen).map(({ name }) => `/api/operations/${name}`),
      ...[...queries.values()].filter(isOpen).map(({ name }) => `/api/queries/${name}`),
      ...[...downloads.values()].flatMap(({ name, formats }) =>
        Object.keys(formats).map((ending) => `/api/downloads/${name}.${ending}`),
      ),
      '/api/outbox',
      '/api/live/{topic}/{id}',
    ].toSorted(),
  )
  expect(entries.length).toBeGreaterThan(100)
  expect(new Set(entries.map(({ operationId }) => operationId)).size).toBe(entries.length)
})

test('every reference leads somewhere in the document, and no schema speaks of another document', () => {
  const text = JSON.stringify(document)
  const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? ''))
  expect([...references].filter((path) => pathIn(document, path.split('/')) === undefined)).toEqual([])
  expect(references.size).toBe(new Set(text.match(/"\$ref":"[^"]*"/g)).size)
  expect(text).not.toMatch(/"\$(schema|defs|id)"/)
})

test('every entry is under the tag of its room and may be refused; token and session are the ways in', () => {
  const rooms = new Set([...registry.manifests.map(({ name }) => name), 'outbox', 'live'])
  for (const { tags, responses } of entries) {
    expect(tags.every((tag) => rooms.has(tag))).toBe(true)
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '401', '403', '404', '409', '422', '428']))
  }
  expect(document.tags.map(({ name }) => name)).toContain('waste-bank')
  expect(Object.keys(document.components['securitySchemes'] ?? {})).toEqual(['token', 'session'])
  expect(document.security).toContainEqual({ token: [] })
})

test.each([...registry.operations.values(), ...registry.queries.values()].map((each) => [each.name, each] as const))(
  'the example of %s is an input that it takes',
  (_name, { input }) => {
    const schema = input as z.ZodType
    expect(schema.safeParse(exampleOf(schemaOf(schema, 'input'))).error).toBeUndefined()
  },
)

function pathIn(value: unknown, [step, ...rest]: string[]): unknown {
  if (step === undefined) return value
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? pathIn((value as Record<string, unknown>)[step], rest)
    : undefined
}

type Json = Record<string, unknown>

const TEXTS: Readonly<Record<string, string>> = {
  uuid: '01990000-0000-7000-8000-000000000000',
  date: '2026-10-10',
  'date-time': '2026-10-10T02:41:00.000Z',
  email: 'nama@contoh.id',
  uri: 'https://contoh.id',
}

/**
 * A value of the shape that a JSON Schema describes: its own examples where it has them, else the smallest that fits,
 * with required fields only. A pattern is not solved: such a field shows a word in its place.
 */
export function exampleOf(schema: Json, named: Json = (schema['$defs'] ?? {}) as Json): unknown {
  const { $ref, examples, default: usual, enum: members, anyOf, oneOf, allOf } = schema
  if (typeof $ref === 'string') return exampleOf((named[$ref.split('/').at(-1) ?? ''] ?? {}) as Json, named)
  if ('const' in schema) return schema['const']
  if (Array.isArray(examples)) return examples[0] as unknown
  if (usual !== undefined) return usual
  if (Array.isArray(members)) return members[0] as unknown
  const first = [anyOf, oneOf, allOf].find(Array.isArray)?.[0] as Json | undefined
  return first ? exampleOf(first, named) : exampleOfType(schema, named)
}

function exampleOfType(schema: Json, named: Json): unknown {
  switch (schema['type']) {
    case 'object':
      return exampleOfObject(schema, named)
    case 'array':
      return schema['minItems'] ? [exampleOf((schema['items'] ?? {}) as Json, named)] : []
    case 'integer':
    case 'number':
      return exampleOfNumber(schema)
    case 'string':
      return TEXTS[String(schema['format'])] ?? 'contoh'.padEnd(Number(schema['minLength'] ?? 0), '-')
    case 'boolean':
      return true
    default:
      return null
  }
}

function exampleOfObject(schema: Json, named: Json): Json {
  const properties = (schema['properties'] ?? {}) as Record<string, Json>
  const required = new Set((schema['required'] ?? []) as string[])
  const fields = Object.entries(properties).filter(([name]) => required.has(name))
  return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, named)]))
}

function exampleOfNumber({ minimum, exclusiveMinimum, maximum }: Json): number {
  const least = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : Number(minimum ?? 1)
  return Math.min(Math.max(1, least), Number(maximum ?? Number.MAX_SAFE_INTEGER))
}

import { z } from 'zod'

/** A JSON Schema (draft 2020-12) that may stand inside a document: without `$schema`. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Record<
    string,
    unknown
  >
  return rest
}

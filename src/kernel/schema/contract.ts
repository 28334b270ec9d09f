import { z } from 'zod'

/**
 * Marks of a field in a contract. A *personal* value leaves a record only sealed under the person's own key;
 * a *secret* (password, one-time code) is never stored anywhere.
 */
export type Mark = 'personal' | 'secret'

const marks = new WeakMap<z.core.$ZodType, Mark>()

export function personal<S extends z.ZodType>(schema: S): S {
  const marked = schema.meta({ ...schema.meta(), 'x-holds': 'personal' })
  marks.set(marked, 'personal')
  return marked
}

export function secret<S extends z.ZodType>(schema: S): S {
  const marked = schema.meta({ ...schema.meta(), 'x-holds': 'secret' })
  marks.set(marked, 'secret')
  return marked
}

/** Whole rupiah; the currency has no smaller unit in use. */
export const RupiahAmount = z
  .int()
  .min(0)
  .max(1_000_000_000_000)
  .meta({ id: 'RupiahAmount', description: 'Whole rupiah, 0 to 1,000,000,000,000' })

/** A page of a list: everything that lists takes these and gives back `Page`. */
export const pageInput = {
  page: z.int().min(1).max(100_000).default(1),
  size: z.int().min(1).max(200).default(50),
}

export function pageOf<S extends z.ZodType>(row: S) {
  return z.strictObject({ rows: z.array(row), total: z.int(), page: z.int(), size: z.int() })
}
export interface Page<R> {
  rows: R[]
  total: number
  page: number
  size: number
}

/**
 * Walks a value beside its schema and replaces every marked field by what `replace` gives.
 * Unions take the first member that accepts the value.
 */
export function mapMarked(
  schema: z.core.$ZodType,
  value: unknown,
  replace: (mark: Mark, value: unknown) => unknown,
): unknown {
  if (value === undefined || value === null) return value
  const mark = marks.get(schema)
  if (mark) return replace(mark, value)
  const def = (schema as z.ZodType).def as unknown as SchemaDef
  switch (def.type) {
    case 'object':
      return mapObject(def, value as Record<string, unknown>, replace)
    case 'array':
      return (value as unknown[]).map((item) => mapMarked(def.element, item, replace))
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
    case 'nonoptional':
    case 'prefault':
    case 'catch':
      return mapMarked(def.innerType, value, replace)
    case 'record':
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, mapMarked(def.valueType, item, replace)]),
      )
    case 'union':
      return mapMarked(def.options.find((option) => z.safeParse(option, value).success) ?? neverMarked, value, replace)
    case 'pipe':
      return mapMarked(def.in, value, replace)
    default:
      return value
  }
}

const neverMarked = z.unknown()

interface SchemaDef {
  type: string
  shape: Record<string, z.core.$ZodType>
  element: z.core.$ZodType
  innerType: z.core.$ZodType
  valueType: z.core.$ZodType
  options: z.core.$ZodType[]
  in: z.core.$ZodType
}

function mapObject(def: SchemaDef, value: Record<string, unknown>, replace: (mark: Mark, value: unknown) => unknown) {
  const mapped: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    const field = def.shape[key]
    mapped[key] = field ? mapMarked(field, item, replace) : item
  }
  return mapped
}

/** Whether a schema holds any marked field; asked once a schema, so that unmarked contracts cost nothing. */
export function hasMarks(schema: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): boolean {
  if (marks.has(schema)) return true
  if (seen.has(schema)) return false
  seen.add(schema)
  const def = (schema as z.ZodType).def as unknown as Partial<SchemaDef>
  const inner = [
    ...Object.values(def.shape ?? {}),
    ...(def.options ?? []),
    def.element,
    def.innerType,
    def.valueType,
    def.in,
  ]
  return inner.some((part) => part !== undefined && hasMarks(part, seen))
}

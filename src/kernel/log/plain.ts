/**
 * A value as plain data that JSON can carry: errors with message, stack, cause and their own fields, wherever they
 * are; maps, sets and big integers readable; bytes by their number only; a circle cut.
 */
export function plain(value: unknown, above: readonly unknown[] = []): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'function' || typeof value === 'symbol') return undefined
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value) || above.length > 12) return '[…]'
  const path = [...above, value]
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`
  if (value instanceof Error) return plainError(value, path)
  if (value instanceof URL) return value.href
  if (Array.isArray(value)) return value.map((inner) => plain(inner, path))
  if (value instanceof Map) return [...value].map((pair) => plain(pair, path))
  if (value instanceof Set) return [...value].map((inner) => plain(inner, path))
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain((value.toJSON as () => unknown)(), path)
  return plainFields(value, path)
}

function plainError(error: Error, path: readonly unknown[]): unknown {
  const { name, message, stack, cause } = error
  const further = error instanceof AggregateError ? { errors: error.errors as unknown[] } : {}
  const fields = {
    ...Object.fromEntries(Object.entries(error)),
    ...further,
    name,
    message,
    stack,
    ...(cause === undefined ? {} : { cause }),
  }
  return plainFields(fields, path)
}

function plainFields(value: object, path: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner, path)]))
}

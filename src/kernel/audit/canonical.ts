import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** JSON Canonicalization Scheme, RFC 8785: one text for one value. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Nothing to write down')
  return text
}

export function sha256(text: string | Buffer): Buffer {
  return hash('sha256', text, 'buffer')
}

/**
 * One text for one row: keys in order, nothing for null, so that a later migration may add an empty column
 * without disturbing a single proof. Bytes are written as hex.
 */
export function rowText(row: Readonly<Record<string, unknown>>, leaveOut: readonly string[] = []): string {
  const parts: string[] = []
  for (const key of Object.keys(row).toSorted()) {
    const value = row[key]
    if (value === null || value === undefined || leaveOut.includes(key)) continue
    parts.push(`${JSON.stringify(key)}:${valueText(value)}`)
  }
  return `{${parts.join(',')}}`
}

function valueText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') return JSON.stringify(value)
  if (Buffer.isBuffer(value)) return JSON.stringify(value.toString('hex'))
  return canonicalText(value)
}

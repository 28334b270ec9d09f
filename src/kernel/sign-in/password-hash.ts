import { hash, verify } from '@node-rs/argon2'

/** Argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet; RFC 9106. The package's default is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost)
}

let nobody: Promise<string> | undefined

/** As long for an account that is not there as for one that is. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hash('the password of nobody', cost)
  const right = await verify(stored ?? (await nobody), normal(password))
  return right && stored !== undefined
}

/** One text for one typing, however the keyboard composes letters (RFC 8265 §4.2). */
const normal = (password: string) => password.normalize('NFC')

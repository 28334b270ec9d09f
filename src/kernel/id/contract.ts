/** The isomorphic door: what an id looks like. */
import { z } from 'zod'

export const Id = z.uuidv7().meta({
  description: 'Identifier made by the program: UUIDv7, lower case. It is no secret.',
  examples: ['01990000-0000-7000-8000-000000000000'],
})
export type Id = z.infer<typeof Id>

export const PublicToken = z
  .string()
  .regex(/^[a-z2-7]{25}[aeimquy4]$/)
  .meta({
    description: 'Random token of 128 bits, for what is shown outside: base32 (RFC 4648), lower case',
    examples: ['abcdefghijklmnopqrstuvwxya'],
  })
export type PublicToken = z.infer<typeof PublicToken>

import { randomBytes } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const pattern = /^[a-z2-7]{25}[aeimquy4]$/

/** 128 random bits in 26 characters of base32 (RFC 4648), lower case: for QR codes and addresses that anyone may try. */
export function newPublicToken(): string {
  return base32(randomBytes(16))
}

/** Whether the text could have come from `newPublicToken`; the last character carries three bits only. */
export function isPublicToken(text: unknown): text is string {
  return typeof text === 'string' && pattern.test(text)
}

/** Base32 (RFC 4648) in lower case without padding; the last character is filled with zero bits. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet.charAt((held >>> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? text : text + alphabet.charAt((held << (5 - bits)) & 31)
}

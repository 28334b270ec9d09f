import type { KeyRing } from '../../../kernel/keys/index.ts'

export interface SealedNumber {
  readonly sealed: string
  readonly hash: string
  /** The last two digits, the only ones ever shown. */
  readonly end: string
}

/** A NIK or KK as it is kept: sealed, and beside it a keyed hash of the whole number, by which alone it is found. */
export function sealNumber(ring: KeyRing, kind: 'nik' | 'kk', digits: string): SealedNumber {
  return {
    sealed: ring.seal('number', Buffer.from(digits)),
    hash: hashUnder(ring, kind, digits),
    end: digits.slice(-2),
  }
}

/** The columns of a person's row; all empty without a NIK. */
export function numberColumns(ring: KeyRing, nik: string | null) {
  const number = nik === null ? null : sealNumber(ring, 'nik', nik)
  return { nikSealed: number?.sealed ?? null, nikHash: number?.hash ?? null, nikEnd: number?.end ?? null }
}

/** The hashes under which a number may be kept: one for every key, so that it is found after a rotation too. */
export function numberHashes(ring: KeyRing, kind: 'nik' | 'kk', digits: string): string[] {
  return ring.ids('number').map((keyId) => hashUnder(ring, kind, digits, keyId))
}

function hashUnder(ring: KeyRing, kind: 'nik' | 'kk', digits: string, keyId?: string): string {
  return ring.mac('number', `${kind}:${digits}`, keyId).mac.toString('base64url')
}

/** @throws KeyLost when the key that sealed it is no longer in the ring */
export function openNumber(ring: KeyRing, sealed: string): string {
  return ring.open('number', sealed).toString()
}

/** `••••••••••••••01`, or null where no number is kept. */
export function maskedNumber(end: string | null): string | null {
  return end === null ? null : `${'•'.repeat(14)}${end}`
}

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

/** The hashes under which a number may be kept: one for every key, so that it is found after a rotation too. */
export function numberHashes(ring: KeyRing, kind: 'nik' | 'kk', digits: string): string[] {
  return ring.ids('number').map((keyId) => hashUnder(ring, kind, digits, keyId))
}

function hashUnder(ring: KeyRing, kind: 'nik' | 'kk', digits: string, keyId?: string): string {
  return ring.mac('number', `${kind}:${digits}`, keyId).mac.toString('base64url')
}

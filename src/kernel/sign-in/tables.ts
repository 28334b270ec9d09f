import type { ColumnType } from 'kysely'
import type { AccessTables } from '../access/index.ts'

type Once<V> = ColumnType<V, V, never>

export interface PasswordTable {
  userId: string
  /** PHC string of argon2id; the salt and the cost are inside. */
  hash: string
  setAt: string
  /** Given by a manager: good once, within a week, to choose one's own. */
  mustChange: boolean
}

export interface SessionTable {
  id: string
  userId: string
  /** SHA-256 of the token, which has 128 random bits. */
  tokenHash: Once<Buffer>
  madeAt: Once<string>
  provedAt: string
  expiresAt: string
  revokedAt: string | null
  endedBy: 'closed' | 'revoked' | 'account' | null
  deviceLabel: string
  deviceId: string | null
}

export interface PasskeyTable {
  id: string
  userId: string
  /** base64url, as the authenticator names its key. */
  credentialId: Once<string>
  /** COSE key (RFC 9052). */
  publicKey: Once<Buffer>
  signCount: number
  /** Comma between them; empty when the browser told none. */
  transports: string
  label: string
  madeAt: Once<string>
}

export interface PasskeyChallengeTable {
  id: string
  purpose: 'enrol' | 'sign_in'
  userId: string | null
  challenge: Once<string>
  expiresAt: string
  usedAt: string | null
}

export interface OneTimeCodeTable {
  id: string
  purpose: 'sign_in'
  /** Keyed hash of the phone number: a number without account leaves no trace of itself. */
  phoneKey: string
  userId: string | null
  hash: Once<Buffer>
  keyId: Once<string>
  madeAt: Once<string>
  expiresAt: string
  attempts: number
  usedAt: string | null
}

/** A counter of failures. What it counts for is a keyed hash, because people type passwords into the field of the name. */
export interface SignInAttemptTable {
  id: string
  failures: number
  lastAt: string
  blockedUntil: string | null
}

export interface ApiTokenTable {
  id: string
  userId: string
  hash: Once<Buffer>
  label: string
  madeAt: Once<string>
  expiresAt: string
  revokedAt: string | null
}

export interface SignInTables extends AccessTables {
  password: PasswordTable
  session: SessionTable
  passkey: PasskeyTable
  passkeyChallenge: PasskeyChallengeTable
  oneTimeCode: OneTimeCodeTable
  signInAttempt: SignInAttemptTable
  apiToken: ApiTokenTable
}

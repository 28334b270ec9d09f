import type { ClientBase } from 'pg'
import type { KeyRing } from '../keys/index.ts'
import { canonicalText, sha256 } from './canonical.ts'
import type { RowRecord } from './trail.ts'

/** Writers hold this lock shared while they draw `seq` and commit; the sealer takes it alone for a moment. */
export const SEAL_LOCK = 3_505_101

export interface EntryBody {
  readonly v: 1
  readonly id: string
  readonly operation: string
  readonly actor: string
  /** Of an act at a shell: the operating system's user who acted on behalf of `actor`. */
  readonly osUser?: string
  readonly at: string
  readonly day: string
  readonly key?: string
  readonly place?: string
  readonly subject?: string
  /** HMAC of the received input, base64url: keyed, because a short input could be guessed from a plain hash. */
  readonly sent: string
  readonly input: unknown
  readonly reply: unknown
  readonly rows: readonly RowRecord[]
}

const INSERT = `with held as materialized (select pg_advisory_xact_lock_shared(${SEAL_LOCK}))
insert into audit_entry (id, operation, actor, key, input_hash, place_id, subject_id, recorded_at, business_day, body, hash, mac, mac_key)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 from held`

/**
 * The last statement of every operation: the act's trace and its idempotency key. The commit is sent right behind it,
 * so whatever can go wrong before it is sent is thrown at once, and not by the promise.
 */
export function writeEntry(
  client: ClientBase,
  ring: KeyRing,
  unsigned: Omit<EntryBody, 'sent'>,
  inputHash: Buffer,
): Promise<unknown> {
  const sent = ring.mac('audit', inputHash)
  const body: EntryBody = { ...unsigned, sent: sent.mac.toString('base64url') }
  const text = canonicalText(body)
  const hash = sha256(text)
  const { keyId, mac } = ring.mac('audit', hash, sent.keyId)
  const values = [
    body.id,
    body.operation,
    body.actor,
    body.key ?? null,
    sent.mac,
    body.place ?? null,
    body.subject ?? null,
    body.at,
    body.day,
    text,
    hash,
    mac,
    keyId,
  ]
  return client.query({ name: 'audit.write', text: INSERT, values })
}

export interface PriorEntry {
  /** Keyed by the audit key named in `macKey`. */
  readonly inputHash: Buffer
  readonly macKey: string
  readonly body: string
}

export async function findPrior(
  client: Pick<ClientBase, 'query'>,
  actor: string,
  operation: string,
  key: string,
): Promise<PriorEntry | undefined> {
  const { rows } = await client.query<{ input_hash: Buffer; mac_key: string; body: string }>({
    name: 'audit.prior',
    text: 'select input_hash, mac_key, body from audit_entry where actor = $1 and operation = $2 and key = $3',
    values: [actor, operation, key],
  })
  return rows[0] && { inputHash: rows[0].input_hash, macKey: rows[0].mac_key, body: rows[0].body }
}

import type { EntryBody } from './entry.ts'
import { sha256 } from './canonical.ts'
import { openHeads } from './heads.ts'
import type { TableHeads } from './heads.ts'
import { isOurs, streamRows } from './verify-context.ts'
import type { Verification } from './verify-context.ts'
import { sealedLeaves } from './verify-seals.ts'
import type { SealedLeaf } from './verify-seals.ts'

export interface EntryRow {
  readonly seq: number
  readonly id: string
  readonly operation: string
  readonly actor: string
  readonly key: string | null
  readonly input_hash: Buffer
  readonly place_id: string | null
  readonly subject_id: string | null
  readonly recorded_at: string
  readonly business_day: string
  readonly body: string
  readonly hash: Buffer
  readonly mac: Buffer
  readonly mac_key: string
}

const ENTRIES = 'select * from audit_entry order by seq'
export const ENTRIES_A_FETCH = 200

/**
 * Compares every entry with its own hash, MAC and columns and with the seals, and gathers what the genuine ones say
 * about each row. An entry that is not genuine says nothing.
 */
export async function checkEntries(
  verification: Verification,
  told: { seal: number; head: string | undefined },
): Promise<Map<string, TableHeads>> {
  const { client, checked, findings } = verification
  const heads = new Map<string, TableHeads>()
  const leaves = sealedLeaves(verification, told)
  const gone: string[] = []
  let leaf = await nextOf(leaves)
  for await (const entries of streamRows<EntryRow>(client, 'entries', ENTRIES, ENTRIES_A_FETCH)) {
    for (const entry of entries) {
      for (; leaf && leaf.seq < entry.seq; leaf = await nextOf(leaves)) gone.push(leaf.id)
      const sealed = leaf?.seq === entry.seq ? leaf : undefined
      const body = genuineBody(verification, entry, sealed)
      if (leaf && !sealed && entry.seq >= leaf.from) {
        findings.add({ table: 'audit_entry', id: entry.id, what: 'inserted' })
      } else if (body) remember(heads, body)
      if (!leaf) checked.unsealed += 1
      if (sealed) leaf = await nextOf(leaves)
    }
    checked.entries += entries.length
    verification.progress({ stage: 'entries', done: checked.entries })
  }
  for (; leaf; leaf = await nextOf(leaves)) gone.push(leaf.id)
  await nameMissing(verification, gone)
  return heads
}

async function nextOf(leaves: AsyncGenerator<SealedLeaf>): Promise<SealedLeaf | undefined> {
  const next = await leaves.next()
  return next.done ? undefined : next.value
}

/** The body, when hash, MAC, columns and seal agree; else the finding is noted. */
function genuineBody(
  { ring, findings }: Verification,
  entry: EntryRow,
  sealed: SealedLeaf | undefined,
): EntryBody | undefined {
  const hash = sha256(entry.body)
  const hashHolds = hash.equals(entry.hash)
  const macHolds = isOurs(ring, hash, entry.mac, entry.mac_key)
  if (hashHolds && macHolds) {
    const body = JSON.parse(entry.body) as EntryBody
    const known = !sealed || (sealed.id === body.id && sealed.hash === hash.toString('base64url'))
    if (known && columnsRepeat(entry, body)) return body
    findings.add({ table: 'audit_entry', id: sealed?.id ?? body.id, what: 'changed' })
    return undefined
  }
  // An entry of ours of which something was changed still has one half that holds; a foreign one has none.
  const ours = sealed !== undefined || macHolds || isOurs(ring, entry.hash, entry.mac, entry.mac_key) || wasOurs(entry)
  findings.add({ table: 'audit_entry', id: sealed?.id ?? entry.id, what: ours ? 'changed' : 'inserted' })
  return undefined
}

/** The MAC itself was overwritten: the body still hashes and repeats the columns. */
function wasOurs(entry: EntryRow): boolean {
  try {
    const body = JSON.parse(entry.body) as EntryBody
    return body.v === 1 && sha256(entry.body).equals(entry.hash) && columnsRepeat(entry, body)
  } catch {
    return false
  }
}

function columnsRepeat(entry: EntryRow, body: EntryBody): boolean {
  return (
    entry.id === body.id &&
    entry.operation === body.operation &&
    entry.actor === body.actor &&
    entry.key === (body.key ?? null) &&
    entry.input_hash.toString('base64url') === body.sent &&
    entry.place_id === (body.place ?? null) &&
    entry.subject_id === (body.subject ?? null) &&
    entry.recorded_at === body.at &&
    entry.business_day === body.day
  )
}

function remember(heads: Map<string, TableHeads>, body: EntryBody): void {
  for (const [table, id, hash] of body.rows) {
    let known = heads.get(table)
    if (!known) heads.set(table, (known = openHeads()))
    known.set(id, hash)
  }
}

/** A sealed entry that is not at its number was taken away, unless it stands under another number. */
async function nameMissing({ client, findings }: Verification, gone: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from audit_entry where id = any($1::uuid[])', [gone])
  const moved = new Set(rows.map((row) => row.id))
  for (const id of gone) {
    findings.drop('audit_entry', id)
    findings.add({ table: 'audit_entry', id, what: moved.has(id) ? 'changed' : 'missing' })
  }
}

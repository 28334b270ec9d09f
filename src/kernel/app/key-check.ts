import { KeyLost } from '../keys/index.ts'
import type { Host } from '../operation/index.ts'

/**
 * A ring that has lost the keys of this database must be noticed at the start, not at the first receipt.
 * The newest subject key and the newest entry are tried; an empty database has nothing to lose.
 * @throws KeyLost with the remedy in words.
 */
export async function requireKeys(host: Pick<Host, 'pool' | 'ring'>): Promise<void> {
  const { rows: subjects } = await host.pool.pg.query<{ wrapped: string }>(
    'select wrapped from subject_key order by made_at desc limit 1',
  )
  if (subjects[0]) host.ring.open('subject', subjects[0].wrapped)
  const { rows: entries } = await host.pool.pg.query<{ hash: Buffer; mac: Buffer; mac_key: string }>(
    'select hash, mac, mac_key from audit_entry order by seq desc limit 1',
  )
  const entry = entries[0]
  if (entry && !host.ring.mac('audit', entry.hash, entry.mac_key).mac.equals(entry.mac)) {
    throw new KeyLost('audit', entry.mac_key)
  }
}

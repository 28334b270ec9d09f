import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { rootOf } from '../../../kernel/indicator/index.ts'
import type { Finding } from '../../../kernel/registry/index.ts'
import type { PinTable } from '../tables.ts'

/** Pins whose stored contributions do not give their root, number or sum: for `daha verify`. */
export async function checkPins(db: Kysely<never>): Promise<Finding[]> {
  const findings: Finding[] = []
  const { rows: pins } = await sql<PinTable>`select id, root, n, amount from pin order by id`.execute(db)
  for (const { id, root, n, amount } of pins) {
    const { rows } = await sql<{ id: string; rowHash: string; amount: number }>`
      select contribution_id as id, row_hash, amount from pin_contribution where pin_id = ${id}
      order by contribution_id`.execute(db)
    const sum = rows.reduce((total, row) => total + row.amount, 0)
    if (rows.length !== n || sum !== amount || rootOf(rows) !== root) {
      findings.push({ table: 'pin', id, what: 'not_derived', detail: 'its contributions do not give its root' })
    }
  }
  return findings
}

import type { ReadOnly } from '../../../kernel/operation/index.ts'
import type { PeopleTables } from '../tables.ts'

/** The record that stands for a person when two records are one; else the id itself. */
export async function canonicalOf(db: ReadOnly<PeopleTables>, personId: string): Promise<string> {
  const link = await db
    .selectFrom('personCanonical')
    .select('canonicalId')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return link?.canonicalId ?? personId
}

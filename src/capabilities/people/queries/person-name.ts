import type { ReadOnly } from '../../../kernel/operation/index.ts'
import type { PeopleTables } from '../tables.ts'

/** The name as other rooms print it; undefined for an id that nobody has, `Dihapus` for an erased person. */
export async function personName(db: ReadOnly<PeopleTables>, personId: string): Promise<string | undefined> {
  const person = await db.selectFrom('person').select('fullName').where('id', '=', personId).executeTakeFirst()
  return person?.fullName
}

/** The record that stands for a person when two records are one; else the id itself. */
export async function canonicalOf(db: ReadOnly<PeopleTables>, personId: string): Promise<string> {
  const link = await db
    .selectFrom('personCanonical')
    .select('canonicalId')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return link?.canonicalId ?? personId
}

import type { AccessTables } from '../../../kernel/access/index.ts'
import type { ReadOnly } from '../../../kernel/operation/index.ts'

/** Where a claim about the whole city belongs. */
export async function rootPlace(db: object): Promise<string> {
  const { id } = await (db as ReadOnly<AccessTables>)
    .selectFrom('place')
    .select('id')
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}

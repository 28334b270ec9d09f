import { eraseFurtherSubject } from '../erasure/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { Eraser, OperationContext } from '../operation/index.ts'
import type { Kysely } from 'kysely'
import type { AccessTables } from './tables.ts'

/** A person's accounts are closed and lose their names; each has a key of its own, which goes with the person's. */
export const eraseAccounts: Eraser = async (context, personId) => {
  const db = internalsOf(context).db as Kysely<AccessTables>
  const accounts = await db
    .selectFrom('userAccount')
    .select('id')
    .where((where) => where.or([where('personId', '=', personId), where('id', '=', personId)]))
    .execute()
  const { write } = context as unknown as OperationContext<AccessTables>
  for (const { id } of accounts) {
    const gone = { userName: `dihapus-${id}`, displayName: '', phone: null, status: 'closed' as const }
    await write.update('userAccount', gone, { id })
    await eraseFurtherSubject(context, id)
  }
}

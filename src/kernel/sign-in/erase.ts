import { eraseFurtherSubject } from '../erasure/index.ts'
import type { OperationContext } from '../operation/index.ts'
import type { Eraser } from '../registry/index.ts'
import { closeAccount } from './operations/user.ts'
import type { SignInTables } from './tables.ts'

/** A person's accounts are closed and lose their names; the ids stay, because records name who did them. */
export const eraseAccounts: Eraser = async (given, personId) => {
  const context = given as unknown as OperationContext<SignInTables>
  const accounts = await context.tx
    .selectFrom('userAccount')
    .select(['id', 'status'])
    .where('personId', '=', personId)
    .execute()
  for (const { id, status } of accounts) {
    if (status === 'active') await closeAccount(context, id)
    await context.write.update('session', { deviceLabel: '?', deviceId: null }, { userId: id })
    await context.write.remove('oneTimeCode', { userId: id })
    const nobody = { userName: `dihapus-${id}`, displayName: 'Dihapus', phone: null }
    await context.write.update('userAccount', nobody, { id })
    await eraseFurtherSubject(given, id)
  }
}

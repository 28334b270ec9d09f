import { newOneTimeCode } from '../id/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { startSession } from './sessions.ts'
import type { NewSession } from './sessions.ts'
import type { SignInTables } from './tables.ts'

/**
 * Lets a resident in whom the calling operation has recognised (by a code on a card, say): makes or finds the
 * resident's account, which needs neither phone nor e-mail nor password, and opens a session for it.
 * The caller's output must mark `token` as `secret`: it then stands in no stored answer, so that a replay of the
 * operation gives everything but the token, and the resident claims once more.
 */
export async function openResidentSession<T>(
  given: OperationContext<T>,
  resident: { personId: string; displayName?: string; deviceLabel?: string },
): Promise<NewSession> {
  const context = given as unknown as OperationContext<SignInTables>
  const { tx, write, newId, now } = context
  const { personId, displayName = 'Warga', deviceLabel } = resident
  const known = await tx
    .selectFrom('userAccount')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', 'resident')
    .where('status', '=', 'active')
    .executeTakeFirst()
  const id = known?.id ?? newId()
  if (!known) {
    const userName = `warga-${newOneTimeCode(12).replaceAll('-', '').toLowerCase()}`
    const row = {
      id,
      userName,
      displayName,
      phone: null,
      personId,
      status: 'active',
      kind: 'resident',
      madeAt: now,
    } as const
    await write.insert('userAccount', row)
  }
  return startSession(context, { id, kind: 'resident' }, deviceLabel)
}

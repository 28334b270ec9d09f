import { z } from 'zod'
import { anyone, signedIn } from '../../access/index.ts'
import { operation } from '../../operation/index.ts'
import type { OperationContext } from '../../operation/index.ts'
import { refuse } from '../../refusal/index.ts'
import { checkPassword, countersOf, findAccount, setPassword } from '../accounts.ts'
import { counter, judge, requireNoWait } from '../attempts.ts'
import { OpenedSession, OpenSession, ProvedSession, ProveSession, RevokeSession } from '../contract.ts'
import { requireGoodPassword } from '../password-rule.ts'
import { sessionOf, startSession } from '../sessions.ts'
import type { SignInTables } from '../tables.ts'

export const openSession = operation<SignInTables>()({
  name: 'session.open',
  about: 'Signs in with user name or phone number and password.',
  input: OpenSession,
  output: OpenedSession,
  allow: anyone(),
  async run(context, { userName, password, newPassword }) {
    const account = await findAccount(context.tx, userName)
    const counters = await countersOf(context, userName, account)
    await requireNoWait(context, counters)
    const { right, mustChange } = await checkPassword(context, account?.id, password)
    await judge(context, counters, { right, code: 'sign_in.wrong', field: 'password' })
    if (!account) throw new Error('A password was right for no account')
    context.about(account.id)
    if (mustChange) {
      // There is no session until the user has a password that nobody else has seen.
      if (newPassword === undefined)
        throw refuse('sign_in.must_change', {}, { kind: 'precondition', field: 'newPassword' })
      requireGoodPassword(newPassword, account.userName)
      await setPassword(context, account.id, newPassword, false)
    }
    return startSession(context, account)
  },
})

export const proveSession = operation<SignInTables>()({
  name: 'session.prove',
  about: 'Proves again who acts in this session, by password; grave acts want that within five minutes.',
  input: ProveSession,
  output: ProvedSession,
  allow: signedIn(),
  async run(context, { password }) {
    const { userId, sessionId } = sessionOf(context)
    context.about(userId)
    const counters = [counter(context, 'prove', userId)]
    await requireNoWait(context, counters)
    const { right, mustChange } = await checkPassword(context, userId, password)
    await judge(context, counters, { right: right && !mustChange, code: 'sign_in.prove_wrong', field: 'password' })
    return renewProof(context, sessionId)
  },
})

/** @throws Refusal `session.ended` when the session was revoked meanwhile */
export async function renewProof(
  { write, now }: OperationContext<SignInTables>,
  sessionId: string,
): Promise<z.input<typeof ProvedSession>> {
  const [row] = await write.update('session', { provedAt: now }, { id: sessionId, revokedAt: null })
  if (!row) throw refuse('session.ended', {}, { kind: 'conflict' })
  return { provedAt: row.provedAt }
}

export const closeSession = operation<SignInTables>()({
  name: 'session.close',
  about: 'Signs out: ends the session in which it is asked.',
  input: z.strictObject({}),
  output: z.null(),
  allow: signedIn(),
  async run(context) {
    const { sessionId } = sessionOf(context)
    await context.write.update(
      'session',
      { revokedAt: context.now, endedBy: 'closed' },
      { id: sessionId, revokedAt: null },
    )
    return null
  },
})

export const revokeSession = operation<SignInTables>()({
  name: 'session.revoke',
  about: 'Ends one of one’s own sessions on another device; that device is no longer known.',
  input: RevokeSession,
  output: z.null(),
  allow: signedIn(),
  async run(context, { sessionId }) {
    const { userId } = sessionOf(context)
    const where = { id: sessionId, userId, revokedAt: null }
    const [row] = await context.write.update('session', { revokedAt: context.now, endedBy: 'revoked' }, where)
    if (!row) throw refuse('session.unknown', {}, { kind: 'not_found' })
    return null
  },
})

import { z } from 'zod'
import { signedIn, within } from '../../access/index.ts'
import { operation } from '../../operation/index.ts'
import { refuse } from '../../refusal/index.ts'
import { checkPassword, giveOneTimePassword, setPassword } from '../accounts.ts'
import { counter, judge, requireNoWait } from '../attempts.ts'
import { requireMayManage } from '../authority.ts'
import { ChangePassword, OneTimePassword, ResetPassword } from '../contract.ts'
import { requireGoodPassword } from '../password-rule.ts'
import { endSessions, sessionOf } from '../sessions.ts'
import { requireActiveUser } from '../users.ts'
import type { SignInTables } from '../tables.ts'

export const changePassword = operation<SignInTables>()({
  name: 'password.change',
  about: 'Sets one’s own password; the old one is wanted when there is one, and all other sessions end.',
  input: ChangePassword,
  output: z.null(),
  allow: signedIn(),
  async run(context, { password = '', newPassword }) {
    const { userId, sessionId } = sessionOf(context)
    context.about(userId)
    const user = await requireActiveUser(context.tx, userId)
    const old = await context.tx.selectFrom('password').select('userId').where('userId', '=', userId).executeTakeFirst()
    if (old) {
      const counters = [counter(context, 'prove', userId)]
      await requireNoWait(context, counters)
      const { right } = await checkPassword(context, userId, password)
      await judge(context, counters, { right, code: 'sign_in.prove_wrong', field: 'password' })
    }
    requireGoodPassword(newPassword, user.userName)
    await setPassword(context, userId, newPassword, false)
    await endSessions(context, userId, 'revoked', sessionId)
    return null
  },
})

export const resetPassword = operation<SignInTables>()({
  name: 'password.reset',
  about:
    'Gives a user a one-time password, shown once, with which the user chooses a new one; all sessions of the user end.',
  input: ResetPassword,
  output: OneTimePassword,
  allow: within('user.manage'),
  grave: true,
  async run(context, { userId }) {
    if (context.actor.kind !== 'system' && context.userId() === userId) throw refuse('password.reset_self')
    await requireActiveUser(context.tx, userId)
    await requireMayManage(context, userId)
    context.about(userId)
    await endSessions(context, userId, 'account')
    return { userId, oneTimePassword: await giveOneTimePassword(context, userId) }
  },
})

import { openGate } from '../access/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import { checkPassword, findAccount } from './accounts.ts'
import { counter, judge, requireNoWait } from './attempts.ts'
import type { SignInTables } from './tables.ts'

export interface CoSignature {
  readonly userName: string
  readonly password: string
  readonly permission: string
  readonly placeId: string
}

/**
 * A second person vouches at the same device: another user, who holds the permission at the place. Asked before the
 * operation has written anything, because a wrong answer is counted, and what was counted is committed.
 * Failures are counted by who asks and by whom one claims to be, apart from sign-in: a guess here locks nobody out.
 * @returns the second person's user id
 * @throws Refusal `sign_in.co_sign_wrong` (whatever was wrong), `sign_in.co_sign_self`, `sign_in.wait`
 */
export async function coSign<T>(given: OperationContext<T>, signature: CoSignature): Promise<string> {
  const context = given as unknown as OperationContext<SignInTables>
  const { client, db, trail, rolesWith } = internalsOf(context)
  if (!trail.isEmpty) throw new Error('The second person is asked before anything is written')
  const { now, today } = context
  const me = context.userId()
  const second = await findAccount(context.tx, signature.userName)
  if (second?.id === me) throw refuse('sign_in.co_sign_self', {}, { kind: 'invalid', field: 'coSign.userName' })
  const claimed = second?.id ?? signature.userName.trim().toLowerCase()
  const counters = [counter(context, 'co_sign_by', me), counter(context, 'co_sign_of', claimed)]
  await requireNoWait(context, counters)
  const { right, mustChange } = await checkPassword(context, second?.id, signature.password)
  const actor = { kind: 'user', userId: second?.id ?? me, personId: null, sessionId: '', provedAt: now } as const
  const gate = openGate({ client, db, actor, now, today, rolesWith })
  const holds = await gate.holds(signature.permission, signature.placeId)
  const good = right && !mustChange && holds && second !== undefined
  await judge(context, counters, { right: good, code: 'sign_in.co_sign_wrong', field: 'coSign.password' })
  return actor.userId
}

import type { OperationContext } from '../operation/index.ts'
import { counter, judge, requireNoWait } from './attempts.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import type { SignInTables } from './tables.ts'

/**
 * Guards a short secret of a room, such as a PIN or a code on a card: wrong guesses are counted by `of`, stay counted
 * although the operation is refused, and make the next one wait. Asked before the operation has written anything.
 * @throws Refusal `sign_in.wait`; a kept refusal with `code` when `isRight` says no.
 */
export async function guardGuess<T>(
  given: OperationContext<T>,
  guess: { of: string; isRight: () => Promise<boolean>; code: string; field: string },
): Promise<void> {
  const context = given as unknown as OperationContext<SignInTables>
  const counters = [counter(context, 'guess', guess.of)]
  await requireNoWait(context, counters)
  await judge(context, counters, { right: await guess.isRight(), code: guess.code, field: guess.field })
}

/** argon2id of a room's short secret, and whether a typed one is it. */
export const hashSecret = hashPassword
export const isSecret = isPassword

import { findPhone } from '../notify/index.ts'
import type { OperationContext, ReadOnly } from '../operation/index.ts'
import { counter } from './attempts.ts'
import type { Counter } from './attempts.ts'
import type { SignInTables } from './tables.ts'
import { addHours } from '../clock/index.ts'
import { newOneTimeCode, readOneTimeCode } from '../id/index.ts'
import { hashPassword, isPassword } from './password-hash.ts'

export interface Account {
  readonly id: string
  readonly userName: string
  readonly displayName: string
  readonly phone: string | null
  readonly personId: string | null
  readonly kind: 'staff' | 'resident'
}

const columns = ['id', 'userName', 'displayName', 'phone', 'personId', 'kind'] as const

/** A user name never begins with a digit, so that it is no phone number. */
export function findAccount(tx: ReadOnly<SignInTables>, typed: string): Promise<Account | undefined> {
  const phone = findPhone(typed)?.e164
  const active = tx.selectFrom('userAccount').select(columns).where('status', '=', 'active')
  return phone === undefined
    ? active.where((eb) => eb(eb.fn<string>('lower', ['userName']), '=', typed.trim().toLowerCase())).executeTakeFirst()
    : active.where('phone', '=', phone).executeTakeFirst()
}

/**
 * What is counted when a secret is typed for an account. A device on which the account has signed in has a counter of its
 * own, so that strangers who guess cannot lock the real person out of it.
 */
export async function countersOf(
  context: OperationContext<SignInTables>,
  typed: string,
  account: Account | undefined,
): Promise<Counter[]> {
  const { deviceId, address } = context.sentFrom
  if (account && deviceId && (await isKnownDevice(context.tx, account.id, deviceId))) {
    return [counter(context, 'device', `${account.id} ${deviceId}`)]
  }
  const of = account?.id ?? findPhone(typed)?.e164 ?? typed.trim().toLowerCase()
  return [counter(context, 'account', of), ...(address === '' ? [] : [counter(context, 'address', address)])]
}

async function isKnownDevice(tx: ReadOnly<SignInTables>, userId: string, deviceId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('session')
    .select('id')
    .where('userId', '=', userId)
    .where('deviceId', '=', deviceId)
    .where((eb) => eb.or([eb('endedBy', 'is', null), eb('endedBy', '=', 'closed')]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

const ONE_TIME_PASSWORD_HOURS = 7 * 24

export interface PasswordCheck {
  readonly right: boolean
  readonly mustChange: boolean
}

/** Takes the same time whether or not there is such an account. */
export async function checkPassword(
  context: OperationContext<SignInTables>,
  userId: string | undefined,
  typed: string,
): Promise<PasswordCheck> {
  const stored = await context.tx
    .selectFrom('password')
    .selectAll()
    .where('userId', '=', userId ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst()
  const mustChange = stored?.mustChange ?? false
  // A one-time password is read from paper or aloud, so that case and dashes do not count.
  const right = await isPassword(stored?.hash, mustChange ? (readOneTimeCode(typed) ?? typed) : typed)
  const expired = mustChange && addHours(stored?.setAt ?? context.now, ONE_TIME_PASSWORD_HOURS) <= context.now
  return { right: right && !expired, mustChange }
}

/** Sets the password, whether or not there was one. */
export async function setPassword(
  { tx, write, now }: OperationContext<SignInTables>,
  userId: string,
  password: string,
  mustChange: boolean,
): Promise<void> {
  const row = { hash: await hashPassword(password), setAt: now, mustChange }
  const found = await tx.selectFrom('password').select('userId').where('userId', '=', userId).executeTakeFirst()
  if (found) await write.update('password', row, { userId })
  else await write.insert('password', { userId, ...row })
}

/** Shown once to whoever gave it; good for a week and for choosing one's own. */
export async function giveOneTimePassword(context: OperationContext<SignInTables>, userId: string): Promise<string> {
  const password = newOneTimeCode(12)
  await setPassword(context, userId, password, true)
  return password
}

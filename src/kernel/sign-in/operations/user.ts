import type { Kysely } from 'kysely'
import { can, systemOnly, within } from '../../access/index.ts'
import { parsePhone } from '../../notify/index.ts'
import { internalsOf, operation } from '../../operation/index.ts'
import type { OperationContext } from '../../operation/index.ts'
import { refuse } from '../../refusal/index.ts'
import { giveOneTimePassword, setPassword } from '../accounts.ts'
import { ADMIN_ROLE, isAdmin, requireAnotherAdmin, requireMayGive, requireMayManage, rootPlace } from '../authority.ts'
import {
  AddUser,
  AmendUser,
  ClosedUser,
  CloseUser,
  CreateAdmin,
  CreatedAdmin,
  OneTimePassword,
  UserDone,
} from '../contract.ts'
import { requireGoodPassword } from '../password-rule.ts'
import { endSessions } from '../sessions.ts'
import type { SignInTables } from '../tables.ts'
import { insertGrant, insertUser, requireActiveUser, requirePlace } from '../users.ts'

export const addUser = operation<SignInTables>()({
  name: 'user.add',
  about: 'Adds a user with a first duty at a place, and gives a one-time password, shown once.',
  input: AddUser,
  output: OneTimePassword,
  allow: can<{ placeId: string }>('user.manage', (_db, { placeId }) => placeId),
  grave: true,
  async run(context, { userName, displayName, phone, ...terms }) {
    await requirePlace(context.tx, terms.placeId)
    await requireMayGive(context, terms.role, terms.placeId)
    const userId = await insertUser(context, { userName, displayName, phone })
    context.about(userId)
    await insertGrant(context, userId, terms)
    return { userId, oneTimePassword: await giveOneTimePassword(context, userId) }
  },
})

export const amendUser = operation<SignInTables>()({
  name: 'user.amend',
  about: 'Corrects the name, user name or phone number of a user.',
  input: AmendUser,
  output: UserDone,
  allow: within('user.manage'),
  grave: true,
  async run(context, { userId, phone, userName, displayName }) {
    await requireActiveUser(context.tx, userId)
    await requireMayManage(context, userId)
    context.about(userId)
    const set = {
      ...(userName === undefined ? {} : { userName }),
      ...(displayName === undefined ? {} : { displayName }),
      ...(phone === undefined ? {} : { phone: phone === null ? null : parsePhone(phone, { field: 'phone' }).e164 }),
    }
    if (Object.keys(set).length === 0) throw refuse('user.nothing_to_amend', {}, { kind: 'invalid' })
    await context.write.update('userAccount', set, { id: userId, status: 'active' })
    return { userId }
  },
})

export const closeUser = operation<SignInTables>()({
  name: 'user.close',
  about: 'Closes an account: sessions, tokens and duties end, and open work goes to the user who is named.',
  input: CloseUser,
  output: ClosedUser,
  allow: within('user.manage'),
  grave: true,
  async run(context, { userId, handOverTo }) {
    if (context.actor.kind !== 'system' && context.userId() === userId) throw refuse('user.close_self')
    const user = await requireActiveUser(context.tx, userId)
    await requireMayManage(context, userId)
    if (await isAdmin(context, userId)) await requireAnotherAdmin(context, { userId })
    context.about(userId)
    const handedOver = await handOver(context, userId, handOverTo)
    context.confirm('user.close', { name: user.displayName })
    await closeAccount(context, userId)
    return { userId, handedOver }
  },
})

/** Ends all by which a user acts; the account's row stays, because records name it. */
export async function closeAccount(context: OperationContext<SignInTables>, userId: string): Promise<void> {
  const { tx, write, today, now } = context
  const [row] = await write.update('userAccount', { status: 'closed' }, { id: userId, status: 'active' })
  if (!row) throw refuse('user.closed', {}, { kind: 'conflict' })
  await endSessions(context, userId, 'account')
  await write.update('apiToken', { revokedAt: now }, { userId, revokedAt: null })
  await write.remove('password', { userId })
  await write.remove('passkey', { userId })
  const grants = await tx
    .selectFrom('roleGrant')
    .select(['id', 'validFrom'])
    .where('userId', '=', userId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', today)]))
    .execute()
  for (const { id, validFrom } of grants) {
    if (validFrom > today) await write.remove('roleGrant', { id })
    else await write.update('roleGrant', { validTo: today }, { id })
  }
}

async function handOver(
  context: OperationContext<SignInTables>,
  from: string,
  to: string | undefined,
): Promise<number> {
  const { db, host } = internalsOf(context)
  let open = 0
  for (const each of host.handOvers) {
    const n = await each.count(db as unknown as Kysely<never>, from)
    if (n === 0) continue
    open += n
    if (to === undefined) continue
    if (to === from) throw refuse('user.hand_over_self', {}, { kind: 'invalid', field: 'handOverTo' })
    await requireActiveUser(context.tx, to, 'handOverTo')
    await each.move(context as unknown as OperationContext<never>, from, to)
  }
  if (open > 0 && to === undefined)
    throw refuse('user.open_work', { n: open }, { kind: 'precondition', field: 'handOverTo' })
  return open
}

export const createAdmin = operation<SignInTables>()({
  name: 'admin.create',
  about: 'Makes an administrator of the whole city; for the command line of the server itself.',
  input: CreateAdmin,
  output: CreatedAdmin,
  allow: systemOnly(),
  async run(context, { userName, displayName, phone, password }) {
    const placeId = await rootPlace(context)
    const userId = await insertUser(context, { userName, displayName, phone })
    context.about(userId)
    await insertGrant(context, userId, { role: ADMIN_ROLE, placeId })
    if (password === undefined) return { userId, oneTimePassword: await giveOneTimePassword(context, userId) }
    requireGoodPassword(password, userName, 'password')
    await setPassword(context, userId, password, false)
    return { userId }
  },
})

import { z } from 'zod'
import { coversEverything, either, signedIn, userIdOf, within } from '../../access/index.ts'
import type { Actor } from '../../access/index.ts'
import { refuse } from '../../refusal/index.ts'
import { query } from '../../query/index.ts'
import { DeviceRow, ListTokens, MyAccount, TokenPage } from '../contract.ts'
import type { SignInTables } from '../tables.ts'
import { grantsOf } from './users.ts'

function userOf(actor: Actor): string {
  const userId = userIdOf(actor)
  if (userId === undefined) throw refuse('access.sign_in', {}, { kind: 'forbidden' })
  return userId
}

export const mySessions = query<SignInTables>()({
  name: 'session.mine',
  about: 'The devices on which one is signed in, newest first.',
  input: z.strictObject({}),
  output: z.array(DeviceRow),
  allow: signedIn(),
  async run({ db, actor, now }) {
    const rows = await db
      .selectFrom('session')
      .select(['id as sessionId', 'deviceLabel as label', 'madeAt', 'provedAt', 'expiresAt'])
      .where('userId', '=', userOf(actor))
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', now)
      .orderBy('madeAt', 'desc')
      .orderBy('id', 'desc')
      .execute()
    const here = actor.kind === 'user' ? actor.sessionId : undefined
    return rows.map((row) => ({ ...row, current: row.sessionId === here }))
  },
})

export const myAccount = query<SignInTables>()({
  name: 'account.mine',
  about: 'One’s own account, duties and passkeys.',
  input: z.strictObject({}),
  output: MyAccount,
  allow: signedIn(),
  async run({ db, actor, today, permissions }) {
    const userId = userOf(actor)
    const user = await db
      .selectFrom('userAccount')
      .leftJoin('password', 'password.userId', 'userAccount.id')
      .select(['userAccount.id', 'userName', 'displayName', 'phone', 'kind', 'password.userId as passwordOf'])
      .where('userAccount.id', '=', userId)
      .executeTakeFirstOrThrow()
    const grants = await grantsOf(db, undefined, [userId])
    const passkeys = await db
      .selectFrom('passkey')
      .select(['id as passkeyId', 'label', 'madeAt'])
      .where('userId', '=', userId)
      .orderBy('madeAt')
      .execute()
    const { userName, displayName, phone, kind } = user
    const tokenRoles = permissions.get('token.manage') ?? []
    return {
      userId,
      userName,
      displayName,
      phone,
      kind,
      hasPassword: user.passwordOf !== null,
      provedAt: actor.kind === 'user' ? actor.provedAt : null,
      grants,
      passkeys,
      mayMakeTokens: grants.some(
        ({ role, validFrom, validTo }) =>
          tokenRoles.includes(role) && validFrom <= today && (validTo ?? today) >= today,
      ),
    }
  },
})

export const listTokens = query<SignInTables>()({
  name: 'token.list',
  about: 'API tokens, newest first: one’s own, or everybody’s for who manages users of the whole city.',
  input: ListTokens,
  output: TokenPage,
  allow: either(within('token.manage'), signedIn()),
  async run({ db, actor, scope }, { everybody, page, size }) {
    const userId = userOf(actor)
    if (everybody && !(scope.kind === 'place' && coversEverything(scope)))
      throw refuse('access.denied', { permission: 'token.manage' }, { kind: 'forbidden' })
    const found = db
      .selectFrom('apiToken')
      .innerJoin('userAccount', 'userAccount.id', 'apiToken.userId')
      .$if(!everybody, (rows) => rows.where('apiToken.userId', '=', userId))
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .select([
        'apiToken.id as tokenId',
        'apiToken.userId',
        'userName',
        'label',
        'apiToken.madeAt',
        'expiresAt',
        'revokedAt',
      ])
      .orderBy('apiToken.madeAt', 'desc')
      .orderBy('apiToken.id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows, total, page, size }
  },
})

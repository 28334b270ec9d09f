import { z } from 'zod'
import { either, signedIn, within } from '../../access/index.ts'
import { addDays, startOfDay } from '../../clock/index.ts'
import { operation } from '../../operation/index.ts'
import { refuse } from '../../refusal/index.ts'
import { MadeToken, MakeToken, RevokeToken } from '../contract.ts'
import { managesTokens } from '../authority.ts'
import { hashOfToken, sessionOf } from '../sessions.ts'
import type { SignInTables } from '../tables.ts'

const TOKEN_DAYS_MAX = 366

export const makeToken = operation<SignInTables>()({
  name: 'token.make',
  about: 'Makes a token with which a program acts as oneself; shown once.',
  input: MakeToken,
  output: MadeToken,
  allow: within('token.manage'),
  grave: true,
  async run(context, { label, expiresOn }) {
    const { userId } = sessionOf(context)
    const { today, city, write, newId, newToken, now } = context
    if (expiresOn <= today || expiresOn > addDays(today, TOKEN_DAYS_MAX)) {
      throw refuse('token.expiry', { max: TOKEN_DAYS_MAX }, { kind: 'invalid', field: 'expiresOn' })
    }
    const token = `daha_${newToken()}${newToken()}`
    const expiresAt = startOfDay(addDays(expiresOn, 1), city.zone)
    const row = { id: newId(), userId, hash: hashOfToken(token), label, madeAt: now, expiresAt, revokedAt: null }
    const { id } = await write.insert('apiToken', row)
    return { tokenId: id, token }
  },
})

export const revokeToken = operation<SignInTables>()({
  name: 'token.revoke',
  about: 'Revokes a token: one’s own, or anybody’s for who manages tokens.',
  input: RevokeToken,
  output: z.null(),
  allow: either(within('token.manage'), signedIn()),
  async run(context, { tokenId }) {
    const { tx, write, now, actor } = context
    const token = await tx.selectFrom('apiToken').selectAll().where('id', '=', tokenId).executeTakeFirst()
    const mine = actor.kind !== 'system' && token?.userId === context.userId()
    if (!token || !(mine || (await managesTokens(context)))) throw refuse('token.unknown', {}, { kind: 'not_found' })
    const [row] = await write.update('apiToken', { revokedAt: now }, { id: tokenId, revokedAt: null })
    if (!row) throw refuse('token.revoked', {}, { kind: 'conflict' })
    return null
  },
})

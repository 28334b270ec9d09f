import type { Kysely } from 'kysely'
import { can } from '../../access/index.ts'
import { addDays } from '../../clock/index.ts'
import { operation } from '../../operation/index.ts'
import { refuse } from '../../refusal/index.ts'
import { ADMIN_ROLE, requireAnotherAdmin, requireMayGive } from '../authority.ts'
import { EndGrant, GiveGrant, GivenGrant } from '../contract.ts'
import type { SignInTables } from '../tables.ts'
import { insertGrant, requireActiveUser, requirePlace } from '../users.ts'

export const giveGrant = operation<SignInTables>()({
  name: 'grant.give',
  about: 'Gives a user a duty at a place, from one day to another.',
  input: GiveGrant,
  output: GivenGrant,
  allow: can<{ placeId: string }>('user.manage', (_db, { placeId }) => placeId),
  grave: true,
  async run(context, { userId, ...terms }) {
    const user = await requireActiveUser(context.tx, userId, 'userId')
    if (user.kind === 'resident') throw refuse('grant.resident', {}, { kind: 'precondition' })
    await requirePlace(context.tx, terms.placeId)
    await requireMayGive(context, terms.role, terms.placeId)
    return { grantId: await insertGrant(context, userId, terms) }
  },
})

export const endGrant = operation<SignInTables>()({
  name: 'grant.end',
  about: 'Ends a duty; it holds up to and with the day that is named.',
  input: EndGrant,
  output: GivenGrant,
  allow: can<{ grantId: string }>('user.manage', async (db, { grantId }) => (await grantOf(db, grantId)).placeId),
  grave: true,
  async run(context, { grantId, validTo = context.today }) {
    const { tx, write, today } = context
    const grant = await grantOf(tx, grantId)
    await requireMayGive(context, grant.role, grant.placeId)
    if (grant.validTo !== null && grant.validTo < today) throw refuse('grant.ended', {}, { kind: 'conflict' })
    // What was done under a duty stays done under it: a duty ends yesterday at the earliest, which is "at once".
    if (validTo < addDays(today, -1)) throw refuse('grant.past', {}, { kind: 'invalid', field: 'validTo' })
    const place = await tx
      .selectFrom('place')
      .select('parentId')
      .where('id', '=', grant.placeId)
      .executeTakeFirstOrThrow()
    if (grant.role === ADMIN_ROLE && place.parentId === null) await requireAnotherAdmin(context, { grantId })
    const where = { id: grantId, validTo: grant.validTo }
    const rows =
      validTo < grant.validFrom
        ? await write.remove('roleGrant', where)
        : await write.update('roleGrant', { validTo }, where)
    if (rows.length === 0) throw refuse('grant.ended', {}, { kind: 'conflict' })
    return { grantId }
  },
})

async function grantOf(
  db: Pick<Kysely<never>, 'selectFrom'> | Pick<Kysely<SignInTables>, 'selectFrom'>,
  grantId: string,
) {
  const grant = await (db as Kysely<SignInTables>)
    .selectFrom('roleGrant')
    .selectAll()
    .where('id', '=', grantId)
    .executeTakeFirst()
  if (!grant) throw refuse('grant.unknown', {}, { kind: 'not_found' })
  return grant
}

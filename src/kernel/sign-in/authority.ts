import type { Kysely } from 'kysely'
import { openGate } from '../access/index.ts'
import type { Gate } from '../access/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import type { SignInTables } from './tables.ts'

/** The role that may give every role; the last one who holds it at the root stays. */
export const ADMIN_ROLE = 'city_admin'

type Context = OperationContext<SignInTables>

function gateOf(context: Context): Gate {
  const { client, db, rolesWith } = internalsOf(context)
  return openGate({ client, db, actor: context.actor, now: context.now, today: context.today, rolesWith })
}

/**
 * Nobody gives a duty beyond their own: who manages users at a place gives there what is theirs there, every single
 * permission of it; `grant.manage` gives everything.
 */
export async function requireMayGive(context: Context, role: string, placeId: string): Promise<void> {
  const { permissions } = internalsOf(context).host
  const held = [...permissions].flatMap(([permission, roles]) => (roles.includes(role) ? [permission] : []))
  if (held.length === 0) throw refuse('grant.role_unknown', { role }, { kind: 'invalid', field: 'role' })
  if (context.actor.kind === 'system') return
  const gate = gateOf(context)
  if (await gate.holds('grant.manage', placeId)) return
  for (const permission of ['user.manage', ...held]) {
    if (!(await gate.holds(permission, placeId))) throw refuse('grant.beyond_own', {}, { kind: 'forbidden' })
  }
}

/** Whoever manages a user could have given that user everything it holds today or later. */
export async function requireMayManage(context: Context, userId: string): Promise<void> {
  const { tx, today, actor } = context
  if (actor.kind === 'system') return
  const grants = await tx
    .selectFrom('roleGrant')
    .select(['role', 'placeId'])
    .where('userId', '=', userId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', today)]))
    .execute()
  for (const { role, placeId } of grants) await requireMayGive(context, role, placeId)
  if (grants.length === 0 && !(await gateOf(context).holds('user.manage', await rootPlace(context)))) {
    throw refuse('access.denied', { permission: 'user.manage' }, { kind: 'forbidden' })
  }
}

export async function rootPlace({ tx }: Pick<Context, 'tx'>): Promise<string> {
  const root = await tx
    .selectFrom('place')
    .select('id')
    .where('parentId', 'is', null)
    .orderBy('path')
    .executeTakeFirst()
  if (!root) throw refuse('user.no_place')
  return root.id
}

/** Refuses what would leave the city without anybody who may give roles, today or in days to come. */
export async function requireAnotherAdmin(
  context: Context,
  gone: { userId: string } | { grantId: string },
): Promise<void> {
  // Two administrators who close each other at once wait here; the second finds nobody left.
  await internalsOf(context).client.query('select id from place where parent_id is null order by id for update')
  const { today } = context
  const db = internalsOf(context).db as Kysely<SignInTables>
  const other = await db
    .selectFrom('roleGrant')
    .innerJoin('userAccount', 'userAccount.id', 'roleGrant.userId')
    .innerJoin('place', 'place.id', 'roleGrant.placeId')
    .select('roleGrant.id')
    .where('userAccount.status', '=', 'active')
    .where('place.parentId', 'is', null)
    .where('roleGrant.role', '=', ADMIN_ROLE)
    .where('roleGrant.validFrom', '<=', today)
    .where('roleGrant.validTo', 'is', null)
    .$if('userId' in gone, (rows) => rows.where('roleGrant.userId', '!=', 'userId' in gone ? gone.userId : ''))
    .$if('grantId' in gone, (rows) => rows.where('roleGrant.id', '!=', 'grantId' in gone ? gone.grantId : ''))
    .limit(1)
    .executeTakeFirst()
  if (!other) throw refuse('user.last_admin', {}, { kind: 'precondition' })
}

/** Whether the user holds the administrator's duty anywhere at the root, now or later. */
export async function isAdmin({ tx, today }: Context, userId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('roleGrant')
    .innerJoin('place', 'place.id', 'roleGrant.placeId')
    .select('roleGrant.id')
    .where('roleGrant.userId', '=', userId)
    .where('roleGrant.role', '=', ADMIN_ROLE)
    .where('place.parentId', 'is', null)
    .where((eb) => eb.or([eb('roleGrant.validTo', 'is', null), eb('roleGrant.validTo', '>=', today)]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Whether the actor may revoke anybody's token. */
export async function managesTokens(context: Context): Promise<boolean> {
  return context.actor.kind === 'system' || gateOf(context).holds('token.manage', await rootPlace(context))
}

import { sql } from 'kysely'
import { signedIn, userIdOf } from '../../access/index.ts'
import type { Actor } from '../../access/index.ts'
import type { ReadOnly } from '../../operation/index.ts'
import { query } from '../../query/index.ts'
import { AtPlaces, GivableRoles, HeldPermissions } from '../contract.ts'
import type { SignInTables } from '../tables.ts'

interface Asked {
  db: ReadOnly<SignInTables>
  actor: Actor
  today: string
  permissions: ReadonlyMap<string, readonly string[]>
}

/** What the actor may do today at each of these places, there or above; the same rule as the gate's. */
async function heldAt({ db, actor, today, permissions }: Asked, placeIds: readonly string[]) {
  if (actor.kind === 'system') return placeIds.map((placeId) => ({ placeId, held: new Set(permissions.keys()) }))
  const userId = userIdOf(actor)
  const rows =
    userId === undefined || placeIds.length === 0
      ? []
      : await db
          .selectFrom('place as asked')
          .innerJoin('place as given', (join) => join.on(sql<boolean>`starts_with(asked.path, given.path)`))
          .innerJoin('roleGrant', 'roleGrant.placeId', 'given.id')
          .innerJoin('userAccount', 'userAccount.id', 'roleGrant.userId')
          .select(['asked.id', 'roleGrant.role'])
          .distinct()
          .where('asked.id', 'in', placeIds)
          .where('roleGrant.userId', '=', userId)
          .where('userAccount.status', '=', 'active')
          .where('roleGrant.validFrom', '<=', today)
          .where((eb) => eb.or([eb('roleGrant.validTo', 'is', null), eb('roleGrant.validTo', '>=', today)]))
          .execute()
  return placeIds.map((placeId) => {
    const roles = rows.filter(({ id }) => id === placeId).map(({ role }) => role)
    const held = [...permissions].filter(([, holders]) => roles.some((role) => holders.includes(role)))
    return { placeId, held: new Set(held.map(([name]) => name)) }
  })
}

export const myPermissions = query<SignInTables>()({
  name: 'permission.mine',
  about: 'What one may do oneself at each of these places today; pages show the forms that these let in.',
  input: AtPlaces,
  output: HeldPermissions,
  allow: signedIn(),
  async run(context, { placeIds }) {
    const places = await heldAt(context, placeIds)
    return places.map(({ placeId, held }) => ({ placeId, permissions: [...held].toSorted() }))
  },
})

export const givableRoles = query<SignInTables>()({
  name: 'role.givable',
  about: 'The roles that one may give to others, each with those of these places at which one may.',
  input: AtPlaces,
  output: GivableRoles,
  allow: signedIn(),
  async run(context, { placeIds }) {
    const { permissions } = context
    const places = await heldAt(context, placeIds)
    const roles = [...new Set([...permissions.values()].flat())].toSorted()
    return roles.flatMap((role) => {
      const wanted = [...permissions].filter(([, holders]) => holders.includes(role)).map(([name]) => name)
      const at = places.filter(
        ({ held }) =>
          held.has('user.manage') && (held.has('grant.manage') || wanted.every((permission) => held.has(permission))),
      )
      return at.length === 0 ? [] : [{ role, placeIds: at.map(({ placeId }) => placeId) }]
    })
  },
})

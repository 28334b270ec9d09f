import { sql } from 'kysely'
import { z } from 'zod'
import { coversEverything, inScope, signedIn, within } from '../../access/index.ts'
import type { PlaceScope } from '../../access/index.ts'
import type { ReadOnly } from '../../operation/index.ts'
import { query } from '../../query/index.ts'
import { refuse } from '../../refusal/index.ts'
import { GetUser, GrantPage, ListGrants, ListUsers, RoleRow, UserDetail, UserPage } from '../contract.ts'
import type { SignInTables } from '../tables.ts'

type Db = ReadOnly<SignInTables>

/** Users who hold or held a duty in the scope; with the whole city in scope also those without any. */
function usersSeen(db: Db, scope: PlaceScope) {
  return db
    .selectFrom('userAccount')
    .$if(!coversEverything(scope), (rows) =>
      rows.where((eb) =>
        eb.exists(
          eb
            .selectFrom('roleGrant')
            .select('roleGrant.id')
            .whereRef('roleGrant.userId', '=', 'userAccount.id')
            .where(inScope(scope, 'roleGrant.placeId')),
        ),
      ),
    )
}

const orders = {
  name: [sql`lower(user_account.display_name)`, 'asc'],
  '-name': [sql`lower(user_account.display_name)`, 'desc'],
  madeAt: [sql`user_account.made_at`, 'asc'],
  '-madeAt': [sql`user_account.made_at`, 'desc'],
} as const

export const listUsers = query<SignInTables>()({
  name: 'user.list',
  about: 'Users by name, with the duties that hold today; by role, place, state and kind.',
  input: ListUsers,
  output: UserPage,
  allow: within('user.read'),
  async run({ db, scope, today }, { q, role, placeId, status, kind, sort, page, size }) {
    const like = `%${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
    const digits = q.replaceAll(/\D/g, '').replace(/^(62|0)/, '')
    let found = usersSeen(db, scope).where('status', '=', status).where('kind', '=', kind)
    if (q !== '') {
      found = found.where((eb) =>
        eb.or([
          eb(sql`lower(display_name)`, 'like', like),
          eb(sql`lower(user_name)`, 'like', like),
          ...(digits.length >= 4 ? [eb('phone', 'like', `%${digits}%`)] : []),
        ]),
      )
    }
    if (role !== undefined || placeId !== undefined) {
      found = found.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('roleGrant as g')
            .innerJoin('place as p', 'p.id', 'g.placeId')
            .select('g.id')
            .whereRef('g.userId', '=', 'userAccount.id')
            .where(holdsOn(today, 'g'))
            .where(inScope(scope, 'g.placeId'))
            .$if(role !== undefined, (rows) => rows.where('g.role', '=', role ?? ''))
            .$if(placeId !== undefined, (rows) =>
              rows.where(sql<boolean>`starts_with(p.path, (select path from place where id = ${placeId}))`),
            ),
        ),
      )
    }
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const [by, direction] = orders[sort]
    const users = await found
      .select(userColumns)
      .orderBy(by, direction)
      .orderBy('id')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const grants = await grantsOf(
      db,
      scope,
      users.map(({ userId }) => userId),
    )
    const rows = users.map((user) => ({
      ...user,
      roles: rolesOn(
        today,
        grants.filter((g) => g.userId === user.userId),
      ),
    }))
    return { rows, total, page, size }
  },
})

const userColumns = ['id as userId', 'userName', 'displayName', 'phone', 'kind', 'status', 'madeAt'] as const

const holdsOn = (day: string, table: string) =>
  sql<boolean>`${sql.ref(`${table}.validFrom`)} <= ${day} and coalesce(${sql.ref(`${table}.validTo`)}, 'infinity'::date) >= ${day}`

interface Held {
  role: string
  validFrom: string
  validTo: string | null
}

const rolesOn = (day: string, grants: readonly Held[]) =>
  [...new Set(grants.filter((g) => g.validFrom <= day && (g.validTo ?? day) >= day).map(({ role }) => role))].toSorted()

function grantRows(db: Db) {
  return db
    .selectFrom('roleGrant')
    .innerJoin('userAccount', 'userAccount.id', 'roleGrant.userId')
    .innerJoin('place', 'place.id', 'roleGrant.placeId')
}

const grantColumns = [
  'roleGrant.id as grantId',
  'roleGrant.userId',
  'userAccount.displayName',
  'roleGrant.role',
  'roleGrant.placeId',
  'place.name as placeName',
  'roleGrant.validFrom',
  'roleGrant.validTo',
] as const

/** Duties of some users, newest first; without a scope those of anywhere. */
export async function grantsOf(db: Db, scope: PlaceScope | undefined, userIds: readonly string[]) {
  if (userIds.length === 0) return []
  return grantRows(db)
    .select(grantColumns)
    .where('roleGrant.userId', 'in', userIds)
    .$if(scope !== undefined, (rows) => rows.where(inScope(scope as PlaceScope, 'roleGrant.placeId')))
    .orderBy('roleGrant.validFrom', 'desc')
    .orderBy('roleGrant.id', 'desc')
    .execute()
}

export const getUser = query<SignInTables>()({
  name: 'user.get',
  about: 'One user, with the duties of yesterday, today and tomorrow.',
  input: GetUser,
  output: UserDetail,
  allow: within('user.read'),
  async run({ db, scope, today }, { userId }) {
    const user = await usersSeen(db, scope).select(userColumns).where('id', '=', userId).executeTakeFirst()
    if (!user) throw refuse('user.unknown', {}, { kind: 'not_found' })
    const grants = await grantsOf(db, scope, [userId])
    return { ...user, roles: rolesOn(today, grants), grants }
  },
})

export const listGrants = query<SignInTables>()({
  name: 'grant.list',
  about: 'Duties given, newest first; by user, role, place and day.',
  input: ListGrants,
  output: GrantPage,
  allow: within('user.read'),
  async run({ db, scope }, { userId, placeId, role, on, page, size }) {
    const found = grantRows(db)
      .where(inScope(scope, 'roleGrant.placeId'))
      .$if(userId !== undefined, (rows) => rows.where('roleGrant.userId', '=', userId ?? ''))
      .$if(placeId !== undefined, (rows) => rows.where('roleGrant.placeId', '=', placeId ?? ''))
      .$if(role !== undefined, (rows) => rows.where('roleGrant.role', '=', role ?? ''))
      .$if(on !== undefined, (rows) => rows.where(holdsOn(on ?? '', 'roleGrant')))
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const rows = await found
      .select(grantColumns)
      .orderBy('roleGrant.validFrom', 'desc')
      .orderBy('roleGrant.id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows, total, page, size }
  },
})

export const listRoles = query<SignInTables>()({
  name: 'role.list',
  about: 'Every role, and what it permits.',
  input: z.strictObject({}),
  output: z.array(RoleRow),
  allow: signedIn(),
  async run({ permissions }) {
    const roles = [...new Set([...permissions.values()].flat())].toSorted()
    const held = (role: string) => [...permissions].flatMap(([name, holders]) => (holders.includes(role) ? [name] : []))
    return roles.map((role) => ({ role, permissions: held(role).toSorted() }))
  },
})

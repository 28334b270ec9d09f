import type { Kysely } from 'kysely'
import type { ClientBase } from 'pg'
import type { CivilDate, Instant } from '../clock/index.ts'
import { userIdOf } from './actor.ts'
import type { Actor } from './actor.ts'
import type { Gate } from './allow.ts'

const HOLDS = `select exists (
  select 1 from role_grant g
  join user_account u on u.id = g.user_id and u.status = 'active'
  join place given on given.id = g.place_id
  join place asked on asked.id = $4
  where g.user_id = $1 and g.role = any($2) and g.valid_from <= $3
    and (g.valid_to is null or g.valid_to >= $3) and starts_with(asked.path, given.path)
) as holds`

const PLACES = `select distinct given.path
  from role_grant g
  join user_account u on u.id = g.user_id and u.status = 'active'
  join place given on given.id = g.place_id
  where g.user_id = $1 and g.role = any($2) and g.valid_from <= $3 and (g.valid_to is null or g.valid_to >= $3)`

/**
 * The gate asks the database at each decision, so that a grant which ended yesterday, or an account closed a
 * minute ago, is refused now. `client` may be the pool or the client of the running transaction.
 */
export function openGate(options: {
  client: Pick<ClientBase, 'query'>
  db: Kysely<unknown>
  actor: Actor
  now: Instant
  today: CivilDate
  rolesWith: (permission: string) => readonly string[]
}): Gate {
  const { client, actor, today, rolesWith } = options
  const userId = userIdOf(actor)
  return {
    actor,
    now: options.now,
    today,
    db: options.db as unknown as Kysely<never>,
    holds: async (permission, placeId) => {
      if (!userId) return false
      const values = [userId, rolesWith(permission), today, placeId]
      const { rows } = await client.query<{ holds: boolean }>({ name: 'access.holds', text: HOLDS, values })
      return rows[0]?.holds ?? false
    },
    placesOf: async (permission) => {
      if (actor.kind === 'system') return rootPaths(client)
      if (!userId) return []
      const values = [userId, rolesWith(permission), today]
      const { rows } = await client.query<{ path: string }>({ name: 'access.places', text: PLACES, values })
      return rows.map((row) => row.path)
    },
  }
}

async function rootPaths(client: Pick<ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ path: string }>('select path from place where parent_id is null')
  return rows.map((row) => row.path)
}

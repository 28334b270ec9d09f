import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { firstImpassable, isRoot, ownerOf, postgresAccount } from './account.ts'
import type { Account } from './account.ts'

/** Where the database of one data folder lives. */
export interface Place {
  /** Folder with `cluster/`, `postgres.log` and `postgres.lock`: the data folder, or one below `elsewhere`. */
  readonly home: string
  readonly cluster: string
  readonly log: string
  readonly lock: string
  /** As whom PostgreSQL runs; undefined means as ourselves. */
  readonly account: Account | undefined
}

/** Where root puts what the account `postgres` could not reach in place. */
export const ELSEWHERE = '/var/lib/daha'

const POINTER = 'postgres.location'

/**
 * Decides the place, makes its folder, and remembers it in the data folder: a place once chosen stays, because a changed
 * mode of a parent folder must not bring up an empty database beside the full one.
 * @throws Error when the data folder was moved or copied away from its place, or its database cannot be reached
 */
export function placeOf(dataDir: string, elsewhere: string = ELSEWHERE): Place {
  const wanted = resolve(dataDir)
  mkdirSync(wanted, { recursive: true })
  if (!isRoot()) return at(wanted, undefined)
  if (existsSync(join(wanted, 'cluster'))) return at(wanted, reachableOwner(wanted))
  const account = postgresAccount()
  const away = join(elsewhere, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
  if (!pointsTo(wanted, away) && firstImpassable(wanted, account) === undefined) return at(wanted, account)
  mkdirSync(away, { recursive: true, mode: 0o755 })
  writeFileSync(join(wanted, POINTER), `${away}\n`)
  return at(away, account)
}

function at(home: string, account: Account | undefined): Place {
  return {
    home,
    cluster: join(home, 'cluster'),
    log: join(home, 'postgres.log'),
    lock: join(home, 'postgres.lock'),
    account,
  }
}

function reachableOwner(home: string): Account {
  const account = ownerOf(join(home, 'cluster')) ?? postgresAccount()
  const closed = firstImpassable(home, account)
  if (closed === undefined) return account
  throw new Error(
    `The database in ${home} belongs to system account ${account.uid}, which may not pass through ${closed}. Open that folder with "chmod o+x ${closed}".`,
  )
}

function pointsTo(wanted: string, away: string): boolean {
  const pointer = join(wanted, POINTER)
  if (!existsSync(pointer)) return false
  const target = readFileSync(pointer, 'utf8').trim()
  if (target === away) return true
  throw new Error(
    `${wanted} was moved or copied: its database is in ${target}. To go on with that one, move the folder ${target} to ${away} and write the new path into ${pointer}; to begin with an empty one, delete ${pointer}.`,
  )
}

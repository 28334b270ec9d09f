import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import { z } from 'zod'
import { systemOnly } from '../src/kernel/access/index.ts'
import type { AccessTables } from '../src/kernel/access/index.ts'
import { openApp } from '../src/kernel/app/index.ts'
import type { App, Caller } from '../src/kernel/app/index.ts'
import { fixedClock, parseInstant } from '../src/kernel/clock/index.ts'
import type { Clock, Instant } from '../src/kernel/clock/index.ts'

import { openKeyRing } from '../src/kernel/keys/index.ts'
import { operation } from '../src/kernel/operation/index.ts'
import { createRegistry } from '../src/kernel/registry/index.ts'
import type { Manifest } from '../src/kernel/registry/index.ts'
import { programRegistry } from '../src/cities/program.ts'
import { testDatabase } from './database/index.ts'

/** A clock that stands still until the test moves it. */
export interface TestClock extends Clock {
  set(instant: Instant): void
}

export interface TestCity {
  readonly app: App
  readonly clock: TestClock
  /** The root of the invented city's places. */
  readonly rootId: string
  readonly system: Caller
  /** Folder of the key ring; thrown away afterwards. */
  readonly folder: string
  /** As somebody with a database console: no schema rights are missing, no audit is written. */
  readonly superuser: pg.Client
  guest: Caller
  as(userId: string): Caller
  addPlace(place: { kind: string; name?: string; parentId?: string; code?: string }): Promise<string>
  /** A user who holds the roles at the place from `from` (default 2020-01-01) to `to`. */
  userWith(grant: {
    roles: readonly string[]
    placeId?: string
    from?: string
    to?: string
    personId?: string
  }): Promise<Caller & { userId: string }>
}

/** Saturday 10 October 2026, 09.41 in Kediri: a morning of weighing. */
export const SATURDAY: Instant = '2026-10-10T02:41:00.000Z'

/**
 * The invented city on a database of its own, empty but for its root place.
 * `manifests` adds parts that only the test knows; closed after the file.
 */
export async function openTestCity(options: { manifests?: readonly Manifest[]; at?: Instant } = {}): Promise<TestCity> {
  const { adminUrl, runtimeUrl, schema } = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'daha-keys-'))
  const clock = settableClock(options.at ?? SATURDAY)
  const registry = createRegistry([...programRegistry().manifests, testManifest, ...(options.manifests ?? [])])
  const ring = openKeyRing(join(folder, 'keys.json'), { make: true, now: clock.now() })
  const city = { slug: schema, name: 'Kota Contoh', zone: 'Asia/Jakarta', demo: true }
  const app = await openApp({ registry, city, adminUrl, runtimeUrl, ring, clock })
  const superuser = new pg.Client({ connectionString: adminUrl })
  await superuser.connect()
  await superuser.query(`set search_path = ${schema}`)
  afterAll(async () => {
    await superuser.end()
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const system = app.caller({ kind: 'system', job: 'test' })
  const rootId = await system.do(addPlace, { kind: 'city', name: 'Kota Contoh' })
  const as = (userId: string, personId: string | null = null) =>
    app.caller({ kind: 'user', userId, personId, sessionId: userId, provedAt: clock.now() })
  return {
    app,
    clock,
    rootId,
    system,
    folder,
    superuser,
    guest: app.caller({ kind: 'guest' }),
    as,
    addPlace: (place) => system.do(addPlace, { parentId: rootId, name: place.kind, ...place }),
    userWith: async ({ roles, placeId = rootId, from = '2020-01-01', to, personId }) => {
      const userId = await system.do(addUser, {
        roles: [...roles],
        placeId,
        from,
        to: to ?? null,
        personId: personId ?? null,
      })
      return { ...as(userId, personId ?? null), userId }
    },
  }
}

export function settableClock(start: Instant): TestClock {
  let clock = fixedClock(start)
  return {
    now: () => clock.now(),
    set: (instant) => {
      clock = fixedClock(parseInstant(instant))
    },
  }
}

const addPlace = operation<AccessTables>()({
  name: 'test.place_add',
  about: 'Adds a place to the invented city.',
  input: z.strictObject({
    kind: z.string(),
    name: z.string(),
    parentId: z.string().optional(),
    code: z.string().optional(),
  }),
  output: z.string(),
  allow: systemOnly(),
  async run({ tx, write, newId: nextId }, { kind, name, parentId, code }) {
    const id = nextId()
    const parent = parentId
      ? await tx.selectFrom('place').select('path').where('id', '=', parentId).executeTakeFirstOrThrow()
      : { path: '' }
    const path = `${parent.path}${id.replaceAll('-', '').slice(-12)}.`
    const row = { id, kind, name, code: code ?? id, parentId: parentId ?? null, path }
    await write.insert('place', { ...row, validFrom: '2020-01-01', validTo: null })
    return id
  },
})

const addUser = operation<AccessTables>()({
  name: 'test.user_add',
  about: 'Adds a user with roles to the invented city.',
  input: z.strictObject({
    roles: z.array(z.string()),
    placeId: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    personId: z.string().nullable(),
  }),
  output: z.string(),
  allow: systemOnly(),
  async run({ write, now, newId: nextId }, { roles, placeId, from, to, personId }) {
    const id = nextId()
    const account = { id, userName: `uji-${id}`, displayName: 'Pengguna Uji', phone: null, personId, madeAt: now }
    await write.insert('userAccount', { ...account, status: 'active' })
    const grant = { userId: id, placeId, validFrom: from, validTo: to, grantedBy: null }
    await write.insertMany(
      'roleGrant',
      roles.map((role) => ({ ...grant, id: nextId(), role })),
    )
    return id
  },
})

const testManifest: Manifest = { name: 'test', uses: [], operations: [addPlace, addUser] }

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestCity } from '../../../test/city.ts'
import { anyone, can, coversEverything, either, inScope, own, signedIn, systemOnly, within } from '../access/index.ts'
import type { AccessTables } from '../access/index.ts'
import { newId } from '../id/index.ts'
import type { Manifest } from '../registry/index.ts'
import { query } from './index.ts'

const Nothing = z.strictObject({})
const about = 'Says in which scope it was asked.'
const scopeText = z.string()

const atPlaces = query<AccessTables>()({
  name: 'ask.places',
  about,
  input: Nothing,
  output: z.array(z.string()),
  allow: within('ask.read'),
  async run({ db, scope }) {
    const rows = await db
      .selectFrom('roleGrant')
      .innerJoin('place', 'place.id', 'roleGrant.placeId')
      .select('place.name')
      .distinct()
      .where(inScope(scope, 'roleGrant.placeId'))
      .orderBy('place.name')
      .execute()
    return rows.map(({ name }) => name)
  },
})
const mine = query<object>()({
  name: 'ask.mine',
  about,
  input: z.strictObject({ personId: z.string() }),
  output: scopeText,
  allow: own((_, { personId }: { personId: string }) => personId),
  run: async ({ scope }) => scope.personId,
})
const mineOrPlace = query<object>()({
  name: 'ask.mine_or_place',
  about,
  input: Nothing,
  output: scopeText,
  allow: either(within('ask.read'), own()),
  run: async ({ scope }) => (scope.kind === 'own' ? scope.personId : scope.paths.join()),
})
const atOne = query<object>()({
  name: 'ask.one',
  about,
  input: z.strictObject({ placeId: z.string() }),
  output: z.null(),
  allow: can('ask.read', (_, { placeId }: { placeId: string }) => placeId),
  run: async () => null,
})
const open = query<object>()({
  name: 'ask.open',
  about,
  input: Nothing,
  output: scopeText,
  allow: anyone(),
  run: async ({ scope, today }) => `${scope.kind} ${today}`,
})
const inside = query<object>()({
  name: 'ask.inside',
  about,
  input: Nothing,
  output: scopeText,
  allow: signedIn(),
  run: async ({ scope }) => scope.kind,
})
const job = query<object>()({
  name: 'ask.job',
  about,
  input: Nothing,
  output: scopeText,
  allow: systemOnly(),
  run: async ({ scope }) => scope.kind,
})
const wrong = query<object>()({
  name: 'ask.wrong',
  about,
  input: Nothing,
  output: z.strictObject({ shown: z.string() }),
  allow: anyone(),
  run: async () => ({ shown: 'x', hidden: 'y' }),
})

const manifest: Manifest = {
  name: 'ask',
  uses: [],
  permissions: { 'ask.read': ['reader'] },
  queries: [atPlaces, mine, mineOrPlace, atOne, open, inside, job, wrong],
}
const city = await openTestCity({ manifests: [manifest] })
const north = await city.addPlace({ kind: 'kelurahan', name: 'Utara' })
const under = await city.addPlace({ kind: 'rw', name: 'RW 1', parentId: north })
const south = await city.addPlace({ kind: 'kelurahan', name: 'Selatan' })
const reader = await city.userWith({ roles: ['reader'], placeId: north })
await city.userWith({ roles: ['teller'], placeId: under })
await city.userWith({ roles: ['teller'], placeId: south })

describe('a list', () => {
  it('shows the rows of the actor’s places and under them', async () => {
    expect(await reader.ask(atPlaces, {})).toEqual(['RW 1', 'Utara'])
  })

  it('shows every row to whoever holds the permission at the root, and to a job', async () => {
    const all = await city.userWith({ roles: ['reader'] })
    const names = ['Kota Contoh', 'RW 1', 'Selatan', 'Utara']
    expect(await all.ask(atPlaces, {})).toEqual(names)
    expect(await city.system.ask(atPlaces, {})).toEqual(names)
  })

  it('is refused without a grant anywhere, and to a closed account', async () => {
    const nobody = await city.userWith({ roles: ['teller'] })
    await expect(nobody.ask(atPlaces, {})).rejects.toMatchObject({ kind: 'forbidden' })
    const leaving = await city.userWith({ roles: ['reader'], placeId: south })
    expect(await leaving.ask(atPlaces, {})).toEqual(['Selatan'])
    await city.superuser.query(`update user_account set status = 'closed' where id = $1`, [leaving.userId])
    await expect(leaving.ask(atPlaces, {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('covers everything only from a root', () => {
    const scope = (...paths: string[]) =>
      ({ kind: 'place', paths }) as unknown as Parameters<typeof coversEverything>[0]
    expect(coversEverything(scope('a.b.', 'a.'))).toBe(true)
    expect(coversEverything(scope('a.b.'))).toBe(false)
    expect(coversEverything(scope())).toBe(false)
  })
})

describe('who may', () => {
  const personId = newId(city.clock)

  it('sees what is the actor’s own, and nobody else’s', async () => {
    const person = await city.userWith({ roles: [], personId })
    expect(await person.ask(mine, { personId })).toBe(personId)
    await expect(person.ask(mine, { personId: newId(city.clock) })).rejects.toMatchObject({ code: 'access.denied' })
    const unlinked = await city.userWith({ roles: [] })
    await expect(unlinked.ask(mine, { personId })).rejects.toMatchObject({ code: 'access.no_person' })
  })

  it('takes the first rule that fits', async () => {
    const both = await city.userWith({ roles: ['reader'], placeId: south, personId })
    expect(await both.ask(mineOrPlace, {})).toMatch(/\.$/)
    const person = await city.userWith({ roles: [], personId })
    expect(await person.ask(mineOrPlace, {})).toBe(personId)
    await expect(city.guest.ask(mineOrPlace, {})).rejects.toMatchObject({ code: 'access.sign_in' })
  })

  it('is asked at the place of the thing', async () => {
    await expect(reader.ask(atOne, { placeId: under })).resolves.toBeNull()
    await expect(reader.ask(atOne, { placeId: south })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(reader.ask(atOne, { placeId: newId(city.clock) })).rejects.toMatchObject({ code: 'access.denied' })
  })

  it('may be anyone, anyone signed in, or a job', async () => {
    expect(await city.guest.ask(open, {})).toBe('public 2026-10-10')
    await expect(city.guest.ask(inside, {})).rejects.toMatchObject({ code: 'access.sign_in' })
    expect(await reader.ask(inside, {})).toBe('public')
    await expect(reader.ask(job, {})).rejects.toMatchObject({ code: 'access.denied' })
    expect(await city.system.ask(job, {})).toBe('public')
  })
})

it('gives out nothing that its contract does not name', async () => {
  await expect(city.guest.ask(wrong, {})).rejects.toThrow('hidden')
})

it('refuses an input that does not fit, before it looks at who asks', async () => {
  await expect(city.guest.ask(atOne, { placeId: 5 as never })).rejects.toMatchObject({
    kind: 'invalid',
    issues: [{ field: 'placeId', code: 'input.wrong_type' }],
  })
})

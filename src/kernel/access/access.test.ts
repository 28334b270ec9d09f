import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestCity } from '../../../test/city.ts'
import { query } from '../query/index.ts'
import { inScope, within } from './index.ts'
import type { AccessTables } from './index.ts'

const placesSeen = query<AccessTables>()({
  name: 'test.places_seen',
  about: 'Names of the places under the actor’s grants.',
  input: z.strictObject({}),
  output: z.array(z.string()),
  allow: within('test.look'),
  async run({ db, scope }) {
    const rows = await db.selectFrom('place').select('name').where(inScope(scope, 'place.id')).orderBy('name').execute()
    return rows.map((row) => row.name)
  },
})

const city = await openTestCity({
  manifests: [{ name: 'look', uses: [], queries: [placesSeen], permissions: { 'test.look': ['teller'] } }],
})
const bujel = await city.addPlace({ kind: 'kelurahan', name: 'Bujel' })
await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun', parentId: bujel })
const pakunden = await city.addPlace({ kind: 'kelurahan', name: 'Pakunden' })

test('a grant holds for the place and everything under it, and nowhere else', async () => {
  const teller = await city.userWith({ roles: ['teller'], placeId: bujel })
  expect(await teller.ask(placesSeen, {})).toEqual(['Bujel', 'Hijau Daun'])
})

test('a grant at the root holds everywhere', async () => {
  const teller = await city.userWith({ roles: ['teller'] })
  expect(await teller.ask(placesSeen, {})).toHaveLength(4)
})

test('a grant that ended yesterday, or begins tomorrow, does not hold today', async () => {
  const ended = await city.userWith({ roles: ['teller'], placeId: pakunden, to: '2026-10-09' })
  const coming = await city.userWith({ roles: ['teller'], placeId: pakunden, from: '2026-10-11' })
  await expect(ended.ask(placesSeen, {})).rejects.toMatchObject({ kind: 'forbidden', code: 'access.denied' })
  await expect(coming.ask(placesSeen, {})).rejects.toMatchObject({ kind: 'forbidden', code: 'access.denied' })
})

test('another role and a guest see nothing', async () => {
  const other = await city.userWith({ roles: ['nurse'] })
  await expect(other.ask(placesSeen, {})).rejects.toMatchObject({ code: 'access.denied' })
  await expect(city.guest.ask(placesSeen, {})).rejects.toMatchObject({ code: 'access.sign_in' })
})

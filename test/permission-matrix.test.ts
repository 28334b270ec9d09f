import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openGate } from '../src/kernel/access/index.ts'
import type { Actor, Allow, AllowSays } from '../src/kernel/access/index.ts'
import { Refusal } from '../src/kernel/refusal/index.ts'
import { openTestCity } from './city.ts'

// Goal: nobody may do or see anything that their roles, places and dates do not give them, at any door. Method: random
// people with random grants meet every operation, query (hence every page and download) and live topic at random
// places; an oracle of its own, which knows nothing of the program's SQL, says who may.

const city = await openTestCity()
const { registry } = city.app

interface Declared {
  readonly name: string
  readonly says: AllowSays
  readonly allow: Allow<unknown, unknown>
}

const declared: Declared[] = [
  ...[...registry.operations.values(), ...registry.queries.values()].map((each) => each as Declared),
  ...[...registry.downloads.values()].map((each) => ({ ...(each.query as Declared), name: `download ${each.name}` })),
  ...registry.manifests
    .flatMap((manifest) => manifest.topics ?? [])
    .map((topic) => ({
      name: `topic ${topic.name}`,
      says: topic.allow.says,
      allow: topic.allow as Allow<unknown, unknown>,
    })),
].filter(({ name }) => !name.startsWith('test.'))

/** city → two kelurahan → two units each; index of the parent. */
const tree = [-1, 0, 0, 1, 1, 2, 2]
const places: string[] = []
const users = new Map<string, string>()
const TODAY = '2026-10-10'
const dates = ['2026-10-08', '2026-10-09', TODAY, '2026-10-11']

beforeAll(async () => {
  places.push(city.rootId)
  for (const parent of tree.slice(1)) {
    places.push(await city.addPlace({ kind: 'x', parentId: places[parent] ?? '' }))
  }
})

interface Grant {
  readonly role: string
  readonly place: number
  readonly from: string
  readonly to: string | null
}

const grants: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...registry.roles, 'nurse'),
  place: fc.nat(tree.length - 1),
  from: fc.constantFrom(...dates),
  to: fc.constantFrom(...dates, null),
})

function isUnder(place: number, above: number): boolean {
  for (let at = place; at >= 0; at = tree[at] ?? -1) if (at === above) return true
  return false
}

/** Who may, from first principles: the roles of the permission, a day inside the grant, a place at or above. */
function mayAt(held: readonly Grant[], permission: string, place: number): boolean {
  const roles = registry.permissions.get(permission) ?? []
  return held.some(
    ({ role, place: given, from, to }) =>
      roles.includes(role) && from <= TODAY && (to === null || to >= TODAY) && isUnder(place, given),
  )
}

/** These are about the whole city, whatever place the input speaks of. */
const cityWide = new Set(['ledger.trial_balance', 'holiday.add', 'holiday.remove', 'material.add', 'material.close'])

function expected(says: AllowSays, held: readonly Grant[] | undefined, place: number): boolean {
  switch (says.rule) {
    case 'anyone':
      return true
    case 'system':
      return false
    case 'signed_in':
      return held !== undefined
    case 'own':
      // The people here are linked to no resident.
      return false
    case 'can':
      return held !== undefined && mayAt(held, says.permission, place)
    case 'within':
      return held !== undefined && tree.some((_, at) => mayAt(held, says.permission, at))
    case 'either':
      return says.of.some((each) => expected(each, held, place))
  }
}

/** An input in which whatever is looked for is the place: rules that take their place from the input meet it there. */
function inputAt(placeId: string): unknown {
  return new Proxy({}, { get: () => placeId, has: () => true })
}

async function decide({ allow }: Declared, actor: Actor, placeId: string): Promise<'yes' | 'no' | 'no such thing'> {
  const { pool, clock, rolesWith } = city.app
  const gate = openGate({
    client: pool.pg,
    db: pool.kysely(),
    actor,
    now: clock.now(),
    today: TODAY,
    rolesWith,
  })
  try {
    await allow.decide(gate, inputAt(placeId))
    return 'yes'
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    return fault.kind === 'forbidden' ? 'no' : 'no such thing'
  }
}

async function userWith(held: readonly Grant[]): Promise<string> {
  const key = JSON.stringify(held)
  const known = users.get(key)
  if (known) return known
  const { userId } = await city.userWith({ roles: [] })
  for (const { role, place, from, to } of held.filter(({ from, to }) => to === null || to >= from)) {
    await city.superuser.query(
      'insert into role_grant (id, user_id, role, place_id, valid_from, valid_to) values (gen_random_uuid(), $1, $2, $3, $4, $5)',
      [userId, role, places[place], from, to],
    )
  }
  users.set(key, userId)
  return userId
}

test('every door agrees with the oracle for anybody, anywhere, today', async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(grants, { maxLength: 3 }),
      fc.nat(tree.length - 1),
      fc.array(fc.nat(declared.length - 1), { minLength: 12, maxLength: 12 }),
      async (held, place, picks) => {
        const userId = await userWith(held)
        const actor: Actor = { kind: 'user', userId, personId: null, sessionId: userId, provedAt: city.clock.now() }
        const valid = held.filter(({ from, to }) => to === null || to >= from)
        for (const pick of picks) {
          const each = declared[pick] as Declared
          const may = expected(each.says, valid, cityWide.has(each.name) ? 0 : place)
          const answer = await decide(each, actor, places[place] ?? '')
          // A rule that looks its place up by another id finds nothing here; it must not say yes for that.
          if (answer === 'no such thing') continue
          compared += 1
          expect([each.name, answer]).toEqual([each.name, may ? 'yes' : 'no'])
        }
      },
    ),
    { numRuns: 150, seed: 20_261_010 },
  )
  expect(compared).toBeGreaterThan(900)
}, 60_000)

test('a guest gets through exactly the rules that are open to anyone', async () => {
  for (const each of declared) {
    const answer = await decide(each, { kind: 'guest' }, city.rootId)
    expect([each.name, answer === 'yes']).toEqual([each.name, expected(each.says, undefined, 0)])
  }
})

test('nothing is without a class: permissions, tables, jobs, and a rule for every name', () => {
  expect(declared.length).toBeGreaterThan(80)
  for (const [permission, roles] of registry.permissions) {
    expect(permission).toMatch(/^[a-z_]+\.[a-z_.]+$/)
    expect(Array.isArray(roles)).toBe(true)
  }
  for (const [table, known] of Object.entries(registry.classes)) {
    expect([table, known.retention.length > 3]).toEqual([table, true])
    // A household belongs to several people; all that it holds of any is a sealed number.
    if (known.holds === 'personal' && table !== 'household') {
      expect([table, known.subject !== undefined]).toEqual([table, true])
    }
  }
  for (const job of registry.manifests.flatMap((manifest) => manifest.jobs ?? [])) {
    expect(['operational', 'public']).toContain(job.holds)
  }
})

import { DatabaseError } from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestCity } from '../../../test/city.ts'
import { anyone, can, signedIn, systemOnly } from '../access/index.ts'
import { verify } from '../audit/index.ts'
import { addCanary, canaryManifest } from '../audit/testing.ts'
import type { CanaryTables } from '../audit/testing.ts'
import { addMinutes } from '../clock/index.ts'
import { newId } from '../id/index.ts'
import { refuse } from '../refusal/index.ts'
import type { Manifest } from '../registry/index.ts'
import { secret } from '../schema/contract.ts'
import { internalsOf, operation } from './index.ts'

let failures: (() => Error)[] = []
let runs = 0

/** Writes one canary at a place of the actor's; fails first as often as the test wants. */
const weigh = operation<CanaryTables>()({
  name: 'probe.weigh',
  about: 'Writes one canary.',
  input: z.strictObject({ placeId: z.string(), grams: z.int(), password: secret(z.string()).optional() }),
  output: z.strictObject({ id: z.string(), grams: z.int() }),
  allow: can('probe.weigh', (_, { placeId }: { placeId: string }) => placeId),
  async run({ write, newId: nextId, confirm }, { grams }) {
    runs += 1
    const id = nextId()
    await write.insert('canary', { id, personId: id, fullName: 'x', grams, note: null })
    if (grams > 1_000) confirm('probe.heavy', { grams }, 'grams')
    if (grams === 13) throw refuse('probe.unlucky', {}, { field: 'grams' })
    const failure = failures.shift()
    if (failure) throw failure()
    return { id, grams }
  },
})

const grave = operation<object>()({
  name: 'probe.grave',
  about: 'Wants a fresh proof.',
  input: z.strictObject({}),
  output: z.null(),
  allow: signedIn(),
  grave: true,
  run: async () => null,
})

const outer = operation<CanaryTables>()({
  name: 'probe.outer',
  about: 'Calls another.',
  input: z.strictObject({ placeId: z.string() }),
  output: z.string(),
  allow: anyone(),
  run: async ({ call }, { placeId }) => (await call(weigh, { placeId, grams: 3 })).id,
})

/** Locks two rows in the order asked for. */
const both = operation<CanaryTables>()({
  name: 'probe.both',
  about: 'Changes two canaries, one after the other.',
  input: z.strictObject({ ids: z.array(z.string()) }),
  output: z.null(),
  allow: systemOnly(),
  async run({ write }, { ids }) {
    for (const id of ids) {
      await write.update('canary', { note: 'seen' }, { id })
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    return null
  },
})

/** Lets a statement fail and goes on as if nothing was. */
const swallow = operation<CanaryTables>()({
  name: 'probe.swallow',
  about: 'Hides a fault.',
  input: z.strictObject({}),
  output: z.null(),
  allow: systemOnly(),
  async run(context) {
    await internalsOf(context)
      .client.query('select 1/0')
      .catch(() => undefined)
    return null
  },
})

const probes: Manifest = {
  name: 'probe',
  uses: [],
  permissions: { 'probe.weigh': ['prober'] },
  operations: [weigh, grave, outer, both, swallow],
}
const city = await openTestCity({ manifests: [canaryManifest, probes] })
const { app, superuser, clock, system } = city
const placeId = await city.addPlace({ kind: 'rw' })
const elsewhere = await city.addPlace({ kind: 'rw' })
const prober = await city.userWith({ roles: ['prober'], placeId })

const count = async (table: string) => {
  const { rows } = await superuser.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  return rows[0]?.n ?? 0
}
const traces = async () => [await count('canary'), await count('audit_entry')]
const input = { placeId, grams: 5 }

beforeEach(() => {
  failures = []
  runs = 0
})

describe('a key', () => {
  it('gives the same answer once more and changes nothing', async () => {
    const first = await prober.do(weigh, input, { key: 'a' })
    const before = await traces()
    expect(await prober.do(weigh, input, { key: 'a' })).toEqual(first)
    expect(await traces()).toEqual(before)
    expect(runs).toBe(1)
  })

  it('with another input is a conflict; of another actor, or of another operation, it is another key', async () => {
    const first = await prober.do(weigh, input, { key: 'b' })
    await expect(prober.do(weigh, { ...input, grams: 6 }, { key: 'b' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'operation.key_reused',
    })
    const other = await city.userWith({ roles: ['prober'], placeId })
    expect(await other.do(weigh, input, { key: 'b' })).not.toEqual(first)
    expect(await prober.do(outer, { placeId }, { key: 'b' })).not.toBe(first.id)
  })

  it('is compared by the bytes as received, where a door gives them', async () => {
    const received = Buffer.from('{"grams":5}')
    await prober.do(weigh, input, { key: 'bytes', received })
    await expect(
      prober.do(weigh, input, { key: 'bytes', received: Buffer.from('{ "grams":5}') }),
    ).rejects.toMatchObject({ code: 'operation.key_reused' })
  })

  it('asks again who may, before it answers', async () => {
    const leaving = await city.userWith({ roles: ['prober'], placeId, to: '2026-10-10' })
    await leaving.do(weigh, input, { key: 'c' })
    const today = clock.now()
    clock.set(addMinutes(today, 24 * 60))
    await expect(leaving.do(weigh, input, { key: 'c' })).rejects.toMatchObject({ code: 'access.denied' })
    clock.set(today)
    await expect(leaving.do(weigh, input, { key: 'c' })).resolves.toMatchObject({ grams: 5 })
  })

  it('is not used up by a refusal', async () => {
    await expect(prober.do(weigh, { placeId, grams: 13 }, { key: 'd' })).rejects.toMatchObject({
      code: 'probe.unlucky',
    })
    await expect(prober.do(weigh, { placeId, grams: 14 }, { key: 'd' })).resolves.toMatchObject({ grams: 14 })
  })

  it('sent ten times at once makes one row and one answer', async () => {
    const before = await traces()
    const answers = await Promise.all(Array.from({ length: 10 }, () => prober.do(weigh, input, { key: 'ten' })))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await traces()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1])
  })

  it('still answers after the audit key was rotated', async () => {
    const first = await prober.do(weigh, input, { key: 'rotated' })
    app.ring.rotate('audit', clock.now())
    expect(await prober.do(weigh, input, { key: 'rotated' })).toEqual(first)
    expect((await verify(app)).findings).toEqual([])
  })
})

describe('a refusal', () => {
  it.each([
    ['by the body', { placeId, grams: 13 }, { kind: 'invalid', code: 'probe.unlucky' }],
    ['of another place', { placeId: elsewhere, grams: 5 }, { kind: 'forbidden', code: 'access.denied' }],
    ['of the input', { placeId, grams: 1.5 }, { kind: 'invalid', code: 'input.invalid' }],
  ])('%s leaves nothing behind', async (_, wrong, refusal) => {
    const before = await traces()
    await expect(prober.do(weigh, wrong)).rejects.toMatchObject(refusal)
    expect(await traces()).toEqual(before)
  })

  it('of a guest asks to sign in', async () => {
    await expect(city.guest.do(weigh, input)).rejects.toMatchObject({ code: 'access.sign_in' })
  })

  it('that is a question passes with its code', async () => {
    const heavy = { placeId, grams: 2_000 }
    const question = { kind: 'confirm', code: 'probe.heavy', issues: [{ field: 'grams' }] }
    await expect(prober.do(weigh, heavy)).rejects.toMatchObject(question)
    await expect(prober.do(weigh, heavy, { confirm: ['other'] })).rejects.toMatchObject({ kind: 'confirm' })
    await expect(prober.do(weigh, heavy, { confirm: ['probe.heavy'] })).resolves.toMatchObject({ grams: 2_000 })
  })
})

it('tried only, does everything and keeps nothing', async () => {
  const before = await traces()
  expect(await prober.do(weigh, input, { check: true, key: 'tried' })).toMatchObject({ grams: 5 })
  expect(await traces()).toEqual(before)
  expect(await prober.do(weigh, { ...input, grams: 6 }, { key: 'tried' })).toMatchObject({ grams: 6 })
})

it('of the grave kind wants a proof of the last five minutes, on replay as well', async () => {
  const at = clock.now()
  await expect(prober.do(grave, {}, { key: 'grave' })).resolves.toBeNull()
  clock.set(addMinutes(at, 5))
  await expect(prober.do(grave, {})).resolves.toBeNull()
  clock.set(addMinutes(at, 6))
  await expect(prober.do(grave, {}, { key: 'grave' })).rejects.toMatchObject({ code: 'access.prove_again' })
  clock.set(at)
})

it('inside another is asked for like at a door, and shares its entry', async () => {
  const before = await traces()
  await prober.do(outer, { placeId })
  expect(await traces()).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1])
  const { rows } = await superuser.query('select operation from audit_entry order by seq desc limit 1')
  expect(rows).toEqual([{ operation: 'probe.outer' }])
  await expect(prober.do(outer, { placeId: elsewhere })).rejects.toMatchObject({ code: 'access.denied' })
})

it('never writes a secret down', async () => {
  await prober.do(weigh, { ...input, password: 'kata-sandi-rahasia' }, { key: 'secret' })
  const { rows } = await superuser.query<{ all: string }>(
    'select string_agg(e::text, chr(10)) as all from audit_entry e',
  )
  expect(rows[0]?.all).not.toContain('kata-sandi-rahasia')
  // Neither as a hash that could be guessed: it is keyed.
  const plain = await superuser.query(
    `select 1 from audit_entry where key = 'secret' and input_hash = sha256(convert_to($1, 'utf8'))`,
    [`{"grams":5,"password":"kata-sandi-rahasia","placeId":"${placeId}"}`],
  )
  expect(plain.rows).toEqual([])
})

describe('faults', () => {
  it('of serialisation are tried again, at most five times', async () => {
    const busy = () => Object.assign(new DatabaseError('busy', 0, 'error'), { code: '40001' })
    failures = [busy, busy, busy, busy]
    await expect(prober.do(weigh, input)).resolves.toMatchObject({ grams: 5 })
    expect(runs).toBe(5)
    runs = 0
    failures = [busy, busy, busy, busy, busy]
    await expect(prober.do(weigh, input)).rejects.toThrow('busy')
    expect(runs).toBe(5)
  })

  it('of ours are thrown as they are, once', async () => {
    failures = [() => new Error('a bug')]
    await expect(prober.do(weigh, input)).rejects.toThrow('a bug')
    expect(runs).toBe(1)
  })

  it('a deadlock ends with both done', async () => {
    const make = () => system.do(addCanary, { personId: newId(clock), fullName: 'Kenari', grams: 1 })
    const [one, two] = [await make(), await make()]
    await Promise.all([system.do(both, { ids: [one.id, two.id] }), system.do(both, { ids: [two.id, one.id] })])
    expect((await verify(app)).findings).toEqual([])
  })

  it('that were swallowed do not pass for a commit', async () => {
    const before = await traces()
    await expect(system.do(swallow, {})).rejects.toThrow()
    expect(await traces()).toEqual(before)
  })
})

it('two about one new person at once share that person’s key', async () => {
  const personId = newId(clock)
  const add = (grams: number) => system.do(addCanary, { personId, fullName: 'Kenari', grams })
  await Promise.all([1, 2, 3, 4].map(add))
  expect((await superuser.query('select 1 from subject_key where id = $1', [personId])).rows).toHaveLength(1)
  expect((await verify(app)).findings).toEqual([])
})

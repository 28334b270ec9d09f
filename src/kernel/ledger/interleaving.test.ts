import fc from 'fast-check'
import { expect, it } from 'vitest'
import { verify } from '../audit/index.ts'
import { Refusal } from '../refusal/index.ts'
import { checkBalances } from './derived.ts'
import { trialBalance } from './index.ts'
import type { LedgerTables } from './index.ts'
import { openLedgerBench } from './testing.ts'

const bench = await openLedgerBench()
const db = bench.city.app.pool.kysely<LedgerTables>()

/** Side and floor of each account; the last two count grams. */
const shapes = [
  ['debit', 0],
  ['credit', 0],
  ['credit', 0],
  ['debit', -50],
  ['credit', null],
  ['debit', 0],
  ['credit', null],
] as const

type Legs = [string, string, number][]
interface Model {
  readonly accounts: readonly string[]
  /** What was answered with yes, in any order; the sums do not depend on it. */
  readonly kept: Legs[]
  readonly refused: string[]
  readonly transfers: { id: string; legs: Legs }[]
}

const amount = fc.integer({ min: 1, max: 60 })
const leg = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.nat(4), fc.integer({ min: 1, max: 4 }), amount)
      .map(([debit, on, moved]): [number, number, number] => [debit, (debit + on) % 5, moved]),
  },
  { weight: 4, arbitrary: fc.tuple(fc.constant(5), fc.constant(6), amount) },
  { weight: 2, arbitrary: fc.tuple(fc.constant(6), fc.constant(5), amount) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: -1, max: 1 })) },
)
const transfer = fc.array(leg, { minLength: 1, maxLength: 3 })
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('post' as const), legs: transfer }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('many' as const), transfers: fc.array(transfer, { maxLength: 4 }) }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('reverse' as const), which: fc.nat(30) }) },
)
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never
const script = fc.array(act, { minLength: 3, maxLength: 12 })
const callers = fc.array(script, { minLength: 2, maxLength: 5 })

// Goal: no interleaving of posts, batches and reversals breaks a sum or a floor.
// Method: several callers at once on a real database; what was answered with yes is added up here, independently.
it('keeps every sum and every floor under any interleaving', { timeout: 60_000 }, async () => {
  let [posted, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(callers, async (scripts) => {
      const accounts: string[] = []
      for (const [index, [side, floor]] of shapes.entries()) {
        accounts.push(await bench.open('uji', side, { floor, commodityId: index > 4 ? bench.pet : bench.rupiah }))
      }
      const model: Model = { accounts, kept: [], refused: [], transfers: [] }
      const [cash = '', savings = '', others = ''] = accounts
      await perform(model, {
        does: 'post',
        legs: [
          [0, 1, 100],
          [0, 2, 100],
        ],
      })
      expect(await bench.balances([cash, savings, others])).toEqual([200, 100, 100])
      await Promise.all(scripts.map((acts) => play(model, acts)))
      posted += model.kept.length
      refused += model.refused.length
      const balances = await bench.balances(accounts)
      expect(balances).toEqual(expected(model))
      for (const [index, [, floor]] of shapes.entries()) {
        expect(balances[index]).toBeGreaterThanOrEqual(floor ?? Number.NEGATIVE_INFINITY)
      }
      expect(await checkBalances(db as never)).toEqual([])
      expect((await trialBalance(db)).map(({ difference }) => difference)).toEqual([0, 0])
    }),
    { numRuns: 40 },
  )
  expect(posted).toBeGreaterThan(200)
  expect(refused).toBeGreaterThan(50)
  expect((await verify(bench.city.app)).findings).toEqual([])
})

async function play(model: Model, acts: readonly Act[]): Promise<void> {
  for (const each of acts) {
    try {
      await perform(model, each)
    } catch (fault) {
      if (!(fault instanceof Refusal) || !fault.code.startsWith('ledger.')) throw fault
      model.refused.push(fault.code)
    }
  }
}

async function perform({ accounts, kept, transfers }: Model, one: Act): Promise<void> {
  const named = (legs: readonly (readonly [number, number, number])[]) =>
    legs.map(([debit, credit, amount]): Legs[number] => [accounts[debit] ?? '', accounts[credit] ?? '', amount])
  if (one.does === 'post') {
    const legs = named(one.legs)
    const { transferId } = await bench.post(legs)
    kept.push(legs)
    transfers.push({ id: transferId, legs })
  } else if (one.does === 'many') {
    const many = one.transfers.map(named)
    const ids = await bench.postMany(many)
    kept.push(...many)
    transfers.push(...ids.map((id, index) => ({ id, legs: many[index] ?? [] })))
  } else {
    const original = transfers[one.which % Math.max(1, transfers.length)]
    if (!original) return
    await bench.reverse(original.id)
    kept.push(original.legs.map(([debit, credit, amount]) => [credit, debit, amount]))
  }
}

function expected({ accounts, kept }: Model): number[] {
  return accounts.map((id, index) => {
    const legs = kept.flat()
    const debits = legs.filter(([debit]) => debit === id).reduce((sum, [, , amount]) => sum + amount, 0)
    const credits = legs.filter(([, credit]) => credit === id).reduce((sum, [, , amount]) => sum + amount, 0)
    return shapes[index]?.[0] === 'debit' ? debits - credits : credits - debits
  })
}

import { describe, expect, it } from 'vitest'
import { verify } from '../audit/index.ts'
import { checkTexts } from '../i18n/index.ts'
import { checkBalances } from './derived.ts'
import { openLedgerBench } from './testing.ts'
import { texts } from './texts/index.ts'

const bench = await openLedgerBench()
const { app, superuser } = bench.city
const refused = (code: string, params: object = {}) => ({
  name: 'Refusal',
  code,
  params: expect.objectContaining(params) as object,
})

const boxAndSavings = async (amount = 3500) => {
  const [cash, savings] = [await bench.open('cash', 'debit'), await bench.open('savings', 'credit')]
  const { transferId } = await bench.post([[cash, savings, amount]])
  return { cash, savings, transferId }
}

it('words every refusal in both languages', () => expect(checkTexts(texts)).toEqual([]))

describe('post', () => {
  it('moves value between two accounts and gives back what they stand at', async () => {
    const { cash, savings } = await boxAndSavings()
    const posted = await bench.post([[cash, savings, 500]])
    expect(posted.balances).toEqual({ [cash]: 4000, [savings]: 4000 })
    expect(await bench.balances([cash, savings])).toEqual([4000, 4000])
  })

  it('keeps all legs or none', async () => {
    const { cash, savings } = await boxAndSavings()
    const act = bench.post([
      [cash, savings, 1000],
      [savings, cash, 9000],
    ])
    await expect(act).rejects.toMatchObject(refused('ledger.insufficient', { short: 4500 }))
    expect(await bench.balances([cash, savings])).toEqual([3500, 3500])
  })

  it.each([0, -1, 0.5, 1_000_000_000_001, Number.MAX_SAFE_INTEGER])('refuses the amount %d', async (amount) => {
    const { cash, savings, transferId } = await boxAndSavings()
    await expect(bench.post([[cash, savings, amount]])).rejects.toMatchObject(refused('ledger.amount'))
    expect(await bench.linesOf(cash)).toEqual([transferId])
  })

  it('refuses no leg, one account on both sides, and an account that is not there', async () => {
    const { cash } = await boxAndSavings()
    await expect(bench.post([])).rejects.toMatchObject(refused('ledger.no_legs'))
    await expect(bench.post([[cash, cash, 1]])).rejects.toMatchObject(refused('ledger.same_account'))
    const nobody = '00000000-0000-7000-8000-00000000dead'
    await expect(bench.post([[cash, nobody, 1]])).rejects.toMatchObject(refused('ledger.account_unknown'))
  })

  it('refuses to turn grams into rupiah, also when written past the ledger', async () => {
    const { cash } = await boxAndSavings()
    const stock = await bench.open('stock', 'debit', { commodityId: bench.pet })
    await expect(bench.post([[cash, stock, 1]])).rejects.toMatchObject(refused('ledger.commodity_mismatch'))
    const byHand = superuser.query(
      `insert into posting select transfer_id, 7, $1, $2, commodity_id, 1, business_day, recorded_at from posting limit 1`,
      [cash, stock],
    )
    await expect(byHand).rejects.toThrow(/posting_(debit|credit)/)
  })

  it('refuses a day that has not come, and a closed account', async () => {
    const { cash, savings, transferId } = await boxAndSavings()
    await expect(bench.post([[cash, savings, 1]], { day: '2026-10-11' })).rejects.toMatchObject(
      refused('ledger.day_in_future', { day: '2026-10-11' }),
    )
    await expect(bench.close(savings)).rejects.toMatchObject(refused('ledger.account_not_empty'))
    await bench.reverse(transferId)
    await bench.close(savings)
    await expect(bench.post([[cash, savings, 1]])).rejects.toMatchObject(refused('ledger.account_closed'))
    await expect(bench.close(savings)).rejects.toMatchObject(refused('ledger.account_not_empty'))
  })

  it('posts many at once, and judges floors after all of them', async () => {
    const { cash, savings } = await boxAndSavings()
    const ids = await bench.postMany([[[savings, cash, 5000]], [[cash, savings, 2000]]])
    expect(new Set(ids).size).toBe(2)
    expect(await bench.balances([cash, savings])).toEqual([500, 500])
    await expect(bench.postMany([[[cash, savings, 1]], [[savings, cash, 600]]])).rejects.toMatchObject(
      refused('ledger.insufficient', { short: 99 }),
    )
    expect(await bench.postMany([])).toEqual([])
    const tooMany = Array.from({ length: 1001 }, (): [string, string, number][] => [[cash, savings, 1]])
    await expect(bench.postMany(tooMany)).rejects.toMatchObject(refused('ledger.too_many'))
  })

  it('happens once for one key', async () => {
    const { cash, savings } = await boxAndSavings()
    const first = await bench.post([[cash, savings, 500]], { key: 'sekali' })
    expect(await bench.post([[cash, savings, 500]], { key: 'sekali' })).toEqual(first)
    expect(await bench.balances([cash, savings])).toEqual([4000, 4000])
  })

  it('stays within what can be counted exactly', async () => {
    const [from, to] = [
      await bench.open('a', 'debit', { floor: null }),
      await bench.open('b', 'debit', { floor: null }),
    ]
    const most = Array.from({ length: 1000 }, (): [string, string, number] => [to, from, 1_000_000_000_000])
    for (let times = 0; times < 9; times += 1) await bench.post(most)
    await expect(bench.post([[to, from, 1]])).rejects.toMatchObject(refused('ledger.too_large'))
    expect(await bench.balances([from, to])).toEqual([-9_000_000_000_000_000, 9_000_000_000_000_000])
  })
})

describe('of two callers', () => {
  it('exactly one takes the last rupiah', async () => {
    for (let times = 0; times < 10; times += 1) {
      const { cash, savings } = await boxAndSavings(1000)
      const both = await Promise.allSettled([bench.post([[savings, cash, 1000]]), bench.post([[savings, cash, 1000]])])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: refused('ledger.insufficient', { short: 1000 }),
      })
      expect(await bench.balances([cash, savings])).toEqual([0, 0])
    }
  })

  it('exactly one reverses', async () => {
    for (let times = 0; times < 10; times += 1) {
      const { cash, savings, transferId } = await boxAndSavings()
      await bench.post([[cash, savings, 5000]])
      const both = await Promise.allSettled([bench.reverse(transferId), bench.reverse(transferId)])
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: refused('ledger.already_reversed'),
      })
      expect(await bench.balances([cash, savings])).toEqual([5000, 5000])
    }
  })

  it('no one waits for ever when they take the accounts in opposite order', async () => {
    const { cash, savings } = await boxAndSavings(1000)
    const acts = Array.from({ length: 20 }, (_, index) =>
      bench.post([index % 2 ? [cash, savings, 1] : [savings, cash, 1]]),
    )
    await Promise.all(acts)
    expect(await bench.balances([cash, savings])).toEqual([1000, 1000])
  })
})

describe('reverse', () => {
  it('turns every leg round, once, and is not turned round itself', async () => {
    const { cash, savings, transferId } = await boxAndSavings()
    const back = await bench.reverse(transferId)
    expect(back.balances).toEqual({ [cash]: 0, [savings]: 0 })
    await expect(bench.reverse(transferId)).rejects.toMatchObject(refused('ledger.already_reversed'))
    await expect(bench.reverse(back.transferId)).rejects.toMatchObject(refused('ledger.is_reversal'))
    const unknown = '00000000-0000-7000-8000-00000000dead'
    await expect(bench.reverse(unknown)).rejects.toMatchObject(refused('ledger.transfer_unknown'))
  })

  it('refuses to break a floor, and says what would be short', async () => {
    const { cash, savings, transferId } = await boxAndSavings(3500)
    await bench.post([[savings, cash, 3000]])
    await expect(bench.reverse(transferId)).rejects.toMatchObject(
      refused('ledger.reversal_breaks_floor', { short: 3000, measure: 'rupiah' }),
    )
    expect(await bench.balances([cash, savings])).toEqual([500, 500])
    await expect(bench.reverse(transferId, '2026-10-11')).rejects.toMatchObject(refused('ledger.day_in_future'))
  })
})

describe('proof', () => {
  it('lets the role of the program neither change nor remove what was posted', async () => {
    await boxAndSavings()
    for (const statement of [
      'update posting set amount = 1',
      'delete from posting',
      'update transfer set memo = null',
      'delete from transfer',
      'truncate posting',
    ]) {
      await expect(app.pool.pg.query(statement)).rejects.toThrow(/permission denied for table/)
    }
  })

  it('finds every row as its entry says, and names the balance that was changed by hand', async () => {
    const { cash, transferId } = await boxAndSavings()
    expect((await verify(app)).findings).toEqual([])
    await superuser.query('update account set balance = balance + 1 where id = $1', [cash])
    expect(await checkBalances(app.pool.kysely<never>())).toEqual([
      { table: 'account', id: cash, what: 'not_derived', detail: 'balance 3501, postings 3500' },
    ])
    await superuser.query('update account set balance = balance - 1 where id = $1', [cash])
    await superuser.query('update posting set recorded_at = recorded_at + interval $$1 ms$$ where transfer_id = $1', [
      transferId,
    ])
    expect((await verify(app)).findings).toMatchObject([{ table: 'posting', id: `${transferId}/0`, what: 'changed' }])
  })
})

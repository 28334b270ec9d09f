import { z } from 'zod'
import { openTestCity } from '../../../test/city.ts'
import { can, systemOnly } from '../access/index.ts'
import { operation } from '../operation/index.ts'
import type { Manifest } from '../registry/index.ts'
import { closeAccount, ensureCommodity, openAccount, post, postMany, reverse } from './index.ts'
import type { LedgerTables } from './index.ts'

const Legs = z.array(z.tuple([z.string(), z.string(), z.number()]))
type Legs = z.output<typeof Legs>
const Posted = z.strictObject({ transferId: z.string(), balances: z.record(z.string(), z.int()) })

const at = <I extends { placeId: string }>() => can<I>('uji.post', (_, { placeId }) => placeId)
const leg = ([debit, credit, amount]: Legs[number]) => ({ debit, credit, amount })

const addCommodity = operation<LedgerTables>()({
  name: 'uji.commodity',
  about: 'Makes a commodity.',
  input: z.strictObject({ code: z.string(), measure: z.enum(['rupiah', 'gram']) }),
  output: z.string(),
  allow: systemOnly(),
  run: async (context, { code, measure }) => (await ensureCommodity(context, { code, measure, name: code })).id,
})

const open = operation<LedgerTables>()({
  name: 'uji.open',
  about: 'Opens an account.',
  input: z.strictObject({
    purpose: z.string(),
    side: z.enum(['debit', 'credit']),
    commodityId: z.string(),
    placeId: z.string(),
    ownerKind: z.string(),
    ownerId: z.string(),
    floor: z.int().nullable(),
  }),
  output: z.string(),
  allow: at(),
  run: async (context, account) => (await openAccount(context, account)).id,
})

const close = operation<LedgerTables>()({
  name: 'uji.close',
  about: 'Closes an account.',
  input: z.strictObject({ accountId: z.string() }),
  output: z.null(),
  allow: systemOnly(),
  async run(context, { accountId }) {
    await closeAccount(context, accountId)
    return null
  },
})

const move = operation<LedgerTables>()({
  name: 'uji.post',
  about: 'Posts one transfer.',
  input: z.strictObject({ placeId: z.string(), day: z.string().optional(), legs: Legs, memo: z.string().optional() }),
  output: Posted,
  allow: at(),
  async run(context, { placeId, day = context.today, legs, memo }) {
    const transfer = {
      kind: 'uji',
      placeId,
      businessDay: day,
      legs: legs.map(leg),
      ...(memo === undefined ? {} : { memo }),
    }
    const { transferId, balances } = await post(context, transfer)
    return { transferId, balances: Object.fromEntries(balances) }
  },
})

const moveMany = operation<LedgerTables>()({
  name: 'uji.post_many',
  about: 'Posts several transfers at once.',
  input: z.strictObject({ placeId: z.string(), transfers: z.array(Legs) }),
  output: z.array(z.string()),
  allow: at(),
  async run(context, { placeId, transfers }) {
    const transfer = { kind: 'uji', placeId, businessDay: context.today }
    const { transferIds } = await postMany(
      context,
      transfers.map((legs) => ({ ...transfer, legs: legs.map(leg) })),
    )
    return [...transferIds]
  },
})

const back = operation<LedgerTables>()({
  name: 'uji.reverse',
  about: 'Reverses a transfer.',
  input: z.strictObject({ placeId: z.string(), transferId: z.string(), day: z.string().optional() }),
  output: Posted,
  allow: at(),
  async run(context, { transferId, day }) {
    const reversal = day === undefined ? {} : { businessDay: day }
    const posted = await reverse(context, transferId, reversal)
    return { transferId: posted.transferId, balances: Object.fromEntries(posted.balances) }
  },
})

const manifest: Manifest = {
  name: 'uji',
  uses: ['ledger'],
  operations: [addCommodity, open, close, move, moveMany, back],
  permissions: { 'uji.post': ['uji_teller'] },
}

/** The invented city with a unit, a user who may post there, and the ledger's acts as short calls. */
export async function openLedgerBench() {
  const city = await openTestCity({ manifests: [manifest] })
  const placeId = await city.addPlace({ kind: 'waste_unit' })
  const teller = await city.userWith({ roles: ['uji_teller'], placeId })
  const rupiah = await city.system.do(addCommodity, { code: 'IDR', measure: 'rupiah' })
  const pet = await city.system.do(addCommodity, { code: 'waste:pet', measure: 'gram' })
  let owners = 0
  return {
    city,
    placeId,
    teller,
    rupiah,
    pet,
    open: (
      purpose: string,
      side: 'debit' | 'credit',
      options: { commodityId?: string; floor?: number | null; ownerKind?: string; ownerId?: string } = {},
    ) => {
      owners += 1
      const ownerId = `00000000-0000-7000-8000-${String(owners).padStart(12, '0')}`
      const account = { purpose, side, placeId, commodityId: rupiah, ownerKind: 'uji', ownerId, floor: 0, ...options }
      return teller.do(open, account)
    },
    close: (accountId: string) => city.system.do(close, { accountId }),
    post: (legs: Legs, options: { day?: string; memo?: string; key?: string } = {}) => {
      const { key, ...rest } = options
      return teller.do(move, { placeId, legs, ...rest }, key === undefined ? {} : { key })
    },
    postMany: (transfers: Legs[]) => teller.do(moveMany, { placeId, transfers }),
    reverse: (transferId: string, day?: string) =>
      teller.do(back, { placeId, transferId, ...(day === undefined ? {} : { day }) }),
    linesOf: async (accountId: string) => {
      const { rows } = await city.superuser.query<{ transfer_id: string }>(
        'select transfer_id from posting where $1 in (debit_id, credit_id)',
        [accountId],
      )
      return rows.map((row) => row.transfer_id)
    },
    balances: async (ids: readonly string[]) => {
      const { rows } = await city.superuser.query<{ id: string; balance: string }>(
        'select id, balance from account where id = any($1)',
        [ids],
      )
      const found = new Map(rows.map(({ id, balance }) => [id, Number(balance)]))
      return ids.map((id) => found.get(id))
    },
  }
}

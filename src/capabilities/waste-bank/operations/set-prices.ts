import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { openAccounts } from '../../../kernel/ledger/index.ts'
import { operation, readerOf } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { closeTasks } from '../../../kernel/tasks/index.ts'
import { SetPrices, WithdrawPrices } from '../contract.ts'
import { isPriceJump } from '../rules/slips.ts'
import type { WasteBankTables } from '../tables.ts'

type Context = OperationContext<WasteBankTables>

/** A dated list for one unit; it holds until the next one begins, and yesterday's deposits keep yesterday's prices. */
export const setPrices = operation<WasteBankTables>()({
  name: 'price.set',
  about: 'Sets a unit’s price list from a day on.',
  input: SetPrices,
  output: z.strictObject({ listId: z.uuid() }),
  allow: can('waste.rules.manage', (_db, input: { unitId: string }) => input.unitId),
  async run(context, { unitId, validFrom, prices }) {
    await requireUnused(context, unitId, validFrom)
    askAboutChanges(context, await pricesBefore(context, unitId, validFrom), { validFrom, prices })
    await openStock(
      context,
      unitId,
      prices.map((price) => price.materialId),
    )
    const list = await context.write.insert('priceList', {
      id: context.newId(),
      unitId,
      validFrom,
      madeBy: context.userId(),
      madeAt: context.now,
      withdrawnAt: null,
    })
    await context.write.insertMany(
      'price',
      prices.map((price) => ({ id: context.newId(), listId: list.id, ...price })),
    )
    await closeTasks(context, `price_list_missing:${unitId}`)
    return { listId: list.id }
  },
})

export const withdrawPrices = operation<WasteBankTables>()({
  name: 'price.withdraw',
  about: 'Takes a price list back before anything was weighed under it.',
  input: WithdrawPrices,
  output: z.strictObject({}),
  allow: can('waste.rules.manage', async (db, input: { listId: string }) => {
    const reader = readerOf<WasteBankTables>(db)
    const list = await reader.selectFrom('priceList').select('unitId').where('id', '=', input.listId).executeTakeFirst()
    if (!list) throw refuse('price.list_unknown', {}, { kind: 'not_found' })
    return list.unitId
  }),
  async run(context, { listId }) {
    const list = await context.tx.selectFrom('priceList').selectAll().where('id', '=', listId).executeTakeFirstOrThrow()
    await requireUnused(context, list.unitId, list.validFrom)
    if (list.withdrawnAt === null) {
      const before = await listBefore(context, list.unitId, list.validFrom)
      context.confirm('price.withdraw', { from: list.validFrom, before: before?.validFrom ?? 'none' }, 'listId')
    }
    const [gone] = await context.write.update(
      'priceList',
      { withdrawnAt: context.now },
      { id: listId, withdrawnAt: null },
    )
    if (!gone) throw refuse('price.withdrawn_already', {}, { kind: 'conflict' })
    return {}
  },
})

/** Money has moved under the old list: what depends on it is said, and the list stays. */
async function requireUnused({ tx }: Context, unitId: string, from: string): Promise<void> {
  const { used } = await tx
    .selectFrom('deposit')
    .select((eb) => eb.fn.countAll<number>().as('used'))
    .where('unitId', '=', unitId)
    .where('businessDay', '>=', from)
    .executeTakeFirstOrThrow()
  if (used > 0) throw refuse('price.used', { n: used, from }, { field: 'validFrom', kind: 'conflict' })
}

/** The list that held until a new one begins on this day. */
async function listBefore({ tx }: Context, unitId: string, day: string) {
  return tx
    .selectFrom('priceList')
    .select(['id', 'validFrom'])
    .where('unitId', '=', unitId)
    .where('withdrawnAt', 'is', null)
    .where('validFrom', '<', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface PriceBefore {
  materialId: string
  rupiah: number
  nameId: string
  validTo: string | null
}

async function pricesBefore(context: Context, unitId: string, day: string): Promise<PriceBefore[]> {
  const list = await listBefore(context, unitId, day)
  if (list === undefined) return []
  return context.tx
    .selectFrom('price')
    .innerJoin('material', 'material.id', 'price.materialId')
    .select(['price.materialId', 'price.rupiah', 'material.nameId', 'material.validTo'])
    .where('price.listId', '=', list.id)
    .execute()
}

/** A price that jumps, or one that is missing now, is more often a slip than meant. */
function askAboutChanges(
  context: Context,
  before: readonly PriceBefore[],
  { validFrom, prices }: { validFrom: string; prices: readonly { materialId: string; rupiah: number }[] },
): void {
  const known = new Map(before.map((price) => [price.materialId, price]))
  for (const [index, { materialId, rupiah }] of prices.entries()) {
    const last = known.get(materialId)
    if (last && isPriceJump(last.rupiah, rupiah)) {
      const params = { material: last.nameId, before: last.rupiah, after: rupiah }
      context.confirm('price.jump', params, `prices.${index}.rupiah`)
    }
  }
  const priced = new Set(prices.map(({ materialId }) => materialId))
  const taken = before.filter(({ validTo }) => validTo === null || validTo > validFrom)
  const n = taken.filter(({ materialId }) => !priced.has(materialId)).length
  if (n > 0) context.confirm('price.left_out', { n, of: taken.length, from: validFrom }, 'prices')
}

/** A material that the unit takes for the first time gets its stock accounts and the last place on the screen. */
async function openStock(context: Context, unitId: string, materialIds: readonly string[]): Promise<void> {
  const materials = await context.tx
    .selectFrom('material')
    .leftJoin('unitMaterial', (join) =>
      join.onRef('unitMaterial.materialId', '=', 'material.id').on('unitMaterial.unitId', '=', unitId),
    )
    .select(['material.id', 'material.commodityId', 'unitMaterial.id as taken'])
    .where('material.id', 'in', materialIds)
    .execute()
  const missing = materialIds.findIndex((id) => !materials.some((material) => material.id === id))
  if (missing >= 0) throw refuse('material.unknown', {}, { field: `prices.${missing}.materialId`, kind: 'invalid' })
  const fresh = materials.filter((material) => material.taken === null)
  const owner = { ownerKind: 'waste_unit', ownerId: unitId, placeId: unitId }
  const accounts = await openAccounts(
    context,
    fresh.flatMap(({ commodityId }) => [
      { ...owner, commodityId, purpose: 'stock', side: 'debit' as const, floor: 0 },
      { ...owner, commodityId, purpose: 'received', side: 'credit' as const, floor: null },
    ]),
  )
  const { last } = await context.tx
    .selectFrom('unitMaterial')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
    .where('unitId', '=', unitId)
    .executeTakeFirstOrThrow()
  const order = new Map(materialIds.map((id, index) => [id, index]))
  const rows = fresh.map(({ id }, index) => ({
    id: context.newId(),
    unitId,
    materialId: id,
    position: last + 1 + (order.get(id) ?? index),
    stockAccountId: accounts[index * 2]?.id ?? '',
    receivedAccountId: accounts[index * 2 + 1]?.id ?? '',
  }))
  await context.write.insertMany('unitMaterial', rows)
}

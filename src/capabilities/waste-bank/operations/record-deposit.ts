import { can } from '../../../kernel/access/index.ts'
import { daysBetween } from '../../../kernel/clock/index.ts'
import { contribute } from '../../../kernel/indicator/index.ts'
import { post } from '../../../kernel/ledger/index.ts'
import type { Leg, LedgerTables } from '../../../kernel/ledger/index.ts'
import { acceptNumber, nextNumber } from '../../../kernel/numbering/index.ts'
import { measureBase } from '../../../kernel/money/contract.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { publish } from '../../../kernel/live/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { coSign } from '../../../kernel/sign-in/index.ts'
import type { PeopleTables } from '../../people/index.ts'
import { DepositSaved, RecordDeposit } from '../contract.ts'
import type { z } from 'zod'
import { weightIndicator } from '../indicators.ts'
import { findPriceList, findSharing, getLimit } from '../queries/read-rules.ts'
import { clockOff, isUnusual, median } from '../rules/slips.ts'
import { timelinessOf } from '../rules/timeliness.ts'
import { totals, weighLines } from '../rules/weigh.ts'
import type { WeighedLine } from '../rules/weigh.ts'
import type { WasteBankTables } from '../tables.ts'
import { getOpenUnit, requireOpenDay } from './day.ts'
import { tellMember } from './tell-member.ts'

type Tables = WasteBankTables & LedgerTables & PeopleTables
type Context = OperationContext<Tables>
type Input = z.output<typeof RecordDeposit>

/** A late entry from a paper note may be this old. */
const LATE_DAYS_MAX = 366

export const recordDeposit = operation<Tables>()({
  name: 'deposit.record',
  about: 'Records what a member brought: weighed, priced, shared, booked and counted in one go.',
  input: RecordDeposit,
  output: DepositSaved,
  allow: can('waste.record', (_db, input: { unitId: string }) => input.unitId),
  async run(context, input) {
    const businessDay = input.businessDay ?? context.today
    context.happenedOn(businessDay)
    const unit = await getOpenUnit(context, input.unitId)
    const dayId = await requireDay(context, input.unitId, businessDay)
    const member = await getMemberOf(context, input.unitId, input.memberId)
    context.about(member.personId)
    const sharing = await findSharing(context.tx, input.unitId, businessDay)
    if (!sharing) throw refuse('deposit.no_sharing', { day: businessDay })
    const priced = await priceLines(context, input, businessDay)
    const coSignedBy = await checkWeights(context, input, priced, businessDay)
    const lines = weighLines(priced, sharing.memberBasisPoints)
    const sums = totals(lines)

    const { transferId, balances } = await post(context, {
      kind: 'waste_deposit',
      placeId: input.unitId,
      businessDay,
      legs: legsOf(lines, sums, { ...unit, savingsAccountId: member.savingsAccountId }),
    })
    const deposit = await context.write.insert('deposit', {
      id: context.newId(),
      number: await numberFor(context, input, unit.code, businessDay),
      unitId: input.unitId,
      memberId: input.memberId,
      dayId,
      businessDay,
      recordedAt: context.now,
      recordedBy: context.userId(),
      coSignedBy,
      transferId,
      ...sums,
      sharingRuleId: sharing.id,
      token: context.newToken(),
      deviceId: input.deviceId,
      source: 'counter',
    })
    await writeWeighings(context, { ...deposit, businessDay }, lines)
    const balance = balances.get(member.savingsAccountId) ?? (await balanceNow(context, member.savingsAccountId))
    await tellMember(context, { member, template: 'deposit', document: deposit, amount: sums.memberShare, balance })
    await publish(context, 'waste-unit', input.unitId)
    const { id: depositId, number, token } = deposit
    return { depositId, number, token, ...sums, balance, clockOffMinutes: clockOff(input.weighedAt, context.now) }
  },
})

/** Today needs an open day; an entry for an earlier day touches no cash and needs none. */
async function requireDay(context: Context, unitId: string, businessDay: string): Promise<string | null> {
  const { today } = context
  if (businessDay > today) throw refuse('deposit.day_in_future', { day: businessDay }, { field: 'businessDay' })
  if (businessDay < today) {
    if (daysBetween(businessDay, today) > LATE_DAYS_MAX) {
      throw refuse('deposit.day_too_old', { max: LATE_DAYS_MAX }, { field: 'businessDay' })
    }
    return null
  }
  return (await requireOpenDay(context, unitId)).id
}

/** Holds the membership until the commit: whoever leaves meanwhile waits, and then sees the savings. */
export async function getMemberOf({ tx }: Pick<Context, 'tx'>, unitId: string, memberId: string) {
  const member = await tx.selectFrom('member').selectAll().where('id', '=', memberId).forShare().executeTakeFirst()
  if (!member || member.unitId !== unitId) throw refuse('member.unknown', {}, { field: 'memberId', kind: 'not_found' })
  if (member.leftOn !== null) throw refuse('member.left', { on: member.leftOn })
  return member
}

interface PricedMaterial {
  readonly materialId: string
  readonly quantity: number
  readonly price: number
  readonly measure: WeighedLine['measure']
  readonly name: string
  readonly stockAccountId: string
  readonly receivedAccountId: string
}

async function priceLines({ tx }: Context, input: Input, day: string): Promise<PricedMaterial[]> {
  const list = await findPriceList(tx, input.unitId, day)
  if (!list) throw refuse('deposit.no_price_list', { day })
  const ids = input.lines.map((line) => line.materialId)
  const rows = await tx
    .selectFrom('material')
    .leftJoin('price', (join) => join.onRef('price.materialId', '=', 'material.id').on('price.listId', '=', list.id))
    .leftJoin('unitMaterial', (join) =>
      join.onRef('unitMaterial.materialId', '=', 'material.id').on('unitMaterial.unitId', '=', input.unitId),
    )
    .select(['material.id', 'material.nameId as name', 'material.measure', 'material.validTo', 'price.rupiah'])
    .select(['unitMaterial.stockAccountId', 'unitMaterial.receivedAccountId'])
    .where('material.id', 'in', ids)
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  return input.lines.map(({ materialId, quantity }, index) => {
    const found = known.get(materialId)
    const field = `lines.${index}.materialId`
    if (!found) throw refuse('deposit.material_unknown', {}, { field })
    if (found.validTo !== null && found.validTo <= day)
      throw refuse('deposit.material_closed', { material: found.name }, { field })
    const { rupiah, stockAccountId, receivedAccountId } = found
    if (rupiah === null || !stockAccountId || !receivedAccountId) {
      throw refuse('deposit.no_price', { material: found.name, day }, { field })
    }
    return {
      materialId,
      quantity,
      price: rupiah,
      measure: found.measure,
      name: found.name,
      stockAccountId,
      receivedAccountId,
    }
  })
}

/** A slip of the hand is asked about in words, in the unit that the scale shows; above the unit's limit a second person must vouch. */
async function checkWeights(
  context: Context,
  input: Input,
  lines: readonly PricedMaterial[],
  day: string,
): Promise<string | null> {
  const limit = await getLimit(context.tx, input.unitId, day)
  const earlier = await context.tx
    .selectFrom('weighing')
    .innerJoin('material', 'material.id', 'weighing.materialId')
    .select(['weighing.quantity', 'material.measure'])
    .where('memberId', '=', input.memberId)
    .where('reversalId', 'is', null)
    .orderBy('weighing.recordedAt', 'desc')
    .limit(60)
    .execute()
  for (const [index, line] of lines.entries()) {
    const usual = earlier.filter((each) => each.measure === line.measure).map((each) => each.quantity)
    if (line.quantity > limit.lineMax || isUnusual(line.quantity, usual, limit.medianFactor)) {
      const params = {
        material: line.name,
        quantity: line.quantity / measureBase[line.measure],
        measure: line.measure,
        usual: (usual.length ? median(usual) : 0) / measureBase[line.measure],
      }
      context.confirm('deposit.weight_unusual', params, `lines.${index}.quantity`)
    }
  }
  const over = lines.findIndex((line) => line.quantity > limit.lineMax)
  if (over < 0) return null
  if (!input.coSign) {
    const { name = '', measure = 'gram' } = lines[over] ?? {}
    const params = { material: name, limit: limit.lineMax / measureBase[measure], measure }
    throw refuse('deposit.over_limit', params, { field: 'coSign', kind: 'precondition' })
  }
  return coSign(context, { ...input.coSign, permission: 'waste.co_sign', placeId: input.unitId })
}

function legsOf(
  lines: readonly (PricedMaterial & WeighedLine)[],
  sums: { memberShare: number; unitShare: number },
  accounts: { stockValueAccountId: string; shareAccountId: string; savingsAccountId: string },
): Leg[] {
  const money = [
    { debit: accounts.stockValueAccountId, credit: accounts.savingsAccountId, amount: sums.memberShare },
    { debit: accounts.stockValueAccountId, credit: accounts.shareAccountId, amount: sums.unitShare },
  ]
  const goods = lines.map((line) => ({
    debit: line.stockAccountId,
    credit: line.receivedAccountId,
    amount: line.quantity,
  }))
  return [...money.filter((leg) => leg.amount > 0), ...goods]
}

async function numberFor(context: Context, input: Input, code: string, businessDay: string): Promise<string> {
  const series = { code, placeId: input.unitId, deviceId: input.deviceId, businessDay }
  return input.number === undefined
    ? nextNumber(context, series)
    : acceptNumber(context, { ...series, number: input.number })
}

async function writeWeighings(
  context: Context,
  deposit: { id: string; unitId: string; memberId: string; businessDay: string },
  lines: readonly (PricedMaterial & WeighedLine)[],
): Promise<void> {
  const timeliness = timelinessOf(deposit.businessDay, context.today)
  const rows = lines.map((line, index) => ({
    id: context.newId(),
    depositId: deposit.id,
    reversalId: null,
    line: index + 1,
    unitId: deposit.unitId,
    memberId: deposit.memberId,
    materialId: line.materialId,
    businessDay: deposit.businessDay,
    recordedAt: context.now,
    timeliness,
    quantity: line.quantity,
    price: line.price,
    amount: line.amount,
    memberShare: line.memberShare,
  }))
  await context.write.insertMany('weighing', rows)
  await contribute(
    context,
    weightIndicator,
    rows.filter((_row, index) => lines[index]?.measure === 'gram').map(toContribution),
  )
}

export function toContribution(row: {
  id: string
  unitId: string
  materialId: string
  businessDay: string
  recordedAt: string
  timeliness: string
  quantity: number
}) {
  const { id, unitId, materialId, businessDay, recordedAt, timeliness, quantity } = row
  return { id, placeId: unitId, dimension: materialId, businessDay, recordedAt, timeliness, amount: quantity }
}

async function balanceNow({ tx }: Context, accountId: string): Promise<number> {
  const account = await tx.selectFrom('account').select('balance').where('id', '=', accountId).executeTakeFirstOrThrow()
  return account.balance
}

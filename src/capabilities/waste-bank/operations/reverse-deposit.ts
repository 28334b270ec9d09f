import { can } from '../../../kernel/access/index.ts'
import { contribute } from '../../../kernel/indicator/index.ts'
import { balanceOf, openAccount, post, reverse } from '../../../kernel/ledger/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import { publish } from '../../../kernel/live/index.ts'
import { nextNumber } from '../../../kernel/numbering/index.ts'
import { operation, readerOf } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { coSign } from '../../../kernel/sign-in/index.ts'
import type { PeopleTables } from '../../people/index.ts'
import { DepositReversed, ReverseDeposit } from '../contract.ts'
import { weightIndicator } from '../indicators.ts'
import { mayReverseAlone } from '../rules/slips.ts'
import type { WasteBankTables } from '../tables.ts'
import { getUnit } from './day.ts'
import { toContribution } from './record-deposit.ts'
import { tellMember } from './tell-member.ts'

type Tables = WasteBankTables & LedgerTables & PeopleTables
type Context = OperationContext<Tables>

/** A mistake is taken back by a new record; the first one stays readable for ever. */
export const reverseDeposit = operation<Tables>()({
  name: 'deposit.reverse',
  about: 'Takes a deposit back: by another person, or by the same within ten minutes.',
  input: ReverseDeposit,
  output: DepositReversed,
  allow: can('waste.record', async (db, input: { depositId: string }) => {
    const reader = readerOf<WasteBankTables>(db)
    const deposit = await reader
      .selectFrom('deposit')
      .select('unitId')
      .where('id', '=', input.depositId)
      .executeTakeFirst()
    if (!deposit) throw refuse('deposit.unknown', {}, { kind: 'not_found' })
    return deposit.unitId
  }),
  async run(context, input) {
    const { tx, write, now, today, newId, userId } = context
    const deposit = await tx
      .selectFrom('deposit')
      .selectAll()
      .where('id', '=', input.depositId)
      .executeTakeFirstOrThrow()
    const member = await tx
      .selectFrom('member')
      .selectAll()
      .where('id', '=', deposit.memberId)
      .executeTakeFirstOrThrow()
    context.about(member.personId)
    await requireFirst(context, deposit.id)
    const savings = await balanceOf(tx, member.savingsAccountId)
    const receivable = Math.max(0, deposit.memberShare - savings)
    const alone = mayReverseAlone({ by: deposit.recordedBy, at: deposit.recordedAt }, { by: userId(), at: now })
    const approvedBy = await requireSecond(context, input, deposit.unitId, { alone, receivable })

    if (receivable > 0) await lend(context, { deposit, member, receivable })
    const { transferId, balances } = await reverse(context, deposit.transferId, { memo: 'waste_reversal' })
    const unit = await getUnit(context, deposit.unitId)
    const openDay = await tx
      .selectFrom('weighingDay')
      .select('id')
      .where('unitId', '=', deposit.unitId)
      .where('closedAt', 'is', null)
      .executeTakeFirst()
    const series = { code: unit.code, placeId: deposit.unitId, deviceId: input.deviceId, businessDay: today }
    const reversal = await write.insert('depositReversal', {
      id: newId(),
      number: await nextNumber(context, series),
      depositId: deposit.id,
      unitId: deposit.unitId,
      dayId: openDay?.id ?? null,
      reason: input.reason,
      businessDay: deposit.businessDay,
      recordedAt: now,
      recordedBy: userId(),
      approvedBy,
      transferId,
      receivable,
    })
    await turnWeighings(context, deposit.id, reversal.id)
    const balance = balances.get(member.savingsAccountId) ?? savings
    await tellMember(context, {
      member,
      template: 'reversal',
      document: reversal,
      amount: deposit.memberShare,
      balance,
    })
    await publish(context, 'waste-unit', deposit.unitId)
    return { reversalId: reversal.id, number: reversal.number, receivable, balance }
  },
})

/** Said before anybody is asked to vouch; the constraint judges again between two at once. */
async function requireFirst({ tx }: Context, depositId: string): Promise<void> {
  const known = await tx
    .selectFrom('depositReversal')
    .select('id')
    .where('depositId', '=', depositId)
    .executeTakeFirst()
  if (known) throw refuse('deposit.reversed_already', {}, { kind: 'conflict' })
}

async function requireSecond(
  context: Context,
  input: { coSign?: { userName: string; password: string } | undefined },
  unitId: string,
  { alone, receivable }: { alone: boolean; receivable: number },
): Promise<string | null> {
  if (alone && receivable === 0) return null
  if (input.coSign) return coSign(context, { ...input.coSign, permission: 'waste.co_sign', placeId: unitId })
  if (receivable > 0)
    throw refuse('deposit.reversal_needs_second', { short: receivable }, { field: 'coSign', kind: 'precondition' })
  throw refuse('deposit.reverse_by_another', {}, { field: 'coSign', kind: 'precondition' })
}

/** What the member has taken out already is booked as owed, so that the reversal itself stays the exact mirror. */
async function lend(
  context: Context,
  {
    deposit,
    member,
    receivable,
  }: { deposit: { unitId: string }; member: { id: string; savingsAccountId: string }; receivable: number },
): Promise<void> {
  const known = await context.tx
    .selectFrom('account')
    .select('id')
    .where('ownerKind', '=', 'waste_member')
    .where('ownerId', '=', member.id)
    .where('purpose', '=', 'receivable')
    .executeTakeFirst()
  const savings = await context.tx
    .selectFrom('account')
    .select('commodityId')
    .where('id', '=', member.savingsAccountId)
    .executeTakeFirstOrThrow()
  const account =
    known ??
    (await openAccount(context, {
      purpose: 'receivable',
      ownerKind: 'waste_member',
      ownerId: member.id,
      placeId: deposit.unitId,
      commodityId: savings.commodityId,
      side: 'debit',
      floor: 0,
    }))
  await post(context, {
    kind: 'waste_receivable',
    placeId: deposit.unitId,
    businessDay: context.today,
    legs: [{ debit: account.id, credit: member.savingsAccountId, amount: receivable }],
  })
}

/** The same lines with the sign turned, on the day of the first weighing, recorded now. */
async function turnWeighings(context: Context, depositId: string, reversalId: string): Promise<void> {
  const lines = await context.tx
    .selectFrom('weighing')
    .innerJoin('material', 'material.id', 'weighing.materialId')
    .selectAll('weighing')
    .select('material.measure')
    .where('depositId', '=', depositId)
    .where('reversalId', 'is', null)
    .orderBy('line')
    .execute()
  const rows = lines.map(({ measure: _, ...line }) => ({
    ...line,
    id: context.newId(),
    reversalId,
    recordedAt: context.now,
    quantity: -line.quantity,
    amount: -line.amount,
    memberShare: -line.memberShare,
  }))
  await context.write.insertMany('weighing', rows)
  await contribute(
    context,
    weightIndicator,
    rows.filter((_row, index) => lines[index]?.measure === 'gram').map(toContribution),
  )
}

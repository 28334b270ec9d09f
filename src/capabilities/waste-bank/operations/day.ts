import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { balanceOf, post } from '../../../kernel/ledger/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { openTask } from '../../../kernel/tasks/index.ts'
import { CloseDay, OpenDay } from '../contract.ts'
import { findPriceList } from '../queries/read-rules.ts'
import type { WasteBankTables } from '../tables.ts'

type Tables = WasteBankTables & LedgerTables

export const openDay = operation<Tables>()({
  name: 'day.open',
  about: 'Opens a day at the scales with the cash as counted.',
  input: OpenDay,
  output: z.strictObject({ dayId: z.uuid(), difference: z.int(), hasPrices: z.boolean() }),
  allow: can('waste.record', (_db, input: { unitId: string }) => input.unitId),
  async run(context, { unitId, counted, note }) {
    const { write, now, today, userId, newId } = context
    const unit = await getOpenUnit(context, unitId)
    const booked = await balanceOf(context.tx, unit.cashAccountId)
    const everOpened = await context.tx
      .selectFrom('weighingDay')
      .select('id')
      .where('unitId', '=', unitId)
      .executeTakeFirst()
    if (everOpened && counted !== booked && !note) {
      throw refuse('day.difference_needs_note', { booked, counted }, { field: 'note' })
    }
    const day = await write.insert('weighingDay', {
      id: newId(),
      unitId,
      businessDay: today,
      openedAt: now,
      openedBy: userId(),
      countedOpening: counted,
      closedAt: null,
      closedBy: null,
      countedClosing: null,
      difference: null,
      note: note ?? null,
    })
    // The first count of a unit is money brought in; a later one that differs is a difference, and shown as one.
    const other = everOpened ? unit.cashDifferenceAccountId : unit.cashOutsideAccountId
    await bookCount(context, { unitId, cash: unit.cashAccountId, other, booked, counted, kind: 'waste_day_open' })
    const list = await findPriceList(context.tx, unitId, today)
    if (!list) {
      await openTask(context, {
        kind: 'price_list_missing',
        placeId: unitId,
        subjectId: unitId,
        onceKey: `price_list_missing:${unitId}`,
        dueInWorkingDays: 1,
      })
    }
    return { dayId: day.id, difference: everOpened ? counted - booked : 0, hasPrices: list !== undefined }
  },
})

export const closeDay = operation<Tables>()({
  name: 'day.close',
  about: 'Closes the day with the cash as counted; the difference is booked, never hidden.',
  input: CloseDay,
  output: z.strictObject({ dayId: z.uuid(), expected: z.int(), difference: z.int() }),
  allow: can('waste.record', (_db, input: { unitId: string }) => input.unitId),
  async run(context, { unitId, counted, note }) {
    const unit = await getUnit(context, unitId)
    // Waits for whoever is recording on this day, and lets nobody begin: the cash is compared with all of it.
    const open = await context.tx
      .selectFrom('weighingDay')
      .select(['id', 'note'])
      .where('unitId', '=', unitId)
      .where('closedAt', 'is', null)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!open) throw refuse('day.not_open')
    const booked = await balanceOf(context.tx, unit.cashAccountId)
    const difference = counted - booked
    if (difference !== 0 && !note) throw refuse('day.difference_needs_note', { booked, counted }, { field: 'note' })
    const [closed] = await context.write.update(
      'weighingDay',
      {
        closedAt: context.now,
        closedBy: context.userId(),
        countedClosing: counted,
        difference,
        note: [open.note, note].filter(Boolean).join(' · ') || null,
      },
      { id: open.id, closedAt: null },
    )
    if (!closed) throw refuse('day.not_open')
    const cash = unit.cashAccountId
    await bookCount(context, {
      unitId,
      cash,
      other: unit.cashDifferenceAccountId,
      booked,
      counted,
      kind: 'waste_day_close',
    })
    return { dayId: closed.id, expected: booked, difference }
  },
})

async function bookCount(
  context: OperationContext<Tables>,
  count: { unitId: string; cash: string; other: string; booked: number; counted: number; kind: string },
): Promise<void> {
  const amount = Math.abs(count.counted - count.booked)
  if (amount === 0) return
  const [debit, credit] = count.counted > count.booked ? [count.cash, count.other] : [count.other, count.cash]
  await post(context, {
    kind: count.kind,
    placeId: count.unitId,
    businessDay: context.today,
    legs: [{ debit, credit, amount }],
  })
}

export async function getUnit({ tx }: Pick<OperationContext<WasteBankTables>, 'tx'>, unitId: string) {
  const unit = await tx.selectFrom('wasteUnit').selectAll().where('id', '=', unitId).executeTakeFirst()
  if (!unit) throw refuse('waste_unit.unknown', {}, { kind: 'not_found' })
  return unit
}

/** @throws Refusal `waste_unit.closed` for a unit that works no more. */
export async function getOpenUnit(context: Pick<OperationContext<WasteBankTables>, 'tx' | 'today'>, unitId: string) {
  const unit = await getUnit(context, unitId)
  if (unit.closedOn !== null && unit.closedOn <= context.today) throw refuse('waste_unit.closed', { on: unit.closedOn })
  return unit
}

/**
 * The day at the scales on which something is recorded now; it cannot be closed before that is committed.
 * @throws Refusal `day.not_open`; `day.open_from_before` for a day that somebody forgot to close, whose recap would else
 * mix two days.
 */
export async function requireOpenDay(
  { tx, today }: Pick<OperationContext<WasteBankTables>, 'tx' | 'today'>,
  unitId: string,
) {
  const day = await tx
    .selectFrom('weighingDay')
    .select(['id', 'businessDay'])
    .where('unitId', '=', unitId)
    .where('closedAt', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!day) throw refuse('day.not_open')
  if (day.businessDay < today) throw refuse('day.open_from_before', { day: day.businessDay })
  return day
}

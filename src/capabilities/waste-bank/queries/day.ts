import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { can } from '../../../kernel/access/index.ts'
import type { AccessTables } from '../../../kernel/access/index.ts'
import type { LedgerTables } from '../../../kernel/ledger/index.ts'
import { readerOf } from '../../../kernel/operation/index.ts'
import type { ReadOnly } from '../../../kernel/operation/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { DayPage, DayRecap, DayState, GetDay, GetRecap, ListDays } from '../contract.ts'
import type { WasteBankTables } from '../tables.ts'

type Tables = WasteBankTables & AccessTables & LedgerTables

export const getDay = query<Tables>()({
  name: 'day.state',
  about: 'Whether a unit’s day is open, and what the cash box should hold.',
  input: GetDay,
  output: DayState,
  allow: can('waste.read', (_db, input: { unitId: string }) => input.unitId),
  async run({ db, today }, { unitId }) {
    const unit = await db
      .selectFrom('wasteUnit')
      .innerJoin('place', 'place.id', 'wasteUnit.id')
      .innerJoin('place as parent', 'parent.id', 'place.parentId')
      .innerJoin('account', 'account.id', 'wasteUnit.cashAccountId')
      .select(['place.name as unitName', 'parent.name as kelurahan', 'account.balance as cash'])
      .where('wasteUnit.id', '=', unitId)
      .executeTakeFirst()
    if (!unit) throw refuse('waste_unit.unknown', {}, { kind: 'not_found' })
    const days = await db
      .selectFrom('weighingDay')
      .leftJoin('userAccount', 'userAccount.id', 'weighingDay.openedBy')
      .select([
        'weighingDay.id as dayId',
        'businessDay',
        'openedAt',
        'countedOpening',
        'closedAt',
        'countedClosing',
        'difference',
      ])
      .select(sql<string>`coalesce(user_account.display_name, '')`.as('openedBy'))
      .where('unitId', '=', unitId)
      .orderBy('openedAt', 'desc')
      .limit(2)
      .execute()
    const open = days.find((day) => day.closedAt === null)
    const closed = days.find((day) => day.closedAt !== null)
    return {
      unitId,
      ...unit,
      today,
      open: open
        ? {
            dayId: open.dayId,
            businessDay: open.businessDay,
            openedAt: open.openedAt,
            openedBy: open.openedBy,
            countedOpening: open.countedOpening,
          }
        : null,
      lastClosed: closed
        ? {
            businessDay: closed.businessDay,
            countedClosing: closed.countedClosing ?? 0,
            difference: closed.difference ?? 0,
          }
        : null,
    }
  },
})

async function unitOfDay(db: Kysely<never>, dayId: string): Promise<string> {
  const day = await readerOf<WasteBankTables>(db)
    .selectFrom('weighingDay')
    .select('unitId')
    .where('id', '=', dayId)
    .executeTakeFirst()
  if (!day) throw refuse('day.unknown', {}, { kind: 'not_found' })
  return day.unitId
}

export const getRecap = query<Tables>()({
  name: 'day.recap',
  about: 'What a day at the scales brought and paid out, and how the cash box stands.',
  input: GetRecap,
  output: DayRecap,
  allow: can('waste.read', (db, input: { dayId: string }) => unitOfDay(db, input.dayId)),
  async run({ db }, { dayId }) {
    const day = await db
      .selectFrom('weighingDay')
      .innerJoin('wasteUnit', 'wasteUnit.id', 'weighingDay.unitId')
      .innerJoin('place', 'place.id', 'wasteUnit.id')
      .innerJoin('account', 'account.id', 'wasteUnit.cashAccountId')
      .leftJoin('userAccount as opener', 'opener.id', 'weighingDay.openedBy')
      .leftJoin('userAccount as closer', 'closer.id', 'weighingDay.closedBy')
      .select([
        'weighingDay.id as dayId',
        'weighingDay.unitId',
        'place.name as unitName',
        'businessDay',
        'openedAt',
        'closedAt',
      ])
      .select([
        'countedOpening',
        'countedClosing',
        'difference',
        'note',
        'account.balance',
        'closer.displayName as closedBy',
      ])
      .select(sql<string>`coalesce(opener.display_name, '')`.as('openedBy'))
      .where('weighingDay.id', '=', dayId)
      .executeTakeFirstOrThrow()
    // A deposit that was taken back counts in neither weight nor money; the number of reversals is told.
    const brought = await db
      .selectFrom('deposit')
      .leftJoin('depositReversal', 'depositReversal.depositId', 'deposit.id')
      .select((eb) => [
        eb.fn.countAll<number>().as('deposits'),
        eb.fn.count<number>('memberId').distinct().as('members'),
        sql<number>`coalesce(sum(total), 0)::bigint`.as('total'),
        sql<number>`coalesce(sum(member_share), 0)::bigint`.as('memberShare'),
        sql<number>`coalesce(sum(unit_share), 0)::bigint`.as('unitShare'),
      ])
      .where('deposit.dayId', '=', dayId)
      .where('depositReversal.id', 'is', null)
      .executeTakeFirstOrThrow()
    const paid = await db
      .selectFrom('withdrawal')
      .select((eb) => [
        eb.fn.countAll<number>().as('withdrawals'),
        sql<number>`coalesce(sum(amount), 0)::bigint`.as('paidOut'),
      ])
      .where('dayId', '=', dayId)
      .executeTakeFirstOrThrow()
    const { reversals } = await db
      .selectFrom('depositReversal')
      .select((eb) => eb.fn.countAll<number>().as('reversals'))
      .where('dayId', '=', dayId)
      .executeTakeFirstOrThrow()
    const materials = await weighedOn(db, dayId)
    const { balance, ...facts } = day
    const grams = materials.reduce((sum, each) => sum + (each.measure === 'gram' ? each.quantity : 0), 0)
    const expectedCash = day.closedAt === null ? balance : (day.countedClosing ?? 0) - (day.difference ?? 0)
    return { ...facts, ...brought, ...paid, reversals, grams, materials, expectedCash }
  },
})

/** What was brought that day by material, without what was taken back. */
function weighedOn(db: ReadOnly<Tables>, dayId: string) {
  return db
    .selectFrom('weighing')
    .innerJoin('deposit', 'deposit.id', 'weighing.depositId')
    .innerJoin('material', 'material.id', 'weighing.materialId')
    .select(['material.nameId', 'material.nameEn', 'material.measure'])
    .select(sql<number>`sum(quantity)::bigint`.as('quantity'))
    .select(sql<number>`sum(amount)::bigint`.as('amount'))
    .where('deposit.dayId', '=', dayId)
    .groupBy('material.id')
    .having(sql<boolean>`sum(quantity) <> 0`)
    .orderBy('amount', 'desc')
    .execute()
}

export const listDays = query<Tables>()({
  name: 'day.list',
  about: 'Days at the scales of one unit, newest first.',
  input: ListDays,
  output: DayPage,
  allow: can('waste.read', (_db, input: { unitId: string }) => input.unitId),
  async run({ db }, { unitId, page, size }) {
    const rows = db.selectFrom('weighingDay').where('unitId', '=', unitId)
    const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const found = await rows
      .leftJoin('userAccount', 'userAccount.id', 'weighingDay.openedBy')
      .select(['weighingDay.id as dayId', 'businessDay', 'closedAt', 'difference'])
      .select(sql<string>`coalesce(user_account.display_name, '')`.as('openedBy'))
      .select(sql<number>`(select count(*) from deposit d where d.day_id = weighing_day.id)`.as('deposits'))
      .select(
        sql<number>`(select coalesce(sum(total), 0)::bigint from deposit d where d.day_id = weighing_day.id)`.as(
          'total',
        ),
      )
      .orderBy('openedAt', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows: found, total, page, size }
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { CivilDate } from '../../../kernel/clock/contract.ts'
import { Id } from '../../../kernel/id/contract.ts'
import { pageInput, pageOf } from '../../../kernel/schema/contract.ts'
import type { AccessTables } from '../../../kernel/access/index.ts'
import { inScope, within } from '../../../kernel/access/index.ts'
import { addDays, daysBetween } from '../../../kernel/clock/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { ListUnits, unitAt, UnitPage } from '../contract.ts'
import type { WasteBankTables } from '../tables.ts'
import { searchPattern } from './search.ts'

/** Units that have not weighed for so many days. */
const SilentUnits = z.strictObject({ days: z.int().min(1).max(3650).default(30), ...pageInput })
const SilentUnitRow = z.strictObject({
  unitId: Id,
  ...unitAt,
  lastWeighingOn: CivilDate.nullable(),
  days: z.int().nullable(),
})
const SilentUnitPage = pageOf(SilentUnitRow)

const UnreadyUnitPage = pageOf(
  z.strictObject({ unitId: Id, ...unitAt, hasPrices: z.boolean(), hasSharing: z.boolean() }),
)

type Tables = WasteBankTables & AccessTables

const lastWeighing = sql<string | null>`(select max(w.business_day) from weighing w where w.unit_id = waste_unit.id)`

export const listUnits = query<Tables>()({
  name: 'waste_unit.list',
  about: 'Waste bank units of the places where the actor works, with members and last weighing.',
  input: ListUnits,
  output: UnitPage,
  allow: within('waste.read'),
  async run({ db, scope, today }, { search, status, sort, page, size }) {
    const pattern = searchPattern(search)
    let rows = db
      .selectFrom('wasteUnit')
      .innerJoin('place', 'place.id', 'wasteUnit.id')
      .innerJoin('place as parent', 'parent.id', 'place.parentId')
      .where(inScope(scope, 'waste_unit.id'))
    if (pattern) {
      rows = rows.where((eb) =>
        eb.or([
          eb('place.name', 'ilike', pattern),
          eb('parent.name', 'ilike', pattern),
          eb('wasteUnit.code', 'ilike', pattern),
        ]),
      )
    }
    if (status === 'open') rows = rows.where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', today)]))
    if (status === 'closed') rows = rows.where('closedOn', '<=', today)
    const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const order = {
      name: sql`place.name`,
      kelurahan: sql`parent.name`,
      lastWeighing: sql`"last_weighing_on" nulls first`,
    }[sort]
    const found = await rows
      .select(['wasteUnit.id', 'wasteUnit.code', 'wasteUnit.address', 'wasteUnit.openedOn', 'wasteUnit.closedOn'])
      .select(['place.name', 'parent.name as kelurahan'])
      .select(
        sql<number>`(select count(*) from member m where m.unit_id = waste_unit.id and m.left_on is null)`.as(
          'members',
        ),
      )
      .select(lastWeighing.as('lastWeighingOn'))
      .orderBy(order)
      .orderBy('wasteUnit.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows: found, total, page, size }
  },
})

/** The inactivity alarm of the city: who has stopped weighing, or never began. */
export const silentUnits = query<Tables>()({
  name: 'waste_unit.silent',
  about: 'Open units without a weighing for so many days.',
  input: SilentUnits,
  output: SilentUnitPage,
  allow: within('waste.read'),
  async run({ db, scope, today }, { days, page, size }) {
    const since = addDays(today, -days)
    const rows = db
      .selectFrom('wasteUnit')
      .innerJoin('place', 'place.id', 'wasteUnit.id')
      .innerJoin('place as parent', 'parent.id', 'place.parentId')
      .where(inScope(scope, 'waste_unit.id'))
      .where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', today)]))
      .where('wasteUnit.openedOn', '<=', since).where(sql<boolean>`not exists (
        select 1 from weighing w where w.unit_id = waste_unit.id and w.business_day > ${since} and w.quantity > 0)`)
    const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const found = await rows
      .select(['wasteUnit.id as unitId', 'place.name as unitName', 'parent.name as kelurahan'])
      .select(lastWeighing.as('lastWeighingOn'))
      .orderBy(sql`"last_weighing_on" nulls first`)
      .orderBy('wasteUnit.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const withDays = found.map((row) => ({
      ...row,
      days: row.lastWeighingOn === null ? null : daysBetween(row.lastWeighingOn, today),
    }))
    return { rows: withDays, total, page, size }
  },
})

/** Whose first deposit would be refused today: no prices, or no rule for sharing. */
export const unreadyUnits = query<Tables>()({
  name: 'waste_unit.unready',
  about: 'Open units that have no price list or no sharing rule today.',
  input: z.strictObject(pageInput),
  output: UnreadyUnitPage,
  allow: within('waste.read'),
  async run({ db, scope, today }, { page, size }) {
    const hasPrices = sql<boolean>`exists (
      select 1 from price_list l where l.unit_id = waste_unit.id and l.withdrawn_at is null and l.valid_from <= ${today})`
    const hasSharing = sql<boolean>`exists (
      select 1 from sharing_rule s where s.unit_id = waste_unit.id and s.valid_from <= ${today})`
    const rows = db
      .selectFrom('wasteUnit')
      .innerJoin('place', 'place.id', 'wasteUnit.id')
      .innerJoin('place as parent', 'parent.id', 'place.parentId')
      .where(inScope(scope, 'waste_unit.id'))
      .where((eb) => eb.or([eb('closedOn', 'is', null), eb('closedOn', '>', today)]))
      .where(sql<boolean>`not (${hasPrices} and ${hasSharing})`)
    const { total } = await rows.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const found = await rows
      .select(['wasteUnit.id as unitId', 'place.name as unitName', 'parent.name as kelurahan'])
      .select([hasPrices.as('hasPrices'), hasSharing.as('hasSharing')])
      .orderBy('place.name')
      .orderBy('wasteUnit.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    return { rows: found, total, page, size }
  },
})

import type { Kysely } from 'kysely'
import { z } from 'zod'
import { anyone, can, systemOnly } from '../access/index.ts'
import type { AccessTables } from '../access/index.ts'
import { CivilDate, civilDate } from '../clock/index.ts'
import { operation } from '../operation/index.ts'
import { query } from '../query/index.ts'
import { refuse } from '../refusal/index.ts'
import { fixedHolidays, holidaysOf } from './holidays.ts'
import { holidayKinds } from './tables.ts'
import type { CalendarTables } from './tables.ts'

const Year = z.int().min(2000).max(2999)
const Holiday = z.strictObject({
  holidayOn: CivilDate,
  nameId: z.string().trim().min(2).max(100),
  nameEn: z.string().trim().min(2).max(100),
  kind: z.enum(holidayKinds),
  /** Number of the decree, or `tanggal tetap`. */
  basis: z.string().trim().min(2).max(200),
})

/** A holiday is the whole city's. */
const cityWide = can<unknown>('calendar.manage', async (db) => {
  const root = await (db as unknown as Kysely<AccessTables>)
    .selectFrom('place')
    .select('id')
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  return root.id
})

export const addHoliday = operation<CalendarTables>()({
  name: 'holiday.add',
  about: 'Enters an official holiday, joint leave or a day that the city declared, with its basis.',
  input: Holiday,
  output: z.strictObject({}),
  allow: cityWide,
  async run({ write }, holiday) {
    await write.insert('holiday', holiday)
    return {}
  },
})

export const removeHoliday = operation<CalendarTables>()({
  name: 'holiday.remove',
  about: 'Takes a day out of the holidays; terms that were counted with it stay as they are.',
  input: z.strictObject({ holidayOn: CivilDate }),
  output: z.strictObject({}),
  allow: cityWide,
  async run({ write }, { holidayOn }) {
    const [removed] = await write.remove('holiday', { holidayOn })
    if (!removed) throw refuse('holiday.unknown', {}, { kind: 'not_found', field: 'holidayOn' })
    return {}
  },
})

/** Once a year under a key of its own, so that a day which the city took out stays out. */
export const seedHolidays = operation<CalendarTables>()({
  name: 'holiday.seed',
  about: 'Enters the national holidays of a year whose date is fixed, but for those that stand there already.',
  input: z.strictObject({ year: Year }),
  output: z.strictObject({ entered: z.int() }),
  allow: systemOnly(),
  async run({ tx, write }, { year }) {
    const fixed = fixedHolidays(year)
    const days = fixed.map(({ holidayOn }) => holidayOn)
    const there = await tx.selectFrom('holiday').select('holidayOn').where('holidayOn', 'in', days).execute()
    const isThere = holidaysOf(there.map(({ holidayOn }) => holidayOn))
    const missing = fixed.filter(({ holidayOn }) => !isThere(holidayOn))
    await write.insertMany('holiday', missing)
    return { entered: missing.length }
  },
})

export const listHolidays = query<CalendarTables>()({
  name: 'holiday.list',
  about: 'The holidays of a year, as they were entered.',
  input: z.strictObject({ year: Year }),
  output: z.array(Holiday),
  allow: anyone(),
  async run({ db }, { year }) {
    return db
      .selectFrom('holiday')
      .selectAll()
      .where('holidayOn', '>=', civilDate(year, 1, 1))
      .where('holidayOn', '<=', civilDate(year, 12, 31))
      .orderBy('holidayOn')
      .execute()
  },
})

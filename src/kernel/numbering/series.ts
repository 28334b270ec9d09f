import type { Kysely, Selectable } from 'kysely'
import { sql } from 'kysely'
import { yearOf } from '../clock/index.ts'
import type { CivilDate } from '../clock/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { refuse } from '../refusal/index.ts'
import type { Refusal } from '../refusal/index.ts'
import { deviceLetters, devicesMax, findDocumentNumber, formatDocumentNumber, runningMax } from './contract.ts'
import type { DocumentNumber } from './contract.ts'
import type { NumberingTables, NumberSeriesTable } from './tables.ts'

/** What numbering needs of a running operation: the very context that `run` was given, not a part of it. */
export type NumberingContext = Pick<OperationContext<never>, 'now'>

export interface Device {
  readonly placeId: string
  readonly deviceId: string
  /** What people call it; kept from the first time. */
  readonly label?: string
}

export interface NumberFor extends Device {
  /** Of the unit: `HD`. Two to eight capital letters and digits. */
  readonly code: string
  /** The day on which it happened; its year is the number's. */
  readonly businessDay: CivilDate
}

/** More numbers than this are not left out by a device that was without signal: something is wrong with it. */
export const missingMax = 500

/**
 * The letters of a device at a place; a new device gets the next ones. Letters are never given twice.
 * @throws Refusal `number.no_letters_left`.
 */
export async function letterOf(context: NumberingContext, device: Device): Promise<string> {
  const { db, trail } = tablesOf(context)
  const known = await findLetter(db, device)
  if (known !== undefined) return known
  // The next letter is counted, so newcomers of one place wait for each other.
  await sql`select pg_advisory_xact_lock(hashtext('numbering.device_letter'), hashtext(${device.placeId}))`.execute(db)
  const since = await findLetter(db, device)
  if (since !== undefined) return since
  const { devices } = await db
    .selectFrom('deviceLetter')
    .select((eb) => eb.fn.countAll<number>().as('devices'))
    .where('placeId', '=', device.placeId)
    .executeTakeFirstOrThrow()
  if (devices >= devicesMax) throw refuse('number.no_letters_left', { max: devicesMax }, { kind: 'limit' })
  const { placeId, deviceId, label = '' } = device
  const row = { placeId, deviceId, label, letter: deviceLetters(devices), madeAt: context.now }
  const made = await db.insertInto('deviceLetter').values(row).returningAll().executeTakeFirstOrThrow()
  trail.wrote('device_letter', made)
  return made.letter
}

/**
 * The next number of this device at this place, without gaps: the row of the series stays locked until the operation
 * commits, and a refused operation gives its number back. All kinds of documents of a device share its series.
 * @throws Refusal `number.series_full`, `number.no_letters_left`.
 */
export async function nextNumber(context: NumberingContext, wanted: NumberFor): Promise<string> {
  const year = yearOf(wanted.businessDay)
  const taken = (await take(context, wanted, year)) ?? (await takeFirst(context, wanted, year))
  return formatDocumentNumber({ unit: wanted.code, device: taken.letter, year, running: taken.next - 1 })
}

async function takeFirst(context: NumberingContext, wanted: NumberFor, year: number) {
  await letterOf(context, wanted)
  const taken = await take(context, wanted, year)
  if (!taken) throw new Error('The device got a letter and no series')
  return taken
}

/**
 * One statement for the whole way of a known device: its letter, its series, its number. A letter that another
 * operation committed meanwhile is met at the second try; only then does a missing row mean a full series.
 */
async function take(
  context: NumberingContext,
  wanted: NumberFor,
  year: number,
): Promise<Selectable<NumberSeriesTable> | undefined> {
  const first = await takeOnce(context, wanted, year)
  if (first) return first
  const letter = await findLetter(tablesOf(context).db, wanted)
  if (letter === undefined) return undefined
  const second = await takeOnce(context, wanted, year)
  if (!second) throw refuse('number.series_full', { letter }, { kind: 'limit' })
  return second
}

async function takeOnce(
  context: NumberingContext,
  { placeId, deviceId, code }: NumberFor,
  year: number,
): Promise<Selectable<NumberSeriesTable> | undefined> {
  const { db, trail } = tablesOf(context)
  const { rows } = await sql<Selectable<NumberSeriesTable>>`
    insert into number_series as s (place_id, letter, year, code, next)
    select place_id, letter, ${year}::integer, ${code}, 2 from device_letter
    where place_id = ${placeId} and device_id = ${deviceId}
    on conflict (place_id, letter, year) do update set code = excluded.code, next = s.next + 1
    where s.next <= ${runningMax}
    returning s.*`.execute(db)
  if (rows[0]) trail.wrote('number_series', rows[0])
  return rows[0]
}

/**
 * Takes a number that the device gave itself, without signal. Numbers that it leaves out are noted as missing, and may
 * arrive later, each once. Gives the number back as it is written.
 * @throws Refusal `number.not_a_number`, `number.other_unit`, `number.other_year`, `number.other_device`,
 *   `number.device_unknown`, `number.used`, `number.too_far`.
 */
export async function acceptNumber(
  context: NumberingContext,
  given: NumberFor & { readonly number: string; readonly field?: string },
): Promise<string> {
  const { db } = tablesOf(context)
  const letter = await findLetter(db, given)
  const at = given.field === undefined ? {} : { field: given.field }
  if (letter === undefined) throw refuse('number.device_unknown', {}, { kind: 'precondition', ...at })
  const parts = findDocumentNumber(given.number)
  if (!parts) throw refuse('number.not_a_number', { number: given.number.slice(0, 40) }, { kind: 'invalid', ...at })
  const number = formatDocumentNumber(parts)
  const no = (code: string, params = {}): Refusal =>
    refuse(`number.${code}`, { number, ...params }, { kind: code === 'used' ? 'conflict' : 'invalid', ...at })
  if (parts.unit !== given.code) throw no('other_unit', { code: given.code })
  const year = yearOf(given.businessDay)
  // A year is a name here, not an amount: as text it is not grouped into thousands.
  if (parts.year !== year) throw no('other_year', { year: String(year) })
  if (parts.device !== letter) throw no('other_device', { letter })
  const series = await lockSeries(context, given.placeId, parts)
  if (parts.running < series.next) {
    if (!(await fillMissing(context, given.placeId, parts))) throw no('used')
  } else {
    const missing = parts.running - series.next
    if (missing > missingMax) throw no('too_far', { missing })
    await leaveOut(context, series, parts.running)
  }
  return number
}

async function lockSeries(context: NumberingContext, placeId: string, parts: DocumentNumber) {
  const { db, trail } = tablesOf(context)
  const { unit: code, device: letter, year } = parts
  const key = { placeId, letter, year }
  const made = await db
    .insertInto('numberSeries')
    .values({ ...key, code, next: 1 })
    .onConflict((conflict) => conflict.columns(['placeId', 'letter', 'year']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (made) {
    trail.wrote('number_series', made)
    return made
  }
  const { where } = seriesWhere(key)
  return db.selectFrom('numberSeries').selectAll().where(where).forUpdate().executeTakeFirstOrThrow()
}

async function fillMissing(context: NumberingContext, placeId: string, parts: DocumentNumber): Promise<boolean> {
  const { db, trail } = tablesOf(context)
  const { where } = seriesWhere({ placeId, letter: parts.device, year: parts.year })
  const found = await db
    .deleteFrom('numberMissing')
    .where(where)
    .where('running', '=', parts.running)
    .returningAll()
    .executeTakeFirst()
  if (found) trail.removed('number_missing', found)
  return found !== undefined
}

async function leaveOut(context: NumberingContext, series: Selectable<NumberSeriesTable>, running: number) {
  const { db, trail } = tablesOf(context)
  const { placeId, letter, year, next } = series
  const { where } = seriesWhere(series)
  const moved = await db
    .updateTable('numberSeries')
    .set({ next: running + 1 })
    .where(where)
    .returningAll()
    .executeTakeFirstOrThrow()
  trail.wrote('number_series', moved)
  if (running === next) return
  const rows = Array.from({ length: running - next }, (_, n) => ({
    placeId,
    letter,
    year,
    running: next + n,
    since: context.now,
  }))
  const missing = await db.insertInto('numberMissing').values(rows).returningAll().execute()
  for (const row of missing) trail.wrote('number_missing', row)
}

function seriesWhere({ placeId, letter, year }: { placeId: string; letter: string; year: number }) {
  return { where: sql<boolean>`place_id = ${placeId} and letter = ${letter} and year = ${year}` }
}

async function findLetter(db: Kysely<NumberingTables>, { placeId, deviceId }: Device): Promise<string | undefined> {
  const found = await db
    .selectFrom('deviceLetter')
    .select('letter')
    .where('placeId', '=', placeId)
    .where('deviceId', '=', deviceId)
    .executeTakeFirst()
  return found?.letter
}

function tablesOf(context: NumberingContext) {
  const { db, trail } = internalsOf(context)
  return { db: db as unknown as Kysely<NumberingTables>, trail }
}

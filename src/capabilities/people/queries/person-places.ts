import type { Kysely } from 'kysely'
import { can, either } from '../../../kernel/access/index.ts'
import type { AccessTables } from '../../../kernel/access/index.ts'
import type { ReadOnly } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import type { PeopleTables } from '../tables.ts'

export type Tables = PeopleTables & AccessTables
export type Read = ReadOnly<Tables>

export const personNotFound = () => refuse('person.not_found', {}, { kind: 'not_found' })

/** @throws person.not_found for an id that nobody has; person.erased for one whose data was erased. */
export async function getPerson(tx: Read, personId: string) {
  const person = await tx.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  if (!person) throw personNotFound()
  if (person.erasedAt !== null) throw refuse('person.erased')
  return person
}

/**
 * The permission at the place that keeps the person's record, or at the place in which the person lives now. A person
 * has no other place, so this is what "at the place of the thing acted on" means for one.
 */
export function canFor<I>(permission: string, personOf: (tx: Read, input: I) => Promise<string> | string) {
  return either(
    can<I>(permission, async (db, input) => keeperPlaceOf(readable(db), await personOf(readable(db), input))),
    can<I>(permission, async (db, input) => homePlaceOf(readable(db), await personOf(readable(db), input))),
  )
}

/** The gate's database knows no tables; a rule of this room may read this room's. */
export function readable(db: Kysely<never>): Read {
  const any: ReadOnly<never> = db
  return any
}

async function keeperPlaceOf(tx: Read, personId: string): Promise<string> {
  const person = await tx.selectFrom('person').select('keeperPlaceId').where('id', '=', personId).executeTakeFirst()
  if (!person) throw personNotFound()
  return person.keeperPlaceId
}

async function homePlaceOf(tx: Read, personId: string): Promise<string> {
  const home = await tx
    .selectFrom('residence')
    .select('placeId')
    .where('personId', '=', personId)
    .where('validTo', 'is', null)
    .executeTakeFirst()
  return home?.placeId ?? (await keeperPlaceOf(tx, personId))
}

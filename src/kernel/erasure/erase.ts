import type { Kysely } from 'kysely'
import type { AuditTables, ErasureLine } from '../audit/index.ts'
import { listBesideRing } from '../keys/index.ts'
import type { KeysTables } from '../keys/index.ts'
import { internalsOf } from '../operation/index.ts'
import type { Host, Internals, OperationContext } from '../operation/index.ts'

type Tables = KeysTables & AuditTables

/**
 * Erases one person inside the operation that was asked to (the room's own, which decides who may): destroys the
 * person's key, lets every part overwrite its live columns, and writes down that and when it was done. Amounts stay.
 * Erasing twice does nothing the second time.
 */
export async function eraseSubject(context: OperationContext<never>, personId: string): Promise<void> {
  const inner = internalsOf(context)
  if (await isErased(inner, personId)) return
  // First the key: whoever is writing about this person holds it, so from here on nobody else does.
  await destroyKey(inner, personId, context.now)
  for (const eraser of inner.erasers) await eraser(context, personId)
  await rehash(inner, personId)
  inner.afterCommit(async () => recordErasures(inner.host))
}

/** For a part's eraser: a further subject that is the same person, such as a sign-in account, loses its key as well. */
export async function eraseFurtherSubject(context: OperationContext<never>, subjectId: string): Promise<void> {
  const inner = internalsOf(context)
  if (await isErased(inner, subjectId)) return
  await destroyKey(inner, subjectId, context.now)
  await rehash(inner, subjectId)
}

async function isErased({ db }: Internals, personId: string): Promise<boolean> {
  const tables = db as Kysely<Tables>
  const found = await tables
    .selectFrom('erasure')
    .select('personId')
    .where('personId', '=', personId)
    .executeTakeFirst()
  return found !== undefined
}

async function destroyKey({ db, trail }: Internals, personId: string, now: string): Promise<void> {
  const tables = db as Kysely<Tables>
  for (const row of await tables.deleteFrom('subjectKey').where('id', '=', personId).returningAll().execute()) {
    trail.removed('subject_key', row)
  }
  const erased = await tables
    .insertInto('erasure')
    .values({ personId, erasedAt: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  trail.wrote('erasure', erased)
}

/** Rows whose hash was keyed by the destroyed key are proved by this entry from now on, with a plain hash. */
async function rehash({ db, trail, classes }: Internals, personId: string): Promise<void> {
  const tables = db as Kysely<Record<string, Record<string, unknown>>>
  for (const [table, known] of Object.entries(classes)) {
    if (!known.subject) continue
    const rows = await tables.selectFrom(table).selectAll().where(known.subject, '=', personId).execute()
    for (const row of rows) trail.wrote(table, row)
  }
}

/**
 * Brings the list beside the key ring up to the database. Runs after the commit of an erasure and at every start, so
 * that a crash between commit and list is mended.
 */
export async function recordErasures(host: Pick<Host, 'pool' | 'ring' | 'city'>): Promise<void> {
  const list = erasureList(host)
  const known = new Set(list.read().map((line) => line.personId))
  const rows = await host.pool
    .kysely<Tables>()
    .selectFrom('erasure')
    .selectAll()
    .orderBy('erasedAt')
    .orderBy('personId')
    .execute()
  list.append(rows.filter(({ personId }) => !known.has(personId)).map((row) => ({ city: host.city.slug, ...row })))
}

/** Everyone of this city who was ever erased, whatever the database in hand knows. */
export function erasureList({ ring, city }: Pick<Host, 'ring' | 'city'>) {
  const list = listBesideRing<ErasureLine>(ring, 'erasures.jsonl')
  return { ...list, read: () => list.read().filter((line) => line.city === city.slug) }
}

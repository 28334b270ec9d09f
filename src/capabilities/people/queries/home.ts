import { sql } from 'kysely'
import { compareDates } from '../../../kernel/clock/index.ts'
import type { CivilDate } from '../../../kernel/clock/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import type { Read } from './person-places.ts'

const homeKinds = new Set(['rt', 'kelurahan'])

/** @throws Refusal when nobody can live at the place on that day: not an RT or kelurahan, or closed, or not yet there. */
export async function requireHome(tx: Read, placeId: string, day: CivilDate, field: string): Promise<void> {
  const place = await tx.selectFrom('place').selectAll().where('id', '=', placeId).executeTakeFirst()
  if (!place || !homeKinds.has(place.kind)) throw refuse('residence.not_a_home', {}, { field })
  const closed = place.validTo !== null && compareDates(place.validTo, day) < 0
  if (closed || compareDates(place.validFrom, day) > 0) {
    throw refuse('residence.place_not_in_use', { place: place.name, day }, { field })
  }
}

/**
 * Everybody whose data was not erased, joined to the place in which they live now, else the place that keeps their record
 * (`home`), and to the kelurahan in which it lies.
 */
export function personsAtHome(db: Read) {
  return db
    .selectFrom('person')
    .leftJoin('residence', (join) =>
      join.onRef('residence.personId', '=', 'person.id').on('residence.validTo', 'is', null),
    )
    .innerJoin('place as home', (join) =>
      join.on('home.id', '=', sql`coalesce(residence.place_id, person.keeper_place_id)`),
    )
    .leftJoin('place as kelurahan', (join) =>
      join.on('kelurahan.kind', '=', 'kelurahan').on(sql<boolean>`starts_with(home.path, kelurahan.path)`),
    )
    .where('person.erasedAt', 'is', null)
}

import { sql } from 'kysely'
import type { KeyRing } from '../../../kernel/keys/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import type { PersonRead } from '../rules/read-person.ts'
import { numberHashes } from '../rules/seal-number.ts'
import type { Read } from './person-places.ts'

/**
 * Somebody who is there already and may be the same: the same name and year of birth, or the same phone. Tells no more
 * than what two neighbours know of each other.
 */
export async function findAlike(tx: Read, read: PersonRead) {
  const { nameKey, birthYear, phone } = read
  return tx
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
    .select(['person.fullName', 'kelurahan.name as kelurahan', 'person.phone'])
    .where('person.erasedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('person.nameKey', '=', nameKey), eb('person.birthYear', '=', birthYear)]),
        eb('person.phone', '=', phone),
      ]),
    )
    .orderBy('person.madeAt')
    .limit(1)
    .executeTakeFirst()
}

/** @throws person.nik_known when another person has this NIK already; whose it is, is not told. */
export async function refuseKnownNik(tx: Read, ring: KeyRing, nik: string | null, exceptId?: string): Promise<void> {
  if (nik === null) return
  const found = await tx
    .selectFrom('person')
    .select('id')
    .where('nikHash', 'in', numberHashes(ring, 'nik', nik))
    .executeTakeFirst()
  if (found && found.id !== exceptId) throw nikKnown()
}

export const nikKnown = () => refuse('person.nik_known', {}, { kind: 'conflict', field: 'nik' })

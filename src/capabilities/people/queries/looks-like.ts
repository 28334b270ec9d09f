import { sql } from 'kysely'
import type { KeyRing } from '../../../kernel/keys/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { looksLike } from '../contract.ts'
import type { PersonRead } from '../rules/read-person.ts'
import { numberHashes } from '../rules/seal-number.ts'
import { personsAtHome } from './home.ts'
import type { Read } from './person-places.ts'

type Confirm = OperationContext<never>['confirm']

export interface Alike {
  readonly fullName: string
  readonly kelurahan: string | null
  readonly phone: string | null
}

type Asked = Pick<PersonRead, 'nameKey' | 'birthYear' | 'phone'>

/**
 * For each one asked about, by its place in the list: somebody who is there already and may be the same, having the
 * same name and year of birth, or the same phone. Tells no more than what two neighbours know of each other.
 */
export async function findAlike(tx: Read, asked: readonly Asked[]): Promise<ReadonlyMap<number, Alike>> {
  const columns = sql<Asked & { at: number }>`unnest(
    ${asked.map(({ nameKey }) => nameKey)}::text[],
    ${asked.map(({ birthYear }) => birthYear)}::int[],
    ${asked.map(({ phone }) => phone)}::text[]
  ) with ordinality`
  const found = await tx
    .selectFrom(columns.as<'asked'>(sql`asked(name_key, birth_year, phone, at)`))
    .innerJoinLateral(
      () =>
        personsAtHome(tx)
          .select(['person.fullName', 'kelurahan.name as kelurahan', 'person.phone'])
          .where((of) =>
            of.or([
              of.and([
                of('person.nameKey', '=', sql.ref<string>('asked.nameKey')),
                of('person.birthYear', '=', sql.ref<number>('asked.birthYear')),
              ]),
              of('person.phone', '=', sql.ref<string>('asked.phone')),
            ]),
          )
          .orderBy('person.madeAt')
          .limit(1)
          .as('found'),
      (join) => join.onTrue(),
    )
    .select(['asked.at', 'found.fullName', 'found.kelurahan', 'found.phone'])
    .execute()
  return new Map(found.map(({ at, ...alike }) => [at - 1, alike]))
}

/** Asks whether somebody really is another person than the one who is there already. @throws Refusal to be confirmed */
export function askWhetherAnother(confirm: Confirm, read: Asked, alike: Alike | undefined): void {
  if (alike === undefined) return
  const field = read.phone !== null && alike.phone === read.phone ? 'phone' : 'fullName'
  confirm(looksLike, { name: alike.fullName, kelurahan: alike.kelurahan ?? 'none' }, field)
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

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import { inScope, within } from '../../../kernel/access/index.ts'
import type { PlaceScope } from '../../../kernel/access/index.ts'
import type { KeyRing } from '../../../kernel/keys/index.ts'
import { findPhone, maskPhone } from '../../../kernel/notify/contract.ts'
import { query } from '../../../kernel/query/index.ts'
import { PersonsFound, SearchPersons } from '../contract.ts'
import { nameKey } from '../rules/name-key.ts'
import { maskedNumber, numberHashes } from '../rules/seal-number.ts'
import { personsAtHome } from './home.ts'
import type { Read, Tables } from './person-places.ts'

/**
 * Whoever can say who they are is found anywhere in the city: by a whole NIK, a whole phone number, or a whole name with
 * the year of birth. Browsing by a part of a name shows only persons of the asker's own places. Of two records that are
 * one person the one that stands for both is given.
 */
export const searchPersons = query<Tables>()({
  name: 'person.search',
  about: 'Persons by name or any of its words, phone, or whole NIK, within the places of the asker.',
  input: SearchPersons,
  output: PersonsFound,
  allow: within('person.read'),
  async run({ db, scope, ring }, { page, size, ...asked }) {
    const found = foundBy(db, matching(asked, scope, ring))
    const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const key = nameKey(asked.text)
    const rows = await found
      .select(['person.id', 'person.fullName', 'person.birthYear', 'person.phone', 'person.nikEnd'])
      .select('kelurahan.name as kelurahan')
      .orderBy(sql`not starts_with(person.name_key, ${key})`)
      .orderBy('person.nameKey')
      .orderBy('person.id')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const shown = rows.map(({ id, phone, nikEnd, ...row }) => ({
      ...row,
      personId: id,
      phone: phone === null ? null : maskPhone(phone),
      nik: maskedNumber(nikEnd),
    }))
    return { rows: shown, total, page, size }
  },
})

function foundBy(db: Read, condition: RawBuilder<boolean>) {
  return personsAtHome(db).where(
    sql<boolean>`person.id in (
        select coalesce(link.canonical_id, p.id) from person p
        left join person_canonical link on link.person_id = p.id
        where p.erased_at is null and ${condition}
      )`,
  )
}

type Asked = Pick<z.output<typeof SearchPersons>, 'text' | 'birthYear'>

/** The condition over `person p`. */
function matching({ text, birthYear }: Asked, scope: PlaceScope, ring: KeyRing): RawBuilder<boolean> {
  const digits = text.replaceAll(/[\s.-]/g, '')
  if (/^\d{16}$/.test(digits)) return sql<boolean>`p.nik_hash = any(${numberHashes(ring, 'nik', digits)})`
  const phone = findPhone(text)
  if (phone) return sql<boolean>`p.phone = ${phone.e164}`
  const key = nameKey(text)
  if (key === '') return sql<boolean>`false`
  // Letters and digits only, by the key's own form: nothing in a word can be an operator of the search.
  const words = key
    .split(' ')
    .map((word) => `${word}:*`)
    .join(' & ')
  const named = sql<boolean>`to_tsvector('simple', p.name_key) @@ to_tsquery('simple', ${words})`
  const mine = sql<boolean>`(${inScope(scope, 'p.keeper_place_id')} or exists (
    select 1 from residence r where r.person_id = p.id and r.valid_to is null and ${inScope(scope, 'r.place_id')}
  ))`
  if (birthYear === undefined) return sql<boolean>`(${named} and ${mine})`
  return sql<boolean>`(p.birth_year = ${birthYear} and ((${named} and ${mine}) or p.name_key = ${key}))`
}

import { sql } from 'kysely'
import { z } from 'zod'
import { either, inScope, own, within } from '../../../kernel/access/index.ts'
import { query } from '../../../kernel/query/index.ts'
import { Consents, Person, PersonId } from '../contract.ts'
import { maskedNumber } from '../rules/seal-number.ts'
import { canonicalOf } from './canonical.ts'
import { canFor, personNotFound } from './person-places.ts'
import type { Read, Tables } from './person-places.ts'

export const getPersonShown = query<Tables>()({
  name: 'person.get',
  about: 'One person of the asker’s places, with residences, household and guardians; NIK and KK masked.',
  input: PersonId,
  output: Person,
  allow: within('person.read'),
  async run({ db, scope }, { personId }) {
    const seen = await db
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .where((eb) =>
        eb.or([
          inScope(scope, 'person.keeper_place_id'),
          sql<boolean>`exists (
            select 1 from residence r
            where r.person_id = person.id and r.valid_to is null and ${inScope(scope, 'r.place_id')}
          )`,
        ]),
      )
      .executeTakeFirst()
    // Somebody else's resident is not told from nobody.
    if (!seen) throw personNotFound()
    return showPerson(db, personId)
  },
})

export const myPerson = query<Tables>()({
  name: 'person.mine',
  about: 'What the city knows of the asker.',
  input: z.strictObject({}),
  output: Person,
  allow: own(),
  run: ({ db, scope }) => showPerson(db, scope.personId),
})

export const personConsents = query<Tables>()({
  name: 'person.consents',
  about: 'What a person agreed to, in which version of the text, and what was withdrawn.',
  input: PersonId,
  output: Consents,
  allow: either(
    own<{ personId: string }>((_db, { personId }) => personId),
    canFor<{ personId: string }>('person.read', (_tx, { personId }) => personId),
  ),
  run: ({ db }, { personId }) =>
    db
      .selectFrom('consent')
      .select(['id as consentId', 'purpose', 'textVersion', 'givenAt', 'givenVia', 'withdrawnAt'])
      .where('personId', '=', personId)
      .orderBy('givenAt', 'desc')
      .orderBy('id')
      .execute(),
})

async function showPerson(db: Read, personId: string): Promise<z.output<typeof Person>> {
  const person = await db.selectFrom('person').selectAll().where('person.id', '=', personId).executeTakeFirst()
  if (!person) throw personNotFound()
  const { kk, members } = await householdOf(db, personId)
  return {
    personId,
    canonicalId: await canonicalOf(db, personId),
    fullName: person.fullName,
    birthOn: person.birthOn,
    birthYear: person.birthYear,
    sex: person.sex,
    phone: person.phone,
    address: person.address,
    nik: maskedNumber(person.nikEnd),
    kk: maskedNumber(kk),
    isErased: person.erasedAt !== null,
    residences: await residencesOf(db, personId),
    household: members,
    guardians: await db
      .selectFrom('guardian')
      .innerJoin('person', 'person.id', 'guardian.guardianId')
      .select(['guardian.id as guardianshipId', 'person.id as personId', 'person.fullName', 'guardian.relation'])
      .where('guardian.wardId', '=', personId)
      .where('guardian.validTo', 'is', null)
      .orderBy('guardian.validFrom')
      .execute(),
  }
}

function residencesOf(db: Read, personId: string) {
  return db
    .selectFrom('residence')
    .innerJoin('place', 'place.id', 'residence.placeId')
    .leftJoin('place as kelurahan', (join) =>
      join.on('kelurahan.kind', '=', 'kelurahan').on(sql<boolean>`starts_with(place.path, kelurahan.path)`),
    )
    .select(['residence.placeId', 'place.name as place', 'kelurahan.name as kelurahan'])
    .select(['residence.validFrom', 'residence.validTo'])
    .where('residence.personId', '=', personId)
    .orderBy('residence.validFrom', 'desc')
    .execute()
}

async function householdOf(db: Read, personId: string) {
  const household = await db
    .selectFrom('householdMember')
    .innerJoin('household', 'household.id', 'householdMember.householdId')
    .select(['household.id', 'household.kkEnd'])
    .where('householdMember.personId', '=', personId)
    .where('householdMember.validTo', 'is', null)
    .executeTakeFirst()
  if (!household) return { kk: null, members: [] }
  const members = await db
    .selectFrom('householdMember')
    .innerJoin('person', 'person.id', 'householdMember.personId')
    .select(['person.id as personId', 'person.fullName', 'householdMember.relation'])
    .where('householdMember.householdId', '=', household.id)
    .where('householdMember.validTo', 'is', null)
    .orderBy('householdMember.validFrom')
    .orderBy('person.id')
    .execute()
  return { kk: household.kkEnd, members }
}

import type { Manifest } from '../../kernel/registry/index.ts'
import { permissions } from './contract.ts'
import { people } from './migrations/0001-people.ts'
import { amendPerson } from './operations/amend-person.ts'
import { giveConsent, withdrawConsent } from './operations/consent.ts'
import { eraseHook, erasePerson } from './operations/erase-person.ts'
import { endGuardian, nameGuardian } from './operations/guardian.ts'
import { formHousehold, joinHousehold, leaveHousehold } from './operations/household.ts'
import { linkPerson, unlinkPerson } from './operations/link-person.ts'
import { moveResidence } from './operations/move-residence.ts'
import { registerPerson } from './operations/register-person.ts'
import { registerPersons } from './operations/register-persons.ts'
import { getPersonShown, myPerson, personConsents } from './queries/get-person.ts'
import { searchPersons } from './queries/search-persons.ts'
import { constraints } from './refusals.ts'
import { texts } from './texts/index.ts'

const asPerson = 'until the person asks to be erased, or ten years after the last record about them (asumsi)'

export const peopleManifest: Manifest = {
  name: 'people',
  uses: [],
  migrations: [people],
  tables: {
    person: {
      holds: 'personal',
      retention: asPerson,
      proof: 'rows',
      subject: 'id',
      personalColumns: [
        'fullName',
        'nameKey',
        'birthOn',
        'birthYear',
        'sex',
        'phone',
        'address',
        'nikSealed',
        'nikHash',
        'nikEnd',
      ],
    },
    residence: {
      holds: 'personal',
      retention: asPerson,
      proof: 'rows',
      subject: 'personId',
      personalColumns: ['placeId'],
    },
    household: {
      holds: 'personal',
      retention: 'as long as one of its members is on record',
      proof: 'rows',
      personalColumns: ['kkSealed', 'kkHash', 'kkEnd', 'placeId'],
    },
    household_member: {
      holds: 'personal',
      retention: asPerson,
      proof: 'rows',
      subject: 'personId',
      personalColumns: ['relation'],
    },
    guardian: {
      holds: 'personal',
      retention: asPerson,
      proof: 'rows',
      subject: 'wardId',
      personalColumns: ['relation'],
    },
    person_canonical: { holds: 'operational', retention: 'as long as either record', proof: 'rows' },
    consent: {
      holds: 'personal',
      retention: 'ten years after it was withdrawn, as proof that it was given (asumsi)',
      proof: 'rows',
      subject: 'personId',
    },
  },
  permissions,
  operations: [
    registerPerson,
    registerPersons,
    amendPerson,
    erasePerson,
    moveResidence,
    formHousehold,
    joinHousehold,
    leaveHousehold,
    nameGuardian,
    endGuardian,
    linkPerson,
    unlinkPerson,
    giveConsent,
    withdrawConsent,
  ],
  queries: [searchPersons, getPersonShown, myPerson, personConsents],
  texts,
  constraints,
  erase: eraseHook,
}

import type { Manifest } from '../../kernel/registry/index.ts'
import { permissions } from './contract.ts'
import { eraseHook } from './erase.ts'
import { people } from './migrations/0001-people.ts'
import { registerPerson } from './operations/register-person.ts'
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
  operations: [registerPerson],
  queries: [],
  texts,
  constraints,
  erase: eraseHook,
}

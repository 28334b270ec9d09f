import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { KeyRing } from '../../../kernel/keys/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuseFields } from '../../../kernel/refusal/index.ts'
import { AmendPerson, PersonId } from '../contract.ts'
import { refuseKnownNik } from '../queries/looks-like.ts'
import { canFor, getPerson } from '../queries/person-places.ts'
import type { Tables } from '../queries/person-places.ts'
import { readPerson } from '../rules/read-person.ts'
import type { PersonGiven } from '../rules/read-person.ts'
import { numberColumns, openNumber } from '../rules/seal-number.ts'
import type { PersonTable } from '../tables.ts'

/** The whole record is read anew, so that a corrected birth is held against the NIK that is there, and the reverse. */
export const amendPerson = operation<Tables>()({
  name: 'person.amend',
  about: 'Corrects what is known of a person; a field left out stays, null empties it.',
  input: AmendPerson,
  output: PersonId,
  allow: canFor<{ personId: string }>('person.amend', (_tx, { personId }) => personId),
  async run({ tx, write, today, ring, about }, { personId, ...change }) {
    const person = await getPerson(tx, personId)
    about(personId)
    const { read, issues } = readPerson(amended(person, change, ring), today)
    if (issues.length > 0) throw refuseFields(issues)
    await refuseKnownNik(tx, ring, read.nik, personId)
    const { nik, ...plain } = read
    const number = change.nik === undefined ? {} : numberColumns(ring, nik)
    await write.update('person', { ...plain, ...number }, { id: personId })
    return { personId }
  },
})

type Change = Omit<z.output<typeof AmendPerson>, 'personId'>

function amended(person: Selectable<PersonTable>, change: Change, ring: KeyRing): PersonGiven {
  const pick = <V>(given: V | null | undefined, known: V | null) => (given === undefined ? known : given) ?? undefined
  // A new year makes the known date doubtful and a new date decides the year: only what was given counts then.
  const isBirthGiven = change.birthOn !== undefined || change.birthYear !== undefined
  const birth = isBirthGiven ? { on: null, year: null } : { on: person.birthOn, year: person.birthYear }
  const nik = person.nikSealed === null ? null : openNumber(ring, person.nikSealed)
  return {
    fullName: change.fullName ?? person.fullName,
    birthOn: pick(change.birthOn, birth.on),
    birthYear: pick(change.birthYear, birth.year),
    sex: pick(change.sex, person.sex),
    phone: pick(change.phone, person.phone),
    address: pick(change.address, person.address),
    nik: pick(change.nik, nik),
  }
}

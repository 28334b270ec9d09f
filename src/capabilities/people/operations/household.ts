import { compareDates } from '../../../kernel/clock/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse, refuseFields } from '../../../kernel/refusal/index.ts'
import { FormHousehold, HouseholdId, JoinHousehold, LeaveHousehold, PersonId } from '../contract.ts'
import { requireHome } from '../queries/home.ts'
import { canFor, getPerson } from '../queries/person-places.ts'
import type { Read, Tables } from '../queries/person-places.ts'
import { readKk } from '../rules/nik.ts'
import { numberHashes, sealNumber } from '../rules/seal-number.ts'

/** Relation of the person by whom a household is found and for whose place it is answered. */
const HEAD = 'kepala keluarga'

export const formHousehold = operation<Tables>()({
  name: 'household.form',
  about: 'Forms a household around its head, with the number of its family card where known.',
  input: FormHousehold,
  output: HouseholdId,
  allow: canFor<{ headId: string }>('person.household', (_tx, { headId }) => headId),
  async run({ tx, write, now, today, ring, newId, about }, { headId, kk, placeId, formedOn }) {
    await getPerson(tx, headId)
    about(headId)
    if (compareDates(formedOn, today) > 0) throw refuse('household.in_future', {}, { field: 'formedOn' })
    if (placeId) await requireHome(tx, placeId, formedOn, 'placeId')
    const number = kk ? readKk(kk) : undefined
    if (number?.ok === false) {
      throw refuseFields(number.refusals.map(({ code, field, params }) => ({ code, field, params })))
    }
    if (number) {
      const known = await tx
        .selectFrom('household')
        .select('id')
        .where('kkHash', 'in', numberHashes(ring, 'kk', number.kk))
        .executeTakeFirst()
      if (known) throw kkKnown()
    }
    await requireNoHousehold(tx, headId, formedOn)
    const sealed = number ? sealNumber(ring, 'kk', number.kk) : null
    const householdId = newId()
    await write.insert('household', {
      id: householdId,
      kkSealed: sealed?.sealed ?? null,
      kkHash: sealed?.hash ?? null,
      kkEnd: sealed?.end ?? null,
      placeId: placeId ?? null,
      madeAt: now,
    })
    const head = { householdId, personId: headId, relation: HEAD, validFrom: formedOn, validTo: null }
    await write.insert('householdMember', { id: newId(), ...head })
    return { householdId }
  },
})

export const joinHousehold = operation<Tables>()({
  name: 'household.join',
  about: 'Adds a person to a household from a day on.',
  input: JoinHousehold,
  output: PersonId,
  allow: canFor<{ householdId: string; personId: string }>('person.household', (_tx, { personId }) => personId),
  async run({ tx, write, today, newId, about }, { householdId, personId, relation, joinedOn }) {
    await getPerson(tx, personId)
    about(personId)
    if (compareDates(joinedOn, today) > 0) throw refuse('household.in_future', {}, { field: 'joinedOn' })
    // A household is open as long as somebody is in it; one that was left by all is over.
    const members = await tx
      .selectFrom('householdMember')
      .select('id')
      .where('householdId', '=', householdId)
      .where('validTo', 'is', null)
      .execute()
    if (members.length === 0) throw refuse('household.not_found', {}, { kind: 'not_found', field: 'householdId' })
    await requireNoHousehold(tx, personId, joinedOn)
    await write.insert('householdMember', {
      id: newId(),
      householdId,
      personId,
      relation,
      validFrom: joinedOn,
      validTo: null,
    })
    return { personId }
  },
})

export const leaveHousehold = operation<Tables>()({
  name: 'household.leave',
  about: 'Ends a person’s stay in the present household; the day is the last one in it.',
  input: LeaveHousehold,
  output: PersonId,
  allow: canFor<{ personId: string }>('person.household', (_tx, { personId }) => personId),
  async run({ tx, write, today, about }, { personId, leftOn }) {
    await getPerson(tx, personId)
    about(personId)
    const stay = await tx
      .selectFrom('householdMember')
      .selectAll()
      .where('personId', '=', personId)
      .where('validTo', 'is', null)
      .executeTakeFirst()
    if (!stay) throw notInOne()
    if (compareDates(leftOn, today) > 0) throw refuse('household.in_future', {}, { field: 'leftOn' })
    if (compareDates(leftOn, stay.validFrom) < 0) {
      throw refuse('household.before_join', { day: stay.validFrom }, { field: 'leftOn' })
    }
    const [left] = await write.update('householdMember', { validTo: leftOn }, { id: stay.id, validTo: null })
    if (!left) throw notInOne()
    return { personId }
  },
})

/** @throws household.in_another when the person is in one still, or was on that day */
async function requireNoHousehold(tx: Read, personId: string, day: string): Promise<void> {
  const stay = await tx
    .selectFrom('householdMember')
    .select('id')
    .where('personId', '=', personId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
    .executeTakeFirst()
  if (stay) throw inAnother()
}

const notInOne = () => refuse('household.not_in_one', {}, { kind: 'conflict' })
export const inAnother = () => refuse('household.in_another', {}, { kind: 'conflict', field: 'personId' })
export const kkKnown = () => refuse('household.kk_known', {}, { kind: 'conflict', field: 'kk' })

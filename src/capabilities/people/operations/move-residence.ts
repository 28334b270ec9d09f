import { addDays, compareDates } from '../../../kernel/clock/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { MoveResidence, PersonId } from '../contract.ts'
import { requireHome } from '../queries/home.ts'
import { canFor, getPerson } from '../queries/person-places.ts'
import type { Tables } from '../queries/person-places.ts'

/**
 * The former residence ends on the day before. Moved again from the same day on, the person never lived at the former
 * place: that is a correction. Of two who move one person at once, one is refused by the database.
 */
export const moveResidence = operation<Tables>()({
  name: 'residence.move',
  about: 'Records in which RT or kelurahan a person lives from a day on.',
  input: MoveResidence,
  output: PersonId,
  allow: canFor<{ personId: string }>('person.amend', (_tx, { personId }) => personId),
  async run({ tx, write, today, newId, about }, { personId, placeId, movedOn }) {
    await getPerson(tx, personId)
    about(personId)
    if (compareDates(movedOn, today) > 0) throw refuse('residence.in_future', {}, { field: 'movedOn' })
    await requireHome(tx, placeId, movedOn, 'placeId')
    const last = await tx
      .selectFrom('residence')
      .selectAll()
      .where('personId', '=', personId)
      .orderBy('validFrom', 'desc')
      .executeTakeFirst()
    if (last?.validTo === null && last.placeId === placeId) {
      throw refuse('residence.same', {}, { kind: 'conflict', field: 'placeId' })
    }
    if (last?.validTo === null && last.validFrom === movedOn) {
      await write.update('residence', { placeId }, { id: last.id, validTo: null })
      return { personId }
    }
    if (last && compareDates(movedOn, last.validTo ?? last.validFrom) <= 0) {
      throw refuse('residence.before_last', { day: last.validTo ?? last.validFrom }, { field: 'movedOn' })
    }
    if (last) await write.update('residence', { validTo: addDays(movedOn, -1) }, { id: last.id, validTo: null })
    await write.insert('residence', { id: newId(), personId, placeId, validFrom: movedOn, validTo: null })
    return { personId }
  },
})

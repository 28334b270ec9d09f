import { can } from '../../../kernel/access/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuseFields } from '../../../kernel/refusal/index.ts'
import { birthUnknown, PersonId, RegisterPerson } from '../contract.ts'
import { requireHome } from '../queries/home.ts'
import { askWhetherAnother, findAlike, refuseKnownNik } from '../queries/looks-like.ts'
import type { Tables } from '../queries/person-places.ts'
import { readPerson } from '../rules/read-person.ts'
import { numberColumns } from '../rules/seal-number.ts'

/**
 * The permission is asked at the place where the actor works, because somebody new has no place yet; that place keeps
 * the record. Another room calls this with the place of its own act.
 */
export const registerPerson = operation<Tables>()({
  name: 'person.register',
  about: 'Registers a person: a name and a year or date of birth; phone, address, NIK and residence where known.',
  input: RegisterPerson,
  output: PersonId,
  allow: can<{ placeId: string }>('person.register', (_db, { placeId }) => placeId),
  async run({ tx, write, now, today, ring, newId, about, confirm }, input) {
    const { read, issues } = readPerson(input, today)
    if (issues.length > 0) throw refuseFields(issues)
    await refuseKnownNik(tx, ring, read.nik)
    if (input.residencePlaceId) await requireHome(tx, input.residencePlaceId, today, 'residencePlaceId')
    if (read.birthYear === null) confirm(birthUnknown, {}, 'birthYear')
    askWhetherAnother(confirm, read, (await findAlike(tx, [read])).get(0))

    const id = newId()
    about(id)
    const { nik, ...plain } = read
    await write.insert('person', {
      id,
      ...plain,
      ...numberColumns(ring, nik),
      keeperPlaceId: input.placeId,
      madeAt: now,
      erasedAt: null,
    })
    if (input.residencePlaceId) {
      const home = { personId: id, placeId: input.residencePlaceId, validFrom: today, validTo: null }
      await write.insert('residence', { id: newId(), ...home })
    }
    return { personId: id }
  },
})

import { eraseSubject } from '../../../kernel/erasure/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import type { Eraser } from '../../../kernel/registry/index.ts'
import { ErasePerson, PersonId } from '../contract.ts'
import { canFor, getPerson } from '../queries/person-places.ts'
import type { Tables } from '../queries/person-places.ts'
import type { PeopleTables } from '../tables.ts'

/** What stands in place of a name that was erased. */
const erasedName = 'Dihapus'

/**
 * Overwrites what the room holds about a person. The id stays, so that amounts and links keep their sense; where the
 * person lived, with whom, and in whose care goes. Consents stay: they say nothing but what was allowed and when.
 */
export const eraseHook: Eraser = async (context, personId) => {
  const { tx, write, now } = context as OperationContext<PeopleTables>
  const nothing = { birthOn: null, birthYear: null, sex: null, phone: null, address: null }
  const numbers = { nikSealed: null, nikHash: null, nikEnd: null }
  const gone = { fullName: erasedName, nameKey: '', ...nothing, ...numbers, erasedAt: now }
  await write.update('person', gone, { id: personId })
  await write.remove('residence', { personId })
  await write.remove('guardian', { wardId: personId })
  await write.remove('guardian', { guardianId: personId })
  for (const { householdId } of await write.remove('householdMember', { personId })) {
    const others = await tx.selectFrom('householdMember').select('id').where('householdId', '=', householdId).execute()
    if (others.length > 0) continue
    await write.update('household', { kkSealed: null, kkHash: null, kkEnd: null, placeId: null }, { id: householdId })
  }
}

/**
 * At the wish of the person, or when the purpose is done (UU 27/2022 on personal data). Every part of the program
 * overwrites what it holds; amounts stay. It cannot be undone.
 */
export const erasePerson = operation<Tables>()({
  name: 'person.erase',
  about: 'Erases what is known of a person, everywhere and for good; amounts stay.',
  input: ErasePerson,
  output: PersonId,
  grave: true,
  allow: canFor<{ personId: string }>('person.erase', (_tx, { personId }) => personId),
  async run(context, { personId }) {
    await getPerson(context.tx, personId)
    context.about(personId)
    await eraseSubject(context as OperationContext<never>, personId)
    return { personId }
  },
})

import { addMonths, compareDates } from '../../../kernel/clock/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { EndGuardian, GuardianshipId, NameGuardian } from '../contract.ts'
import { canFor, getPerson } from '../queries/person-places.ts'
import type { Read, Tables } from '../queries/person-places.ts'

/** Asumsi, until the city says otherwise: whoever is under 18 is a child, and cannot be a guardian. */
const adultMonths = 18 * 12

export function isChild(birthOn: string | null, birthYear: number | null, today: string): boolean {
  // Of a year alone the last day decides: nobody is taken for an adult too soon.
  const born = birthOn ?? (birthYear === null ? null : `${birthYear}-12-31`)
  return born !== null && compareDates(addMonths(born, adultMonths), today) > 0
}

export const nameGuardian = operation<Tables>()({
  name: 'guardian.name',
  about: 'Names who answers for a child or another ward, from a day on.',
  input: NameGuardian,
  output: GuardianshipId,
  allow: canFor<{ wardId: string }>('person.guardian', (_tx, { wardId }) => wardId),
  async run({ tx, write, today, newId, about }, { wardId, guardianId, relation, validFrom }) {
    if (wardId === guardianId) throw refuse('guardian.self', {}, { field: 'guardianId' })
    await lockPersons(tx, [wardId, guardianId])
    await getPerson(tx, wardId)
    const guardian = await getPerson(tx, guardianId)
    about(wardId)
    if (isChild(guardian.birthOn, guardian.birthYear, today)) {
      throw refuse('guardian.is_child', {}, { field: 'guardianId' })
    }
    if (compareDates(validFrom, today) > 0) throw refuse('guardian.in_future', {}, { field: 'validFrom' })
    if (await guards(tx, wardId, guardianId)) throw refuse('guardian.circle', {}, { field: 'guardianId' })
    if (await guards(tx, guardianId, wardId)) throw alreadyGuardian()
    const guardianshipId = newId()
    await write.insert('guardian', { id: guardianshipId, wardId, guardianId, relation, validFrom, validTo: null })
    return { guardianshipId }
  },
})

export const endGuardian = operation<Tables>()({
  name: 'guardian.end',
  about: 'Ends a guardianship; the day is its last one.',
  input: EndGuardian,
  output: GuardianshipId,
  allow: canFor<{ guardianshipId: string }>(
    'person.guardian',
    async (tx, { guardianshipId }) => (await getGuardianship(tx, guardianshipId)).wardId,
  ),
  async run({ tx, write, about }, { guardianshipId, endedOn }) {
    const { wardId, validFrom } = await getGuardianship(tx, guardianshipId)
    about(wardId)
    if (compareDates(endedOn, validFrom) < 0) {
      throw refuse('guardian.ended_before_begun', { day: validFrom }, { field: 'endedOn' })
    }
    const [ended] = await write.update('guardian', { validTo: endedOn }, { id: guardianshipId, validTo: null })
    if (!ended) throw refuse('guardian.already_ended', {}, { kind: 'conflict' })
    return { guardianshipId }
  },
})

/** Whether one answers for the other now. */
export async function guards(tx: Read, guardianId: string, wardId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('guardian')
    .select('id')
    .where('guardianId', '=', guardianId)
    .where('wardId', '=', wardId)
    .where('validTo', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Holds the rows of both until the commit, in one order, so that two answers about the same two cannot cross. */
export async function lockPersons(tx: Read, personIds: readonly string[]): Promise<void> {
  await tx.selectFrom('person').select('id').where('id', 'in', personIds).orderBy('id').forNoKeyUpdate().execute()
}

async function getGuardianship(tx: Read, guardianshipId: string) {
  const found = await tx.selectFrom('guardian').selectAll().where('id', '=', guardianshipId).executeTakeFirst()
  if (!found) throw refuse('guardian.not_found', {}, { kind: 'not_found' })
  return found
}

export const alreadyGuardian = () => refuse('guardian.already', {}, { kind: 'conflict', field: 'guardianId' })

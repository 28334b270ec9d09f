import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { LinkPerson, PersonId } from '../contract.ts'
import { canFor, getPerson } from '../queries/person-places.ts'
import type { Tables } from '../queries/person-places.ts'
import { lockPersons } from './guardian.ts'

/** Moves nothing: rows elsewhere keep the id as written. Links never form a chain, so one look-up always suffices. */
export const linkPerson = operation<Tables>()({
  name: 'person.link',
  about: 'Says that two records are one person, and which of them stands for both.',
  input: LinkPerson,
  output: PersonId,
  allow: canFor<{ personId: string }>('person.link', (_tx, { personId }) => personId),
  async run({ tx, write, now, newId, about }, { personId, canonicalId, reason }) {
    if (personId === canonicalId) throw refuse('person.link_self', {}, { field: 'canonicalId' })
    await lockPersons(tx, [personId, canonicalId])
    await getPerson(tx, personId)
    await getPerson(tx, canonicalId)
    about(personId)
    const links = await tx
      .selectFrom('personCanonical')
      .select(['personId', 'canonicalId'])
      .where((eb) => eb.or([eb('personId', 'in', [personId, canonicalId]), eb('canonicalId', '=', personId)]))
      .execute()
    if (links.some((link) => link.personId === personId)) throw alreadyLinked()
    if (links.length > 0) throw refuse('person.link_chain', {}, { kind: 'conflict', field: 'canonicalId' })
    await write.insert('personCanonical', { id: newId(), personId, canonicalId, reason, linkedAt: now })
    return { personId }
  },
})

export const unlinkPerson = operation<Tables>()({
  name: 'person.unlink',
  about: 'Takes back that two records are one person; each is its own again.',
  input: PersonId,
  output: PersonId,
  allow: canFor<{ personId: string }>('person.link', (_tx, { personId }) => personId),
  async run({ write, about }, { personId }) {
    about(personId)
    const removed = await write.remove('personCanonical', { personId })
    if (removed.length === 0) throw refuse('person.not_linked', {}, { kind: 'conflict' })
    return { personId }
  },
})

export const alreadyLinked = () => refuse('person.already_linked', {}, { kind: 'conflict', field: 'personId' })

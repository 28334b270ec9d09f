import { either, own, personIdOf } from '../../../kernel/access/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { ConsentId, GiveConsent } from '../contract.ts'
import { canFor, getPerson, readable } from '../queries/person-places.ts'
import type { Read, Tables } from '../queries/person-places.ts'
import { guards, isChild } from './guardian.ts'

type Given = { personId: string; guardianId?: string | undefined }

/**
 * Consent is recorded with the version of the text that was read (UU 27/2022, articles 20 and 22); a child's is given
 * by a guardian (article 25). A newer version is given anew after the older was withdrawn.
 */
export const giveConsent = operation<Tables>()({
  name: 'consent.give',
  about: 'Records that a person, or the guardian, agrees to a purpose in a version of its text.',
  input: GiveConsent,
  output: ConsentId,
  allow: either(
    own<Given>((_db, { personId, guardianId }) => guardianId ?? personId),
    canFor<Given>('person.consent', (_tx, { personId }) => personId),
  ),
  async run({ tx, write, now, today, actor, newId, about }, { personId, purpose, textVersion, guardianId }) {
    const person = await getPerson(tx, personId)
    about(personId)
    if (guardianId === undefined && isChild(person.birthOn, person.birthYear, today)) {
      throw refuse('consent.needs_guardian', {}, { field: 'guardianId' })
    }
    if (guardianId !== undefined && !(await guards(tx, guardianId, personId))) {
      throw refuse('consent.not_the_guardian', {}, { field: 'guardianId' })
    }
    const open = await tx
      .selectFrom('consent')
      .select('id')
      .where('personId', '=', personId)
      .where('purpose', '=', purpose)
      .where('withdrawnAt', 'is', null)
      .executeTakeFirst()
    if (open) throw alreadyGiven()
    const self = personIdOf(actor)
    const givenVia = self === personId ? 'own' : self !== undefined && self === guardianId ? 'guardian' : 'staff'
    const consentId = newId()
    const consent = { id: consentId, personId, purpose, textVersion, givenAt: now, withdrawnAt: null }
    await write.insert('consent', { ...consent, givenVia, givenById: guardianId ?? null })
    return { consentId }
  },
})

/** Withdrawing is as easy as giving; who gave it as a guardian may withdraw it too. */
export const withdrawConsent = operation<Tables>()({
  name: 'consent.withdraw',
  about: 'Withdraws a consent; what was done under it before stays lawful.',
  input: ConsentId,
  output: ConsentId,
  allow: either(
    own<{ consentId: string }>(async (db, { consentId }) => (await getConsent(readable(db), consentId)).personId),
    either(
      own<{ consentId: string }>(async (db, { consentId }) => {
        const { givenById, personId } = await getConsent(readable(db), consentId)
        return givenById !== null && (await guards(readable(db), givenById, personId)) ? givenById : ''
      }),
      canFor<{ consentId: string }>(
        'person.consent',
        async (tx, { consentId }) => (await getConsent(tx, consentId)).personId,
      ),
    ),
  ),
  async run({ tx, write, now, about }, { consentId }) {
    about((await getConsent(tx, consentId)).personId)
    const [withdrawn] = await write.update('consent', { withdrawnAt: now }, { id: consentId, withdrawnAt: null })
    if (!withdrawn) throw refuse('consent.already_withdrawn', {}, { kind: 'conflict' })
    return { consentId }
  },
})

async function getConsent(tx: Read, consentId: string) {
  const consent = await tx.selectFrom('consent').selectAll().where('id', '=', consentId).executeTakeFirst()
  if (!consent) throw refuse('consent.not_found', {}, { kind: 'not_found' })
  return consent
}

export const alreadyGiven = () => refuse('consent.already_given', {}, { kind: 'conflict', field: 'purpose' })

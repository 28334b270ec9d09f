import type { ConstraintRefusals } from '../../kernel/database/index.ts'
import { refuse } from '../../kernel/refusal/index.ts'
import { alreadyGiven } from './operations/consent.ts'
import { alreadyGuardian } from './operations/guardian.ts'
import { inAnother, kkKnown } from './operations/household.ts'
import { alreadyLinked } from './operations/link-person.ts'
import { nikKnown } from './queries/looks-like.ts'

/** What the database says when two come at once, or a place is not there. */
export const constraints: ConstraintRefusals = {
  person_nik_key: nikKnown,
  person_keeper_place_id_fkey: () => refuse('person.place_unknown', {}, { kind: 'not_found' }),
  residence_one_open: () => refuse('residence.moved_meanwhile', {}, { kind: 'conflict' }),
  household_kk_key: kkKnown,
  household_member_one_open: inAnother,
  guardian_one_open: alreadyGuardian,
  person_canonical_once: alreadyLinked,
  consent_one_open: alreadyGiven,
}

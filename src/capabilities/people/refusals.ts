import type { ConstraintRefusals } from '../../kernel/database/index.ts'
import { refuse } from '../../kernel/refusal/index.ts'
import { nikKnown } from './queries/looks-like.ts'

const placeUnknown = () => refuse('person.place_unknown', {}, { kind: 'not_found' })

/** What the database says when two come at once, or a place is not there. */
export const constraints: ConstraintRefusals = {
  person_nik_key: nikKnown,
  person_keeper_place_id_fkey: placeUnknown,
}

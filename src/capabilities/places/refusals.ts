import type { ConstraintRefusals } from '../../kernel/database/index.ts'
import { refuse } from '../../kernel/refusal/index.ts'
import { aliasKnown } from './operations/add-alias.ts'

const codeTaken = () => refuse('place.code_taken', {}, { kind: 'conflict', field: 'code' })

export const constraints: ConstraintRefusals = {
  place_code_key: codeTaken,
  place_code_once: codeTaken,
  place_alias_once: aliasKnown,
}

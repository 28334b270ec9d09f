import type { ConstraintRefusals } from '../../kernel/database/index.ts'
import { refuse } from '../../kernel/refusal/index.ts'

const busy = () => refuse('claim.busy', {}, { kind: 'conflict' })

export const constraints: ConstraintRefusals = { claim_number_key: busy, claim_series_pkey: busy }

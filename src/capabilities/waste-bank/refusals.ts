import type { ConstraintRefusals } from '../../kernel/database/index.ts'
import { refuse } from '../../kernel/refusal/index.ts'

/** Which constraint of this room says what. */
export const constraints: ConstraintRefusals = {
  waste_unit_code_key: () => refuse('waste_unit.code_taken', {}, { field: 'code', kind: 'conflict' }),
  material_code_key: () => refuse('material.code_taken', {}, { field: 'code', kind: 'conflict' }),
  price_list_key: () => refuse('price.list_exists', {}, { field: 'validFrom', kind: 'conflict' }),
  price_key: () => refuse('price.material_twice', {}, { field: 'prices', kind: 'invalid' }),
  sharing_rule_key: () => refuse('sharing.exists', {}, { field: 'validFrom', kind: 'conflict' }),
  unit_limit_key: () => refuse('limit.exists', {}, { field: 'validFrom', kind: 'conflict' }),
  member_number_key: () => refuse('member.number_taken', {}, { field: 'number', kind: 'conflict' }),
  member_person_key: () => refuse('member.joined_already', {}, { kind: 'conflict' }),
  weighing_day_one_open: () => refuse('day.open_already', {}, { kind: 'conflict' }),
  deposit_reversal_once: () => refuse('deposit.reversed_already', {}, { kind: 'conflict' }),
}

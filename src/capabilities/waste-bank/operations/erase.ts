import type { Eraser } from '../../../kernel/registry/index.ts'
import type { OperationContext } from '../../../kernel/operation/index.ts'
import type { WasteBankTables } from '../tables.ts'

/** Amounts, weights and receipts stay; what the member drew or knew by heart goes. */
export const eraseHook: Eraser = async (given, personId) => {
  const { write } = given as OperationContext<WasteBankTables>
  await write.update('withdrawalSignature', { strokes: '' }, { personId })
  await write.update('member', { pinHash: null, claimHash: '' }, { personId })
}

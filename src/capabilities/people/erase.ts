import type { OperationContext } from '../../kernel/operation/index.ts'
import type { Eraser } from '../../kernel/registry/index.ts'
import type { PeopleTables } from './tables.ts'

/** What stands in place of a name that was erased. */
export const erasedName = 'Dihapus'

/**
 * Overwrites what the room holds about a person. The id stays, so that amounts and links keep their sense; where the
 * person lived, with whom, and in whose care goes. Consents stay: they say nothing but what was allowed and when.
 */
export const eraseHook: Eraser = async (context, personId) => {
  const { tx, write, now } = context as OperationContext<PeopleTables>
  const nothing = { birthOn: null, birthYear: null, sex: null, phone: null, address: null }
  const numbers = { nikSealed: null, nikHash: null, nikEnd: null }
  await write.update(
    'person',
    { fullName: erasedName, nameKey: '', ...nothing, ...numbers, erasedAt: now },
    { id: personId },
  )
  await write.remove('residence', { personId })
  await write.remove('guardian', { wardId: personId })
  await write.remove('guardian', { guardianId: personId })
  for (const { householdId } of await write.remove('householdMember', { personId })) {
    const others = await tx.selectFrom('householdMember').select('id').where('householdId', '=', householdId).execute()
    if (others.length > 0) continue
    await write.update('household', { kkSealed: null, kkHash: null, kkEnd: null, placeId: null }, { id: householdId })
  }
}

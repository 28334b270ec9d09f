import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { OrderMaterials, SetLimit, SetSharing } from '../contract.ts'
import type { WasteBankTables } from '../tables.ts'

export const setSharing = operation<WasteBankTables>()({
  name: 'sharing.set',
  about: 'Sets how a line is shared between member and unit, from a day on.',
  input: SetSharing,
  output: z.strictObject({ ruleId: z.uuid() }),
  allow: can('waste.rules.manage', (_db, input: { unitId: string }) => input.unitId),
  async run({ tx, write, newId, now, userId }, input) {
    if (input.kind === 'margin' && input.memberBasisPoints !== 10_000) {
      throw refuse('sharing.margin_is_whole', {}, { field: 'memberBasisPoints' })
    }
    const { used } = await tx
      .selectFrom('deposit')
      .select((eb) => eb.fn.countAll<number>().as('used'))
      .where('unitId', '=', input.unitId)
      .where('businessDay', '>=', input.validFrom)
      .executeTakeFirstOrThrow()
    if (used > 0)
      throw refuse('sharing.used', { n: used, from: input.validFrom }, { field: 'validFrom', kind: 'conflict' })
    const rule = await write.insert('sharingRule', { id: newId(), ...input, madeBy: userId(), madeAt: now })
    return { ruleId: rule.id }
  },
})

export const setLimit = operation<WasteBankTables>()({
  name: 'limit.set',
  about: 'Sets above which weight a second person is needed, from a day on.',
  input: SetLimit,
  output: z.strictObject({ limitId: z.uuid() }),
  allow: can('waste.rules.manage', (_db, input: { unitId: string }) => input.unitId),
  async run({ write, newId, now, userId }, input) {
    const limit = await write.insert('unitLimit', { id: newId(), ...input, madeBy: userId(), madeAt: now })
    return { limitId: limit.id }
  },
})

export const orderMaterials = operation<WasteBankTables>()({
  name: 'material.order',
  about: 'Sets the favourite order of materials on a unit’s screen.',
  input: OrderMaterials,
  output: z.strictObject({}),
  allow: can('waste.rules.manage', (_db, input: { unitId: string }) => input.unitId),
  async run({ tx, write }, { unitId, materialIds }) {
    const rows = await tx.selectFrom('unitMaterial').select(['id', 'materialId']).where('unitId', '=', unitId).execute()
    const byMaterial = new Map(rows.map((row) => [row.materialId, row.id]))
    for (const [index, materialId] of materialIds.entries()) {
      const id = byMaterial.get(materialId)
      if (!id) throw refuse('material.unknown', {}, { field: `materialIds.${index}`, kind: 'invalid' })
      await write.update('unitMaterial', { position: index + 1 }, { id })
    }
    return {}
  },
})

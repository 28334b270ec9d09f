import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { ensureCommodity } from '../../../kernel/ledger/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { AddMaterial, CloseMaterial } from '../contract.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { cityPlace } from '../../places/index.ts'
import type { WasteBankTables } from '../tables.ts'

export const addMaterial = operation<WasteBankTables>()({
  name: 'material.add',
  about: 'Adds a material that units may put on their price lists.',
  input: AddMaterial,
  output: z.strictObject({ materialId: z.uuid() }),
  allow: can('waste.material.manage', (db) => cityPlace(db)),
  async run(context, input) {
    const commodity = await ensureCommodity(context, {
      code: `waste:${input.code}`,
      name: input.nameId,
      measure: input.measure,
    })
    const row = { id: context.newId(), ...input, commodityId: commodity.id, validTo: null }
    const made = await context.write.insert('material', row)
    return { materialId: made.id }
  },
})

export const closeMaterial = operation<WasteBankTables>()({
  name: 'material.close',
  about: 'Takes a material off from a day on; what was weighed before stays.',
  input: CloseMaterial,
  output: z.strictObject({}),
  allow: can('waste.material.manage', (db) => cityPlace(db)),
  async run({ write }, { materialId, validTo }) {
    const [closed] = await write.update('material', { validTo }, { id: materialId, validTo: null })
    if (!closed) throw refuse('material.closed_already', {}, { kind: 'conflict' })
    return {}
  },
})

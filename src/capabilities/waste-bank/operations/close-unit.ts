import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { CloseUnit } from '../contract.ts'
import type { WasteBankTables } from '../tables.ts'

export const closeUnit = operation<WasteBankTables>()({
  name: 'waste_unit.close',
  about: 'Closes a unit from a day on; savings stay with their members.',
  input: CloseUnit,
  output: z.strictObject({}),
  allow: can('waste.unit.manage', (_db, input: { unitId: string }) => input.unitId),
  async run({ tx, write }, { unitId, closedOn }) {
    const openDay = await tx
      .selectFrom('weighingDay')
      .select('id')
      .where('unitId', '=', unitId)
      .where('closedAt', 'is', null)
      .executeTakeFirst()
    if (openDay) throw refuse('waste_unit.day_still_open')
    const [closed] = await write.update('wasteUnit', { closedOn }, { id: unitId, closedOn: null })
    if (!closed) throw refuse('waste_unit.closed_already', {}, { kind: 'conflict' })
    return {}
  },
})

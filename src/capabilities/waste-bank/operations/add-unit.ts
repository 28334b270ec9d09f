import { z } from 'zod'
import { can } from '../../../kernel/access/index.ts'
import { ensureCommodity, openAccounts } from '../../../kernel/ledger/index.ts'
import type { NewAccount } from '../../../kernel/ledger/index.ts'
import { operation } from '../../../kernel/operation/index.ts'
import { refuse } from '../../../kernel/refusal/index.ts'
import { addPlace } from '../../places/index.ts'
import { AddUnit } from '../contract.ts'
import type { WasteBankTables } from '../tables.ts'

/** A second unit joins without a developer: a place, its own accounts, and its code on every receipt. */
export const addUnit = operation<WasteBankTables>()({
  name: 'waste_unit.add',
  about: 'Opens a waste bank unit in a kelurahan, with its cash box and stock accounts.',
  input: AddUnit,
  output: z.strictObject({ unitId: z.uuid() }),
  allow: can('waste.unit.manage', (_db, input: { kelurahanId: string }) => input.kelurahanId),
  async run(context, { kelurahanId, name, code, address, openedOn }) {
    // Said in the room's own words before the place says it of its code.
    const taken = await context.tx.selectFrom('wasteUnit').select('id').where('code', '=', code).executeTakeFirst()
    if (taken) throw refuse('waste_unit.code_taken', {}, { field: 'code', kind: 'conflict' })
    const unitId = await addPlace(context, {
      kind: 'waste_unit',
      name,
      parentId: kelurahanId,
      code: `waste:${code}`,
      validFrom: openedOn,
    })
    const rupiah = await ensureCommodity(context, { code: 'IDR', name: 'Rupiah', measure: 'rupiah' })
    const of = (purpose: string, side: 'debit' | 'credit', floor: number | null): NewAccount => ({
      purpose,
      side,
      floor,
      ownerKind: 'waste_unit',
      ownerId: unitId,
      placeId: unitId,
      commodityId: rupiah.id,
    })
    const accounts = await openAccounts(context, [
      of('cash', 'debit', 0),
      of('unit_share', 'credit', null),
      of('stock_value', 'debit', 0),
      of('cash_outside', 'credit', null),
      of('cash_difference', 'debit', null),
    ])
    const [cash, share, stockValue, outside, difference] = accounts.map((account) => account.id) as Five
    await context.write.insert('wasteUnit', {
      id: unitId,
      code,
      address,
      openedOn,
      closedOn: null,
      cashAccountId: cash,
      shareAccountId: share,
      stockValueAccountId: stockValue,
      cashOutsideAccountId: outside,
      cashDifferenceAccountId: difference,
    })
    return { unitId }
  },
})

type Five = [string, string, string, string, string]

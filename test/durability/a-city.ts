import { readConfig } from '../../src/kernel/config/index.ts'
import { openCity } from '../../src/cities/open-city.ts'
import type { OpenCity } from '../../src/cities/open-city.ts'
import { openDay } from '../../src/capabilities/waste-bank/index.ts'

const quiet = { info: () => undefined }

export interface WorkingCity extends OpenCity {
  readonly userId: string
  readonly unitId: string
  readonly materialId: string
  readonly memberIds: readonly string[]
}

/** The demo on a folder of its own, with its teller's day open: enough to weigh. */
export async function aWorkingCity(dataDir: string): Promise<WorkingCity> {
  const city = await openCity(readConfig({ DAHA_DATA: dataDir }), quiet)
  await city.seed(() => undefined)
  const one = async <R extends Record<string, string>>(sql: string, values: unknown[] = []) =>
    (await city.app.pool.pg.query<R>(sql, values)).rows
  const [user] = await one<{ id: string }>(`select id from user_account where user_name = 'teller.hijau'`)
  const [unit] = await one<{ id: string }>(`select id from waste_unit where code = 'HD'`)
  const [material] = await one<{ id: string }>(`select id from material where code = 'pet'`)
  const unitId = unit?.id ?? ''
  const userId = user?.id ?? ''
  const members = await one<{ id: string }>('select id from member where unit_id = $1 order by number', [unitId])
  const caller = city.app.caller({ kind: 'token', userId, personId: null, tokenId: userId })
  const [cash] = await one<{ cash: string }>(
    'select a.balance::text as cash from waste_unit u join account a on a.id = u.cash_account_id where u.id = $1',
    [unitId],
  )
  await caller.do(openDay, { unitId, counted: Number(cash?.cash ?? 0) }, { key: 'durability' })
  return { ...city, userId, unitId, materialId: material?.id ?? '', memberIds: members.map((member) => member.id) }
}

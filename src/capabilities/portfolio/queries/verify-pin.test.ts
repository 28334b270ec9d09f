import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../../kernel/audit/index.ts'
import { openOrchard } from '../testing.ts'
import type { Orchard } from '../testing.ts'
import { listContributions } from './list-contributions.ts'
import { verifyPin } from './verify-pin.ts'

let orchard: Orchard
let pinId: string
let ids: string[]
const hand = (sql: string, values: unknown[] = []) => orchard.city.superuser.query(sql, values)
beforeAll(async () => {
  orchard = await openOrchard()
  ;({ pinId } = await orchard.claim())
  ids = (await orchard.city.guest.ask(listContributions, { pinId, size: 200 })).rows.map(({ id }) => id)
})

describe('a pin after a change by hand', () => {
  it('holds as long as nothing was changed', async () => {
    const verified = await orchard.team.ask(verifyPin, { pinId })
    expect(verified).toMatchObject({ n: 12, rootHolds: true, changed: [], missing: [] })
  })

  it('names the record that was changed, and the one that is gone', async () => {
    await hand('update picking set grams = 1600 where id = $1', [ids[3]])
    await hand('delete from picking where id = $1', [ids[7]])
    expect(await orchard.team.ask(verifyPin, { pinId })).toMatchObject({
      rootHolds: true,
      changed: [ids[3]],
      missing: [ids[7]],
    })
    const found = (await verify(orchard.city.app)).findings.filter(({ table }) => table === 'picking')
    expect(found.map(({ id, what }) => [id, what])).toEqual([
      [ids[3], 'changed'],
      [ids[7], 'missing'],
    ])
  })

  it('says that its own list was changed, and verify names which', async () => {
    await hand('update pin_contribution set row_hash = $1 where contribution_id = $2', ['sFalse', ids[0]])
    expect(await orchard.team.ask(verifyPin, { pinId })).toMatchObject({ rootHolds: false })
    const { findings } = await verify(orchard.city.app)
    expect(findings).toContainEqual(expect.objectContaining({ table: 'pin_contribution', id: `${pinId}/${ids[0]}` }))
    expect(findings).toContainEqual(expect.objectContaining({ table: 'pin', id: pinId, what: 'not_derived' }))
  })

  it('is verified by nobody without permission', async () => {
    await expect(orchard.city.guest.ask(verifyPin, { pinId })).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

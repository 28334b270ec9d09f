import { beforeAll, describe, expect, it } from 'vitest'
import { getPublicClaim } from '../queries/get-public-claim.ts'
import { openOrchard } from '../testing.ts'
import type { Orchard } from '../testing.ts'
import { withdrawClaim } from './withdraw-claim.ts'

let orchard: Orchard
beforeAll(async () => {
  orchard = await openOrchard()
})

describe('claim.withdraw', () => {
  it('leaves the claim to be read, with the reason', async () => {
    const { claimId, token } = await orchard.claim()
    await orchard.team.do(withdrawClaim, { claimId, reason: 'Tempatnya keliru.' })
    const claim = await orchard.city.guest.ask(getPublicClaim, { token })
    expect(claim.withdrawn).toEqual({ at: orchard.city.clock.now(), reason: 'Tempatnya keliru.' })
  })

  it('is refused without permission', async () => {
    const { claimId } = await orchard.claim()
    const auditor = await orchard.city.userWith({ roles: ['auditor'] })
    for (const caller of [auditor, orchard.city.guest]) {
      const asked = caller.do(withdrawClaim, { claimId, reason: 'Tidak suka' })
      await expect(asked).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  it('is refused a second time, without a reason, and for what is not there', async () => {
    const { claimId } = await orchard.claim()
    await orchard.team.do(withdrawClaim, { claimId, reason: 'Tempatnya keliru.' })
    const again = orchard.team.do(withdrawClaim, { claimId, reason: 'Sekali lagi' })
    await expect(again).rejects.toMatchObject({ code: 'claim.withdrawn_already', kind: 'conflict' })
    await expect(orchard.team.do(withdrawClaim, { claimId, reason: ' ' })).rejects.toMatchObject({ kind: 'invalid' })
    const unknown = { claimId: '01990000-0000-7000-8000-000000000000', reason: 'Tidak ada' }
    await expect(orchard.team.do(withdrawClaim, unknown)).rejects.toMatchObject({ code: 'claim.unknown' })
  })

  it('sent again with the same key gives the same answer', async () => {
    const { claimId } = await orchard.claim()
    const input = { claimId, reason: 'Tempatnya keliru.' }
    const first = await orchard.team.do(withdrawClaim, input, { key: 'withdraw' })
    expect(await orchard.team.do(withdrawClaim, input, { key: 'withdraw' })).toEqual(first)
  })
})

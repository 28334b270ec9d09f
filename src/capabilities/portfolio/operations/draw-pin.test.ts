import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { getDraw } from '../queries/get-draw.ts'
import { listContributions } from '../queries/list-contributions.ts'
import { openGuest } from '../queries/open-guest.ts'
import { drawSample } from '../rules/draw-sample.ts'
import { openOrchard } from '../testing.ts'
import type { Orchard } from '../testing.ts'
import { drawPin } from './draw-pin.ts'
import { withdrawClaim } from './withdraw-claim.ts'

let orchard: Orchard
let pinId: string
let claimId: string
beforeAll(async () => {
  orchard = await openOrchard()
  ;({ pinId, claimId } = await orchard.claim())
})

describe('pin.draw', () => {
  it('draws what anybody can draw again from the public list', async () => {
    const { city, team } = orchard
    const { drawId, drawnIds } = await team.do(drawPin, { pinId, k: 3, seed: '4-2-6-1' })
    const { rows } = await city.guest.ask(listContributions, { pinId, size: 200 })
    const byHand = rows
      .map(({ id }) => [createHash('sha256').update(`4-2-6-1${id}`).digest('hex'), id] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
    expect(drawnIds).toEqual(byHand.slice(0, 3).map(([, id]) => id))
    const draw = await city.guest.ask(getDraw, { drawId })
    expect(draw).toMatchObject({ k: 3, n: 12, seed: '4-2-6-1', seedGiven: true })
    expect(draw.drawn.map(({ hash }) => hash)).toEqual(byHand.slice(0, 3).map(([hash]) => hash))
    const shown = await team.ask(openGuest, { pinId, drawId })
    expect(shown.rows.map(({ id }) => id).toSorted()).toEqual(drawnIds.toSorted())
    expect(shown.rows.every(({ details }) => details[0] === 'S••• A•••')).toBe(true)
    expect(shown).toMatchObject({ n: 12, root: draw.root, total: 3 })
  })

  it('makes a seed when none is brought, another each time', async () => {
    const seeds = [await orchard.team.do(drawPin, { pinId, k: 1 }), await orchard.team.do(drawPin, { pinId, k: 1 })]
    expect(seeds[0]?.seed).toMatch(/^[a-z2-7]{26}$/)
    expect(seeds[0]?.seed).not.toBe(seeds[1]?.seed)
  })

  it('is refused without permission', async () => {
    const teller = await orchard.city.userWith({ roles: ['teller'] })
    await expect(teller.do(drawPin, { pinId, k: 1 })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(orchard.city.guest.ask(openGuest, { pinId })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(teller.ask(openGuest, { pinId })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('draws no more than there are, and nothing of what is not there', async () => {
    const { team, city } = orchard
    await expect(team.do(drawPin, { pinId, k: 13 })).rejects.toMatchObject({ code: 'draw.more_than_there_are' })
    await expect(team.do(drawPin, { pinId, k: 0 })).rejects.toMatchObject({ code: 'input.invalid' })
    const unknown = '01990000-0000-7000-8000-000000000000'
    await expect(team.do(drawPin, { pinId: unknown, k: 1 })).rejects.toMatchObject({ code: 'claim.unknown' })
    await expect(city.guest.ask(getDraw, { drawId: unknown })).rejects.toMatchObject({ code: 'draw.unknown' })
    await expect(team.ask(openGuest, { pinId, drawId: unknown })).rejects.toMatchObject({ code: 'draw.unknown' })
  })

  it('sent again with the same key is the same draw', async () => {
    const first = await orchard.team.do(drawPin, { pinId, k: 2 }, { key: 'draw' })
    expect(await orchard.team.do(drawPin, { pinId, k: 2 }, { key: 'draw' })).toEqual(first)
  })

  it('is refused once the claim is withdrawn', async () => {
    await orchard.team.do(withdrawClaim, { claimId, reason: 'Salah tempat' })
    await expect(orchard.team.do(drawPin, { pinId, k: 1 })).rejects.toMatchObject({ code: 'draw.claim_withdrawn' })
  })
})

it('a draw does not depend on the order of the ids, and a larger one begins with the smaller', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 30 }), fc.string(), fc.nat(), (ids, seed, n) => {
      const k = 1 + (n % ids.length)
      const drawn = drawSample(ids, k, seed)
      expect(new Set(drawn).size).toBe(k)
      expect(drawSample(ids.toReversed(), k, seed)).toEqual(drawn)
      expect(drawSample(ids, ids.length, seed).slice(0, k)).toEqual(drawn)
    }),
  )
})

import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../../kernel/audit/index.ts'
import { pdfText } from '../../../kernel/documents/testing.ts'
import { checkPaper } from '../queries/check-paper.ts'
import { getClaimPage } from '../queries/get-claim-page.ts'
import { getPublicClaim } from '../queries/get-public-claim.ts'
import { listClaims } from '../queries/list-claims.ts'
import { listContributions } from '../queries/list-contributions.ts'
import { OCTOBER, openOrchard, SENTENCE } from '../testing.ts'
import type { Orchard } from '../testing.ts'
import { makeClaim } from './make-claim.ts'

let orchard: Orchard
beforeAll(async () => {
  orchard = await openOrchard()
})

describe('claim.make', () => {
  it('pins the figure as it stands and makes its page', async () => {
    const { city } = orchard
    const made = await orchard.claim()
    expect(made).toMatchObject({ number: 'KL-2026-000001', n: 12, amount: 18_000 })
    const claim = await city.guest.ask(getPublicClaim, { token: made.token })
    expect(claim).toMatchObject({
      number: 'KL-2026-000001',
      sentenceId: 'Kebun Satu memetik 18 kg apel pada Oktober.',
      businessAsOf: '2026-10-09',
      recordedAsOf: city.clock.now(),
      withdrawn: null,
      reported: 1,
      population: 1,
      today: { state: 'same', amount: 18_000 },
      root: made.root,
    })
    const { pdf } = await city.guest.ask(getClaimPage, { token: made.token })
    const bytes = Buffer.from(pdf, 'base64')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.documentHash)
    const text = pdfText(bytes)
    for (const words of ['KL-2026-000001', 'memetik 18 kg apel', made.root.slice(0, 16), made.token, 'data contoh']) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(words)
    }
    expect((await verify(city.app)).findings).toEqual([])
  })

  it('is refused without permission, with one that ended yesterday, and to a guest', async () => {
    const { city } = orchard
    const late = await city.userWith({ roles: ['smart_city_team'], to: '2026-10-09' })
    for (const caller of [city.guest, await city.userWith({ roles: ['teller'] }), late]) {
      await expect(caller.do(makeClaim, { ...SENTENCE, ...OCTOBER })).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })

  it.each([
    [{ textId: 'Kebun Satu memetik banyak apel.' }, 'input.invalid'],
    [{ textEn: 'From [angka] to [angka] of apples.' }, 'input.invalid'],
    [{ from: '2026-09-01', businessAsOf: '2026-09-30' }, 'claim.nothing_to_count'],
    [{ businessAsOf: '2026-10-11' }, 'indicator.day_in_future'],
    [{ name: 'pear.weight' }, 'indicator.unknown'],
    [{ programmeId: '01990000-0000-7000-8000-000000000000' }, 'claim.programme_unknown'],
  ])('refuses %j', async (change, code) => {
    const input = { ...SENTENCE, ...OCTOBER, ...change }
    await expect(orchard.team.do(makeClaim, input)).rejects.toMatchObject({ code })
  })

  it('refuses a figure of so few records that it would be somebody’s own', async () => {
    await orchard.pickMore(4, { pickedOn: '2026-08-03' })
    const input = { ...SENTENCE, ...OCTOBER, from: '2026-08-01', businessAsOf: '2026-08-31' }
    await expect(orchard.team.do(makeClaim, input)).rejects.toMatchObject({ code: 'claim.too_few' })
  })

  it('sent again with the same key makes nothing new; numbers have no gap, not even at one moment', async () => {
    const first = await orchard.claim('once')
    expect(await orchard.claim('once')).toEqual(first)
    const more = await Promise.all([orchard.claim(), orchard.claim(), orchard.claim()])
    const numbers = [first, ...more].map(({ number }) => number).toSorted()
    expect(numbers).toEqual([2, 3, 4, 5].map((n) => `KL-2026-00000${n}`))
    const { total, rows } = await orchard.team.ask(listClaims, { sort: 'oldest', search: 'KL-2026' })
    expect(total).toBe(5)
    expect(rows[0]?.sentenceEn).toBe('Kebun Satu picked 18 kg of apples in October.')
    expect((await orchard.team.ask(listClaims, { status: 'withdrawn' })).total).toBe(0)
  })
})

describe('the paper in hand', () => {
  it('is the record to the letter, or it is not', async () => {
    const { city } = orchard
    const { token, documentHash } = await orchard.claim()
    const check = (sha256: string) => city.guest.ask(checkPaper, { token, sha256 })
    expect(await check(documentHash)).toMatchObject({ isRecord: true, isWithdrawn: false })
    expect(await check('0'.repeat(64))).toMatchObject({ isRecord: false })
    const unknown = { token: 'a'.repeat(26), sha256: documentHash }
    await expect(city.guest.ask(checkPaper, unknown)).rejects.toMatchObject({ code: 'claim.unknown' })
  })
})

describe('today beside the pin', () => {
  it('tells late entries and reversals apart once there are enough of them', async () => {
    const { city, pickMore } = orchard
    const { token, pinId } = await orchard.claim()
    const today = async () => (await city.guest.ask(getPublicClaim, { token })).today
    city.clock.set('2026-10-11T02:00:00.000Z')
    await pickMore(3, { pickedOn: '2026-10-08', timeliness: 'later' })
    expect(await today()).toEqual({ state: 'few', amount: null, n: null, late: null, reversed: null })
    await pickMore(3, { pickedOn: '2026-10-08', grams: -1500 })
    expect(await today()).toMatchObject({ state: 'together', amount: 18_000, n: 6, late: null })
    await pickMore(4, { pickedOn: '2026-10-08', timeliness: 'later' })
    await pickMore(2, { pickedOn: '2026-10-03', grams: -1500 })
    expect(await today()).toEqual({
      state: 'apart',
      amount: 21_000,
      n: 12,
      late: { n: 7, amount: 10_500 },
      reversed: { n: 5, amount: -7_500 },
    })
    const { total, rows } = await city.guest.ask(listContributions, { pinId, size: 5, page: 3 })
    expect([total, rows.length]).toEqual([12, 2])
  })
})

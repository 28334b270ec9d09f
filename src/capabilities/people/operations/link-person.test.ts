import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { getPersonShown, personConsents } from '../queries/get-person.ts'
import { canonicalOf } from '../queries/canonical.ts'
import { searchPersons } from '../queries/search-persons.ts'
import { people } from '../testing.ts'
import { giveConsent, withdrawConsent } from './consent.ts'
import { nameGuardian } from './guardian.ts'
import { linkPerson, unlinkPerson } from './link-person.ts'
import type { PeopleTables } from '../tables.ts'

const city = await openTestCity()
const unit = await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun' })
const admin = await city.userWith({ roles: ['city_admin'] })
const teller = await city.userWith({ roles: ['teller'], placeId: unit })
const aPerson = people(city, unit)
const reason = 'terdaftar di dua buku'
const db = city.app.pool.kysely<PeopleTables>()

test('two records are one person from the link on, and two again without it; nothing moves', async () => {
  const [personId, canonicalId] = [await aPerson({ fullName: 'Sri Ganda' }), await aPerson({ fullName: 'Sri Utama' })]
  const link = { personId, canonicalId, reason }
  await expect(teller.do(linkPerson, link)).rejects.toMatchObject({ code: 'access.denied' })
  await admin.do(linkPerson, link, { key: 'link' })
  await admin.do(linkPerson, link, { key: 'link' })
  expect(await canonicalOf(db, personId)).toBe(canonicalId)
  expect(await admin.ask(getPersonShown, { personId })).toMatchObject({ canonicalId, fullName: 'Sri Ganda' })
  const found = await teller.ask(searchPersons, { text: 'ganda' })
  expect(found.rows.map((row) => row.fullName)).toEqual(['Sri Utama'])
  await expect(admin.do(linkPerson, link)).rejects.toMatchObject({ code: 'person.already_linked' })

  await expect(teller.do(unlinkPerson, { personId })).rejects.toMatchObject({ code: 'access.denied' })
  await admin.do(unlinkPerson, { personId }, { key: 'unlink' })
  expect(await admin.do(unlinkPerson, { personId }, { key: 'unlink' })).toEqual({ personId })
  await expect(admin.do(unlinkPerson, { personId })).rejects.toMatchObject({ code: 'person.not_linked' })
  expect(await canonicalOf(db, personId)).toBe(personId)
  expect((await teller.ask(searchPersons, { text: 'ganda' })).rows.map((row) => row.fullName)).toEqual(['Sri Ganda'])
})

test('links form no chain and no circle, not even when two come at once', async () => {
  const [a, b, c] = [await aPerson(), await aPerson(), await aPerson()]
  const link = (personId: string, canonicalId: string) => admin.do(linkPerson, { personId, canonicalId, reason })
  await expect(link(a, a)).rejects.toMatchObject({ code: 'person.link_self' })
  await link(a, b)
  for (const [from, to] of [
    [b, a],
    [b, c],
    [c, a],
  ] as const) {
    await expect(link(from, to)).rejects.toMatchObject({ code: 'person.link_chain' })
  }
  await link(c, b)
  const [d, e, f] = [await aPerson(), await aPerson(), await aPerson()]
  const both = await Promise.allSettled([link(d, e), link(e, f)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('consent is given once a purpose and withdrawn by who gave it', async () => {
  const personId = await aPerson()
  const own = await city.userWith({ roles: ['resident'], personId })
  const stranger = await city.userWith({ roles: ['resident'], personId: await aPerson() })
  const give = { personId, purpose: 'receipts-by-message', textVersion: '2026-1' }
  await expect(stranger.do(giveConsent, give)).rejects.toMatchObject({ code: 'access.denied' })
  const { consentId } = await own.do(giveConsent, give, { key: 'give' })
  expect(await own.do(giveConsent, give, { key: 'give' })).toEqual({ consentId })
  await expect(teller.do(giveConsent, give)).rejects.toMatchObject({ code: 'consent.already_given' })
  await expect(stranger.do(withdrawConsent, { consentId })).rejects.toMatchObject({ code: 'access.denied' })
  await own.do(withdrawConsent, { consentId }, { key: 'w' })
  expect(await own.do(withdrawConsent, { consentId }, { key: 'w' })).toEqual({ consentId })
  await expect(own.do(withdrawConsent, { consentId })).rejects.toMatchObject({ code: 'consent.already_withdrawn' })
  await teller.do(giveConsent, { ...give, textVersion: '2026-2' })
  const consents = await own.ask(personConsents, { personId })
  expect(consents.map(({ textVersion, givenVia }) => `${textVersion} ${givenVia}`).toSorted()).toEqual([
    '2026-1 own',
    '2026-2 staff',
  ])
  await expect(stranger.ask(personConsents, { personId })).rejects.toMatchObject({ code: 'access.denied' })
})

test('a child’s consent is the guardian’s', async () => {
  const [child, guardianId] = [await aPerson({ birthOn: '2008-10-11' }), await aPerson()]
  const guardian = await city.userWith({ roles: ['resident'], personId: guardianId })
  const give = { personId: child, purpose: 'photos', textVersion: '1' }
  await expect(teller.do(giveConsent, give)).rejects.toMatchObject({ code: 'consent.needs_guardian' })
  await expect(guardian.do(giveConsent, { ...give, guardianId })).rejects.toMatchObject({
    code: 'consent.not_the_guardian',
  })
  await admin.do(nameGuardian, { wardId: child, guardianId, relation: 'ayah', validFrom: '2020-01-01' })
  const { consentId } = await guardian.do(giveConsent, { ...give, guardianId })
  expect(await admin.ask(personConsents, { personId: child })).toMatchObject([{ givenVia: 'guardian' }])
  await guardian.do(withdrawConsent, { consentId })
  city.clock.set('2026-10-11T02:00:00.000Z')
  await teller.do(giveConsent, give)
})

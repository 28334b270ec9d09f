import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { verify } from '../../../kernel/audit/index.ts'
import { myPerson, personConsents } from '../queries/get-person.ts'
import { searchPersons } from '../queries/search-persons.ts'
import { canaryKk, canaryName, canaryNik } from '../testing.ts'
import { amendPerson } from './amend-person.ts'
import { giveConsent } from './consent.ts'
import { erasePerson } from './erase-person.ts'
import { formHousehold } from './household.ts'
import { registerPerson } from './register-person.ts'

const city = await openTestCity()
const unit = await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun' })
const admin = await city.userWith({ roles: ['city_admin'] })
const teller = await city.userWith({ roles: ['teller'], placeId: unit })
const canary = {
  placeId: unit,
  fullName: canaryName,
  birthOn: '1990-02-05',
  phone: '081234567890',
  address: 'Jalan Kenari 1',
  nik: canaryNik,
}
const reason = 'permintaan warga'

/** Every row of every table of the city, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await city.superuser.query<{ name: string }>(
    'select table_name as name from information_schema.tables where table_schema = current_schema()',
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const { rows } = await city.superuser.query<{ line: string }>(`select t::text as line from "${name}" t`)
    texts.push(...rows.map(({ line }) => line))
  }
  return texts.join('\n')
}

test('an erased person is nowhere, and whoever asks again gets a stored reply without the person', async () => {
  const { personId } = await teller.do(registerPerson, canary, { key: 'one' })
  const own = await city.userWith({ roles: ['resident'], personId })
  await admin.do(formHousehold, { headId: personId, kk: canaryKk, formedOn: '2020-01-01' })
  await own.do(giveConsent, { personId, purpose: 'photos', textVersion: '1' })
  expect(await everything()).toContain(canaryName)

  await expect(teller.do(erasePerson, { personId, reason })).rejects.toMatchObject({ code: 'access.denied' })
  city.clock.set('2026-10-10T02:47:00.000Z')
  await expect(admin.do(erasePerson, { personId, reason })).rejects.toMatchObject({ code: 'access.prove_again' })
  const fresh = city.as(admin.userId)
  await fresh.do(erasePerson, { personId, reason }, { key: 'erase' })
  expect(await fresh.do(erasePerson, { personId, reason }, { key: 'erase' })).toEqual({ personId })
  await expect(fresh.do(erasePerson, { personId, reason })).rejects.toMatchObject({ code: 'person.erased' })

  expect(await everything()).not.toMatch(/Kenari|kenari|81234567890|1990-02-05|3571024502900017|3571020101150071/)
  expect((await teller.ask(searchPersons, { text: 'kenari' })).total).toBe(0)
  expect(await own.ask(myPerson, {})).toMatchObject({ fullName: 'Dihapus', isErased: true, nik: null, household: [] })
  expect(await admin.ask(personConsents, { personId })).toHaveLength(1)
  await expect(admin.do(amendPerson, { personId, fullName: 'Kembali' })).rejects.toMatchObject({
    code: 'person.erased',
  })
  expect(await teller.do(registerPerson, canary, { key: 'one' })).toEqual({ personId })
})

test('the same NIK may be registered anew after it was erased', async () => {
  expect(await teller.do(registerPerson, canary)).toHaveProperty('personId')
})

test('every proof still verifies, and a row changed by hand is named', async () => {
  expect((await verify(city.app)).findings).toEqual([])
  const { rows } = await city.superuser.query<{ id: string }>(
    "update person set phone = '+620' where erased_at is null returning id",
  )
  const findings = rows.map(({ id }) => ({ table: 'person', id, what: 'changed' }))
  expect(findings).toHaveLength(1)
  expect((await verify(city.app)).findings).toEqual(findings)
})

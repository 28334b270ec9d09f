import { expect, test } from 'vitest'
import { openTestCity } from '../../../../test/city.ts'
import { getPersonShown } from '../queries/get-person.ts'
import { appendOnlyText, canaryKk, people } from '../testing.ts'
import { endGuardian, nameGuardian } from './guardian.ts'
import { formHousehold, joinHousehold, leaveHousehold } from './household.ts'

const city = await openTestCity()
const bujel = await city.addPlace({ kind: 'kelurahan', name: 'Bujel' })
const unit = await city.addPlace({ kind: 'waste_unit', name: 'Hijau Daun', parentId: bujel })
const manager = await city.userWith({ roles: ['waste_manager'], placeId: unit })
const teller = await city.userWith({ roles: ['teller'], placeId: unit })
const aPerson = people(city, unit)
const shown = (personId: string) => manager.ask(getPersonShown, { personId })

test('a household forms around its head, grows, and is left', async () => {
  const [headId, child] = [await aPerson(), await aPerson({ birthYear: 2015 })]
  const form = { headId, kk: canaryKk, placeId: bujel, formedOn: '2020-01-01' }
  await expect(teller.do(formHousehold, form)).rejects.toMatchObject({ code: 'access.denied' })
  const { householdId } = await manager.do(formHousehold, form, { key: 'form' })
  expect(await manager.do(formHousehold, form, { key: 'form' })).toEqual({ householdId })
  expect(await shown(headId)).toMatchObject({ kk: '••••••••••••••71', household: [{ relation: 'kepala keluarga' }] })
  expect(await appendOnlyText(city)).not.toContain(canaryKk)

  const join = { householdId, personId: child, relation: 'anak', joinedOn: '2020-01-01' }
  await expect(teller.do(joinHousehold, join)).rejects.toMatchObject({ code: 'access.denied' })
  await manager.do(joinHousehold, join, { key: 'join' })
  expect(await manager.do(joinHousehold, join, { key: 'join' })).toEqual({ personId: child })
  await expect(manager.do(joinHousehold, join)).rejects.toMatchObject({ code: 'household.in_another' })
  expect((await shown(child)).household.map(({ relation }) => relation)).toEqual(['kepala keluarga', 'anak'])

  const leave = { personId: child, leftOn: '2026-01-31' }
  await expect(teller.do(leaveHousehold, leave)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(manager.do(leaveHousehold, { ...leave, leftOn: '2019-12-31' })).rejects.toMatchObject({
    code: 'household.before_join',
  })
  await manager.do(leaveHousehold, leave, { key: 'leave' })
  await manager.do(leaveHousehold, leave, { key: 'leave' })
  await expect(manager.do(leaveHousehold, leave)).rejects.toMatchObject({ code: 'household.not_in_one' })
  await expect(manager.do(joinHousehold, { ...join, joinedOn: '2026-01-31' })).rejects.toMatchObject({
    code: 'household.in_another',
  })
  await manager.do(joinHousehold, { ...join, joinedOn: '2026-02-01' })
})

test('refuses a family card twice, a wrong one, a day to come, and a household that all have left', async () => {
  const headId = await aPerson()
  const form = { headId, formedOn: '2020-01-01' }
  await expect(manager.do(formHousehold, { ...form, kk: canaryKk })).rejects.toMatchObject({
    code: 'household.kk_known',
    issues: [{ field: 'kk' }],
  })
  await expect(manager.do(formHousehold, { ...form, kk: '357102010115007' })).rejects.toMatchObject({
    issues: [{ field: 'kk', code: 'people.kk.length', params: { digits: 15 } }],
  })
  await expect(manager.do(formHousehold, { ...form, formedOn: '2026-10-11' })).rejects.toMatchObject({
    code: 'household.in_future',
  })
  const { householdId } = await manager.do(formHousehold, form)
  await manager.do(leaveHousehold, { personId: headId, leftOn: '2024-12-31' })
  const join = { householdId, personId: await aPerson(), relation: 'istri', joinedOn: '2025-01-01' }
  await expect(manager.do(joinHousehold, join)).rejects.toMatchObject({ code: 'household.not_found' })
})

test('a guardian is named, answers, and ends', async () => {
  const [wardId, guardianId] = [await aPerson({ birthYear: 2016 }), await aPerson()]
  const name = { wardId, guardianId, relation: 'ibu', validFrom: '2020-01-01' }
  await expect(teller.do(nameGuardian, name)).rejects.toMatchObject({ code: 'access.denied' })
  const { guardianshipId } = await manager.do(nameGuardian, name, { key: 'name' })
  expect(await manager.do(nameGuardian, name, { key: 'name' })).toEqual({ guardianshipId })
  await expect(manager.do(nameGuardian, name)).rejects.toMatchObject({ kind: 'conflict', code: 'guardian.already' })
  expect((await shown(wardId)).guardians).toMatchObject([{ guardianshipId, personId: guardianId, relation: 'ibu' }])

  const end = { guardianshipId, endedOn: '2026-01-01' }
  await expect(teller.do(endGuardian, end)).rejects.toMatchObject({ code: 'access.denied' })
  await expect(manager.do(endGuardian, { ...end, endedOn: '2019-12-31' })).rejects.toMatchObject({
    code: 'guardian.ended_before_begun',
  })
  await manager.do(endGuardian, end, { key: 'end' })
  expect(await manager.do(endGuardian, end, { key: 'end' })).toEqual({ guardianshipId })
  await expect(manager.do(endGuardian, end)).rejects.toMatchObject({ code: 'guardian.already_ended' })
  expect((await shown(wardId)).guardians).toEqual([])
})

test('a child, oneself, or one’s own ward is no guardian', async () => {
  const [one, two, child] = [await aPerson(), await aPerson(), await aPerson({ birthOn: '2008-10-11' })]
  const name = (wardId: string, guardianId: string) =>
    manager.do(nameGuardian, { wardId, guardianId, relation: 'wali', validFrom: '2026-01-01' })
  await expect(name(one, child)).rejects.toMatchObject({ code: 'guardian.is_child' })
  await expect(name(one, one)).rejects.toMatchObject({ code: 'guardian.self' })
  await name(one, two)
  await expect(name(two, one)).rejects.toMatchObject({ code: 'guardian.circle' })
  const [three, four] = [await aPerson(), await aPerson()]
  const crossed = await Promise.allSettled([name(three, four), name(four, three)])
  expect(crossed.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(
    manager.do(endGuardian, { guardianshipId: '01990000-0000-7000-8000-000000000000', endedOn: '2026-01-01' }),
  ).rejects.toMatchObject({ kind: 'not_found' })
})

import type { Kysely } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openTestCity } from '../../../test/city.ts'
import type { OperationContext } from '../operation/index.ts'
import type { Manifest } from '../registry/index.ts'
import {
  actorOfSession,
  addUser,
  amendUser,
  closeUser,
  createAdmin,
  endGrant,
  getUser,
  givableRoles,
  giveGrant,
  listGrants,
  listRoles,
  listUsers,
  myPermissions,
  openSession,
} from './index.ts'
import type { SignInTables } from './index.ts'
import { anAdmin, PASSWORD, PHONE_OF_SITI, signIn } from './testing.ts'

/** Open work of the test: places whose code is the user's id. */
const work: Manifest = {
  name: 'work',
  uses: [],
  handOver: {
    count: async (db, userId) => {
      const tables = db as unknown as Kysely<SignInTables>
      const rows = await tables.selectFrom('place').select('id').where('code', '=', userId).execute()
      return rows.length
    },
    move: async (context, from, to) => {
      await (context as unknown as OperationContext<SignInTables>).write.update('place', { code: to }, { code: from })
    },
  },
}

const city = await openTestCity({ manifests: [work] })
const bujel = await city.addPlace({ kind: 'kelurahan', name: 'Bujel' })
const unit = await city.addPlace({ kind: 'waste_unit', name: 'Unit', parentId: bujel })
const admin = await city.userWith({ roles: ['city_admin'] })
const manager = await city.userWith({ roles: ['waste_manager'], placeId: unit })
const teller = await city.userWith({ roles: ['teller'], placeId: unit })
const today = '2026-10-10'
let serial = 0
const someone = (more: object = {}) => {
  serial += 1
  return { userName: `petugas-${serial}`, displayName: 'Budi Contoh', role: 'teller', placeId: unit, ...more }
}

describe('user.add', () => {
  test('adds a user with a duty, whose one-time password opens a session once it is replaced', async () => {
    const input = someone({ phone: '0813 1111 2222' })
    const { userId, oneTimePassword } = await manager.do(addUser, input)
    const guest = city.app.caller({ kind: 'guest' }, PHONE_OF_SITI)
    const opened = await guest.do(openSession, {
      userName: '+6281311112222',
      password: oneTimePassword,
      newPassword: PASSWORD,
    })
    expect(opened.userId).toBe(userId)
    expect(await manager.ask(getUser, { userId })).toMatchObject({
      userName: input.userName,
      phone: '+6281311112222',
      roles: ['teller'],
      grants: [{ role: 'teller', placeName: 'Unit', validFrom: today, validTo: null }],
    })
  })

  test('gives no duty beyond one’s own, and none elsewhere', async () => {
    await expect(manager.do(addUser, someone({ role: 'city_admin' }))).rejects.toMatchObject({
      code: 'grant.beyond_own',
    })
    await expect(manager.do(addUser, someone({ placeId: bujel }))).rejects.toMatchObject({ code: 'access.denied' })
    await expect(teller.do(addUser, someone())).rejects.toMatchObject({ code: 'access.denied' })
    await expect(city.guest.do(addUser, someone())).rejects.toMatchObject({ code: 'access.sign_in' })
    await admin.do(addUser, someone({ role: 'city_admin' }))
  })

  test.each([
    [{ userName: '1budi' }, 'userName'],
    [{ userName: 'bu di' }, 'userName'],
    [{ displayName: '' }, 'displayName'],
    [{ phone: 'dua belas' }, 'phone'],
    [{ role: 'raja' }, 'role'],
    [{ validFrom: '2026-02-30' }, 'validFrom'],
    [{ validFrom: '2026-10-10', validTo: '2026-10-09' }, 'validTo'],
  ])('refuses %j', async (wrong, field) => {
    await expect(admin.do(addUser, someone(wrong))).rejects.toMatchObject({ kind: 'invalid', issues: [{ field }] })
  })

  test('no two have one user name, however it is written, or one phone number', async () => {
    const input = someone({ phone: '081399990000' })
    await admin.do(addUser, input)
    const sameName = admin.do(addUser, someone({ userName: input.userName.toUpperCase() }))
    await expect(sameName).rejects.toMatchObject({ code: 'access.user_name_taken', kind: 'conflict' })
    const samePhone = admin.do(addUser, someone({ phone: '+62 813 9999 0000' }))
    await expect(samePhone).rejects.toMatchObject({ code: 'access.phone_taken' })
  })

  test('the same key adds one user, and tells the password once', async () => {
    const input = someone()
    const first = await admin.do(addUser, input, { key: 'add' })
    expect(await admin.do(addUser, input, { key: 'add' })).toEqual({ userId: first.userId })
  })
})

describe('user.amend', () => {
  test('corrects names and number of who one manages', async () => {
    const { userId } = await manager.do(addUser, someone())
    await manager.do(amendUser, { userId, displayName: 'Budi Baru', phone: '081377776666' }, { key: 'a' })
    await manager.do(amendUser, { userId, displayName: 'Budi Baru', phone: '081377776666' }, { key: 'a' })
    expect(await manager.ask(getUser, { userId })).toMatchObject({ displayName: 'Budi Baru', phone: '+6281377776666' })
    await expect(teller.do(amendUser, { userId, displayName: 'Lain' })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(manager.do(amendUser, { userId: admin.userId, phone: null })).rejects.toMatchObject({
      code: 'grant.beyond_own',
    })
    await expect(manager.do(amendUser, { userId })).rejects.toMatchObject({ code: 'user.nothing_to_amend' })
  })
})

describe('user.close', () => {
  test('ends sessions and duties, and closes once', async () => {
    const { userName, userId } = await anAdmin(city)
    const session = await signIn(city, userName)
    await admin.do(giveGrant, { userId, role: 'teller', placeId: unit, validFrom: '2026-12-01' })
    await expect(admin.do(closeUser, { userId })).rejects.toMatchObject({ kind: 'confirm', code: 'user.close' })
    expect(await admin.do(closeUser, { userId }, { key: 'c', confirm: ['user.close'] })).toEqual({
      userId,
      handedOver: 0,
    })
    expect(await admin.do(closeUser, { userId }, { key: 'c', confirm: ['user.close'] })).toEqual({
      userId,
      handedOver: 0,
    })
    expect(await actorOfSession(city.app, session.token)).toBeUndefined()
    await expect(session.ask(listUsers, {})).rejects.toMatchObject({ code: 'access.denied' })
    expect((await admin.ask(listGrants, { userId })).rows.map(({ validTo }) => validTo)).toEqual([today])
    await expect(admin.do(closeUser, { userId })).rejects.toMatchObject({ code: 'user.closed' })
    await expect(signIn(city, userName)).rejects.toMatchObject({ code: 'sign_in.wrong' })
  })

  test('is refused for oneself, for who is above, and to who manages nobody', async () => {
    await expect(admin.do(closeUser, { userId: admin.userId })).rejects.toMatchObject({ code: 'user.close_self' })
    await expect(manager.do(closeUser, { userId: admin.userId })).rejects.toMatchObject({ code: 'grant.beyond_own' })
    await expect(teller.do(closeUser, { userId: admin.userId })).rejects.toMatchObject({ code: 'access.denied' })
  })

  test('wants open work handed to somebody who is there', async () => {
    const { userId } = await manager.do(addUser, someone())
    await city.addPlace({ kind: 'room', code: userId })
    const close = (handOverTo?: string) =>
      manager.do(closeUser, { userId, ...(handOverTo ? { handOverTo } : {}) }, { confirm: ['user.close'] })
    await expect(close()).rejects.toMatchObject({ code: 'user.open_work', params: { n: 1 } })
    await expect(close(userId)).rejects.toMatchObject({ code: 'user.hand_over_self' })
    await expect(close(city.rootId)).rejects.toMatchObject({ code: 'user.unknown', issues: [{ field: 'handOverTo' }] })
    expect(await close(teller.userId)).toEqual({ userId, handedOver: 1 })
    const { rows } = await city.superuser.query('select code from place where kind = $1', ['room'])
    expect(rows).toEqual([{ code: teller.userId }])
  })
})

describe('the last administrator', () => {
  test('stays, also when two close each other at once', async () => {
    const own = await openTestCity()
    const one = await own.userWith({ roles: ['city_admin'] })
    const two = await own.userWith({ roles: ['city_admin'] })
    const results = await Promise.allSettled([
      one.do(closeUser, { userId: two.userId }, { confirm: ['user.close'] }),
      two.do(closeUser, { userId: one.userId }, { confirm: ['user.close'] }),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const left = results[0]?.status === 'fulfilled' ? one : two
    await expect(own.system.do(closeUser, { userId: left.userId })).rejects.toMatchObject({ code: 'user.last_admin' })
    const [grant] = (await left.ask(listGrants, { userId: left.userId })).rows
    await expect(left.do(endGrant, { grantId: grant!.grantId })).rejects.toMatchObject({ code: 'user.last_admin' })
  })

  test('the first one is made by the system alone', async () => {
    const input = { userName: 'pertama', displayName: 'Pertama Contoh' }
    await expect(admin.do(createAdmin, input)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(city.system.do(createAdmin, { ...input, password: 'pendek' })).rejects.toMatchObject({
      code: 'password.too_short',
    })
    expect(await city.system.do(createAdmin, input)).toHaveProperty('oneTimePassword')
  })
})

describe('duties', () => {
  test('hold from the first day to the last, and end yesterday at the earliest', async () => {
    const { userId } = await manager.do(addUser, someone())
    const terms = { userId, role: 'teller', placeId: unit }
    await expect(manager.do(giveGrant, terms)).rejects.toMatchObject({ code: 'grant.exists' })
    const [held] = (await manager.ask(listGrants, { userId })).rows
    const grantId = held!.grantId
    await expect(teller.do(endGrant, { grantId })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(manager.do(endGrant, { grantId, validTo: '2026-10-08' })).rejects.toMatchObject({ code: 'grant.past' })
    await manager.do(endGrant, { grantId, validTo: '2026-10-31' })
    await expect(manager.do(giveGrant, { ...terms, validFrom: '2026-10-31' })).rejects.toMatchObject({
      code: 'grant.exists',
    })
    await manager.do(giveGrant, { ...terms, validFrom: '2026-11-01' }, { key: 'g' })
    await manager.do(giveGrant, { ...terms, validFrom: '2026-11-01' }, { key: 'g' })
    expect((await manager.ask(listGrants, { userId })).total).toBe(2)
    expect((await manager.ask(listGrants, { userId, on: '2026-11-01' })).total).toBe(1)
    // It never began, so that nothing of it is left.
    await manager.do(endGrant, { grantId, validTo: '2026-10-09' })
    expect((await manager.ask(getUser, { userId })).roles).toEqual([])
  })

  test('are not given to a resident, a closed account, or at a place that is not there', async () => {
    const { userId } = await admin.do(addUser, someone())
    await expect(admin.do(giveGrant, { userId, role: 'auditor', placeId: userId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const resident = await anAdmin(city)
    await city.superuser.query(`update user_account set kind = 'resident' where id = $1`, [resident.userId])
    const give = (to: string) => admin.do(giveGrant, { userId: to, role: 'auditor', placeId: unit })
    await expect(give(resident.userId)).rejects.toMatchObject({ code: 'grant.resident' })
    await admin.do(closeUser, { userId }, { confirm: ['user.close'] })
    await expect(give(userId)).rejects.toMatchObject({ code: 'user.closed' })
  })

  test('give access from a day on, and no longer', async () => {
    const ended = await city.userWith({ roles: ['auditor'], to: '2026-10-09' })
    await expect(ended.ask(listUsers, {})).rejects.toMatchObject({ code: 'access.denied' })
  })
})

describe('lists', () => {
  test('users by name, role, place and page, within one’s places', async () => {
    const seen = await manager.ask(listUsers, { size: 200 })
    expect(seen.rows.map(({ userId }) => userId)).not.toContain(admin.userId)
    expect(seen.total).toBeLessThan((await admin.ask(listUsers, {})).total)
    const names = (await admin.ask(listUsers, { q: 'BUDI B', sort: '-name' })).rows.map(
      ({ displayName }) => displayName,
    )
    expect(names).toEqual(['Budi Baru'])
    expect((await admin.ask(listUsers, { q: '0813 1111' })).total).toBe(1)
    expect((await admin.ask(listUsers, { q: '%' })).total).toBe(0)
    const tellers = await admin.ask(listUsers, { role: 'teller', placeId: bujel, size: 2, page: 1 })
    expect(tellers.rows).toHaveLength(2)
    expect((await admin.ask(listUsers, { role: 'waste_manager', placeId: bujel })).rows[0]?.userId).toBe(manager.userId)
    await expect(manager.ask(getUser, { userId: admin.userId })).rejects.toMatchObject({ code: 'user.unknown' })
    await expect(teller.ask(listUsers, {})).rejects.toMatchObject({ code: 'access.denied' })
  })

  test('offers just the roles and places at which giving them is not refused', async () => {
    const placeIds = [unit, bujel]
    const roles = await admin.ask(listRoles, {})
    for (const giver of [manager, teller, admin]) {
      const offered = await giver.ask(givableRoles, { placeIds })
      for (const { role } of roles) {
        for (const placeId of placeIds) {
          const given = await giver.do(addUser, someone({ role, placeId })).then(
            () => true,
            () => false,
          )
          const isOffered = offered.some((each) => each.role === role && each.placeIds.includes(placeId))
          expect([role, placeId, isOffered]).toEqual([role, placeId, given])
        }
      }
    }
  })

  test('tells what one may do oneself at a place', async () => {
    const [here, above] = await manager.ask(myPermissions, { placeIds: [unit, bujel] })
    expect(here?.permissions).toContain('user.manage')
    expect(above).toEqual({ placeId: bujel, permissions: [] })
  })

  test('roles with what they permit', async () => {
    const roles = await teller.ask(listRoles, {})
    expect(roles.find(({ role }) => role === 'city_admin')?.permissions).toContain('grant.manage')
  })
})

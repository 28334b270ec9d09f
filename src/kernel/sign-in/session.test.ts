import { describe, expect, test } from 'vitest'
import { openTestCity, SATURDAY } from '../../../test/city.ts'
import { addHours, addMinutes } from '../clock/index.ts'
import {
  actorOfSession,
  changePassword,
  closeSession,
  mySessions,
  openSession,
  proveSession,
  resetPassword,
  revokeSession,
} from './index.ts'
import { anAdmin, PASSWORD, PHONE_OF_SITI, signIn, STRANGER } from './testing.ts'

const city = await openTestCity()
const guest = city.app.caller({ kind: 'guest' }, PHONE_OF_SITI)

describe('signing in', () => {
  test('opens a session by user name, however it is written, and by phone number', async () => {
    const { userName, userId } = await anAdmin(city, '0812-3456-7890')
    expect((await signIn(city, ` ${userName.toUpperCase()} `)).userId).toBe(userId)
    const siti = await signIn(city, '+62 812 3456 7890')
    expect(siti.actor).toMatchObject({ kind: 'user', userId, sessionId: siti.sessionId, provedAt: SATURDAY })
    expect((await siti.ask(mySessions, {})).map(({ label, current }) => [label, current])).toEqual([
      ['Chrome, Android', true],
      ['Chrome, Android', false],
    ])
  })

  test('tells nothing about whether there is such an account', async () => {
    const { userName } = await anAdmin(city)
    const wrong = { kind: 'invalid', code: 'sign_in.wrong' }
    await expect(guest.do(openSession, { userName, password: 'salah sama sekali' })).rejects.toMatchObject(wrong)
    await expect(guest.do(openSession, { userName: 'tidak-ada', password: PASSWORD })).rejects.toMatchObject(wrong)
  })

  test.each([
    [{ userName: '', password: 'x' }, 'userName'],
    [{ userName: 'a', password: '' }, 'password'],
    [{ userName: 'a'.repeat(101), password: 'x' }, 'userName'],
  ])('refuses %j', async (input, field) => {
    await expect(guest.do(openSession, input)).rejects.toMatchObject({ issues: [{ field }] })
  })

  test('the same key gives the same session once more, without its token', async () => {
    const { userName } = await anAdmin(city)
    const first = await guest.do(openSession, { userName, password: PASSWORD }, { key: 'once' })
    const again = await guest.do(openSession, { userName, password: PASSWORD }, { key: 'once' })
    expect(again).toEqual({ sessionId: first.sessionId, userId: first.userId, expiresAt: first.expiresAt })
  })

  test('a session ends by signing out, by its age and with its account', async () => {
    const { userName, userId } = await anAdmin(city)
    const closed = await signIn(city, userName)
    await closed.do(closeSession, {})
    expect(await actorOfSession(city.app, closed.token)).toBeUndefined()
    const old = await signIn(city, userName)
    city.clock.set(addHours(SATURDAY, 7 * 24))
    expect(await actorOfSession(city.app, old.token)).toBeUndefined()
    city.clock.set(SATURDAY)
    expect(await actorOfSession(city.app, old.token)).toBeDefined()
    await city.superuser.query(`update user_account set status = 'closed' where id = $1`, [userId])
    expect(await actorOfSession(city.app, old.token)).toBeUndefined()
    expect(await actorOfSession(city.app, '')).toBeUndefined()
  })
})

describe('devices', () => {
  test('one ends one’s own session elsewhere, and nobody else’s', async () => {
    const { userName } = await anAdmin(city)
    const here = await signIn(city, userName)
    const lost = await signIn(city, userName, { from: STRANGER })
    const other = await signIn(city, (await anAdmin(city)).userName)
    await expect(other.do(revokeSession, { sessionId: lost.sessionId })).rejects.toMatchObject({
      code: 'session.unknown',
    })
    await here.do(revokeSession, { sessionId: lost.sessionId }, { key: 'r' })
    await here.do(revokeSession, { sessionId: lost.sessionId }, { key: 'r' })
    expect(await actorOfSession(city.app, lost.token)).toBeUndefined()
    await expect(here.do(revokeSession, { sessionId: lost.sessionId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(city.guest.do(revokeSession, { sessionId: lost.sessionId })).rejects.toMatchObject({
      code: 'access.sign_in',
    })
  })
})

describe('proving again', () => {
  test('a grave act is refused after five minutes, and passes once the password was entered again', async () => {
    const { userName } = await anAdmin(city)
    const { userId } = await anAdmin(city)
    const siti = await signIn(city, userName)
    city.clock.set(addMinutes(SATURDAY, 6))
    await expect(siti.do(resetPassword, { userId })).rejects.toMatchObject({ code: 'access.prove_again' })
    await expect(siti.do(proveSession, { password: 'bukan ini' })).rejects.toMatchObject({
      code: 'sign_in.prove_wrong',
    })
    await siti.do(proveSession, { password: PASSWORD })
    const fresh = await actorOfSession(city.app, siti.token)
    await city.app.caller(fresh!.actor).do(resetPassword, { userId })
    city.clock.set(SATURDAY)
  })

  test('needs a session, which is still open', async () => {
    const { userName } = await anAdmin(city)
    const siti = await signIn(city, userName)
    await siti.do(closeSession, {})
    await expect(siti.do(proveSession, { password: PASSWORD })).rejects.toMatchObject({ code: 'session.ended' })
    await expect(city.guest.do(proveSession, { password: PASSWORD })).rejects.toMatchObject({ code: 'access.sign_in' })
  })
})

describe('passwords', () => {
  test('are changed by who knows the old one, and all other sessions end', async () => {
    const { userName } = await anAdmin(city)
    const here = await signIn(city, userName)
    const there = await signIn(city, userName, { from: STRANGER })
    const next = { password: PASSWORD, newPassword: 'tujuh kapal berlayar' }
    await expect(here.do(changePassword, { ...next, password: 'salah' })).rejects.toMatchObject({
      code: 'sign_in.prove_wrong',
    })
    await here.do(changePassword, next)
    expect(await actorOfSession(city.app, there.token)).toBeUndefined()
    expect(await actorOfSession(city.app, here.token)).toBeDefined()
    await expect(signIn(city, userName)).rejects.toMatchObject({ code: 'sign_in.wrong' })
    await signIn(city, userName, { password: next.newPassword })
  })

  test.each([
    ['pendek', 'password.too_short'],
    ['aaaaaaaaaaaa', 'password.common'],
    ['password12345', 'password.common'],
  ])('%s is no password: %s', async (newPassword, code) => {
    const siti = await signIn(city, (await anAdmin(city)).userName)
    await expect(siti.do(changePassword, { password: PASSWORD, newPassword })).rejects.toMatchObject({
      code,
      issues: [{ field: 'newPassword' }],
    })
  })

  test('may not hold the user name', async () => {
    const { userName } = await anAdmin(city)
    const siti = await signIn(city, userName)
    const newPassword = `saya ${userName}`
    await expect(siti.do(changePassword, { password: PASSWORD, newPassword })).rejects.toMatchObject({
      code: 'password.has_name',
    })
  })

  test('a one-time password opens nothing until a new one is chosen, within a week', async () => {
    const manager = await city.userWith({ roles: ['city_admin'] })
    const { userName, userId } = await anAdmin(city)
    const { oneTimePassword } = await manager.do(resetPassword, { userId })
    const typed = { userName, password: oneTimePassword.toLowerCase().replaceAll('-', ' ') }
    await expect(guest.do(openSession, typed)).rejects.toMatchObject({ code: 'sign_in.must_change' })
    await expect(guest.do(openSession, { ...typed, newPassword: 'x' })).rejects.toMatchObject({
      code: 'password.too_short',
    })
    await expect(signIn(city, userName)).rejects.toMatchObject({ code: 'sign_in.wrong' })
    city.clock.set(addHours(SATURDAY, 7 * 24 + 1))
    await expect(guest.do(openSession, { ...typed, newPassword: PASSWORD })).rejects.toMatchObject({
      code: 'sign_in.wrong',
    })
    city.clock.set(SATURDAY)
    await guest.do(openSession, { ...typed, newPassword: PASSWORD })
    await signIn(city, userName)
    await expect(guest.do(openSession, { ...typed, newPassword: PASSWORD })).rejects.toMatchObject({
      code: 'sign_in.wrong',
    })
  })

  test('are reset by who could have given the user every duty, and by nobody for themselves', async () => {
    const place = await city.addPlace({ kind: 'waste_unit' })
    const manager = await city.userWith({ roles: ['waste_manager'], placeId: place })
    const teller = await city.userWith({ roles: ['teller'], placeId: place })
    const elsewhere = await city.userWith({ roles: ['teller'] })
    const { userId: admin } = await anAdmin(city)
    await manager.do(resetPassword, { userId: teller.userId })
    for (const userId of [admin, elsewhere.userId]) {
      await expect(manager.do(resetPassword, { userId })).rejects.toMatchObject({ code: 'grant.beyond_own' })
    }
    await expect(manager.do(resetPassword, { userId: manager.userId })).rejects.toMatchObject({
      code: 'password.reset_self',
    })
    await expect(teller.do(resetPassword, { userId: admin })).rejects.toMatchObject({ code: 'access.denied' })
    await expect(manager.do(resetPassword, { userId: city.rootId })).rejects.toMatchObject({ code: 'user.unknown' })
  })

  test('a reset sent twice under one key changes the password once, and does not tell it again', async () => {
    const manager = await city.userWith({ roles: ['city_admin'] })
    const { userId, userName } = await anAdmin(city)
    const { oneTimePassword: password } = await manager.do(resetPassword, { userId }, { key: 'reset' })
    expect(await manager.do(resetPassword, { userId }, { key: 'reset' })).toEqual({ userId })
    await guest.do(openSession, { userName, password, newPassword: PASSWORD })
  })
})

import { expect, test } from 'vitest'
import { z } from 'zod'
import { openTestCity, SATURDAY } from '../../../test/city.ts'
import { systemOnly } from '../access/index.ts'
import { addHours } from '../clock/index.ts'
import { eraseSubject } from '../erasure/index.ts'
import { newId } from '../id/index.ts'
import { operation } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { secret } from '../schema/contract.ts'
import {
  actorOfSession,
  actorOfToken,
  addUser,
  closeUser,
  listTokens,
  makeToken,
  myAccount,
  mySessions,
  openResidentSession,
  openSession,
  resetPassword,
  revokeToken,
} from './index.ts'
import { tidyUp } from './tidy-up.ts'
import { anAdmin, PASSWORD, signIn, STRANGER } from './testing.ts'

const claim = operation<object>()({
  name: 'test.claim',
  about: 'A room that recognises a resident.',
  input: z.strictObject({ personId: z.string() }),
  output: z.strictObject({ token: secret(z.string()), userId: z.string() }),
  allow: systemOnly(),
  async run(context, { personId }) {
    const { token, userId } = await openResidentSession(context, {
      personId,
      displayName: 'Warga Contoh',
      deviceLabel: 'Ponsel',
    })
    return { token, userId }
  },
})

const forget = operation<object>()({
  name: 'test.forget',
  about: 'Erases a person.',
  input: z.strictObject({ personId: z.string() }),
  output: z.null(),
  allow: systemOnly(),
  async run(context, { personId }) {
    await eraseSubject(context as OperationContext<never>, personId)
    return null
  },
})

const city = await openTestCity({ manifests: [{ name: 'claims', uses: [], operations: [claim, forget] }] })
const expiresOn = '2026-12-31'

test('a token acts for its user until its day, its end, or the end of the account', async () => {
  const admin = await anAdmin(city)
  const siti = await signIn(city, admin.userName)
  const { token, tokenId } = await siti.do(makeToken, { label: 'Ekspor', expiresOn })
  const actor = await actorOfToken(city.app, token)
  expect(actor).toEqual({ kind: 'token', userId: admin.userId, personId: null, tokenId })
  city.clock.set('2026-12-31T17:00:00.000Z')
  expect(await actorOfToken(city.app, token)).toBeUndefined()
  city.clock.set(SATURDAY)
  await siti.do(revokeToken, { tokenId })
  expect(await actorOfToken(city.app, token)).toBeUndefined()
  await expect(siti.do(revokeToken, { tokenId })).rejects.toMatchObject({ code: 'token.revoked' })
  const second = await siti.do(makeToken, { label: 'Lagi', expiresOn })
  await (
    await city.userWith({ roles: ['city_admin'] })
  ).do(closeUser, { userId: admin.userId }, { confirm: ['user.close'] })
  expect(await actorOfToken(city.app, second.token)).toBeUndefined()
  expect(await actorOfToken(city.app, '')).toBeUndefined()
})

test('a token makes no token, and changes nobody’s way in', async () => {
  const admin = await anAdmin(city)
  const siti = await signIn(city, admin.userName)
  const { token } = await siti.do(makeToken, { label: 'Ekspor', expiresOn })
  const program = city.app.caller((await actorOfToken(city.app, token))!)
  await expect(program.do(makeToken, { label: 'Anak', expiresOn })).rejects.toMatchObject({
    code: 'sign_in.session_needed',
  })
  const { userId } = await city.userWith({ roles: ['teller'] })
  await expect(program.do(resetPassword, { userId })).rejects.toMatchObject({ code: 'sign_in.session_needed' })
  const duty = { role: 'city_admin', placeId: city.rootId, validFrom: '2026-10-10' }
  const user = { userName: 'pintu.belakang', displayName: 'Pintu', ...duty }
  await expect(program.do(addUser, user)).rejects.toMatchObject({ code: 'sign_in.session_needed' })
  expect((await program.ask(myAccount, {})).provedAt).toBeNull()
})

test('is made by who may, and is seen and revoked by its owner or who manages tokens', async () => {
  const teller = await city.userWith({ roles: ['teller'] })
  await expect(teller.do(makeToken, { label: 'X', expiresOn })).rejects.toMatchObject({ code: 'access.denied' })
  const siti = await signIn(city, (await anAdmin(city)).userName)
  const { tokenId } = await siti.do(makeToken, { label: 'X', expiresOn }, { key: 't' })
  expect(await siti.do(makeToken, { label: 'X', expiresOn }, { key: 't' })).toEqual({ tokenId })
  await expect(teller.do(revokeToken, { tokenId })).rejects.toMatchObject({ code: 'token.unknown' })
  await expect(teller.ask(listTokens, { everybody: true })).rejects.toMatchObject({ code: 'access.denied' })
  expect((await teller.ask(listTokens, {})).total).toBe(0)
  const other = await city.userWith({ roles: ['city_admin'] })
  expect((await other.ask(listTokens, { everybody: true })).rows.map((row) => row.tokenId)).toContain(tokenId)
  await other.do(revokeToken, { tokenId })
})

test.each(['2026-10-10', '2020-01-01', '2028-01-01'])('no token until %s', async (day) => {
  const siti = await signIn(city, (await anAdmin(city)).userName)
  await expect(siti.do(makeToken, { label: 'X', expiresOn: day })).rejects.toMatchObject({
    issues: [{ field: 'expiresOn' }],
  })
})

test('a resident is let in by the room that knows the person, into one account', async () => {
  const personId = newId(city.clock)
  const first = await city.system.do(claim, { personId }, { key: 'claim' })
  const second = await city.system.do(claim, { personId })
  expect(second.userId).toBe(first.userId)
  const signed = await actorOfSession(city.app, first.token)
  expect(signed).toMatchObject({ kind: 'resident', displayName: 'Warga Contoh', actor: { personId } })
  const resident = city.app.caller(signed!.actor)
  expect(await resident.ask(myAccount, {})).toMatchObject({ kind: 'resident', hasPassword: false, grants: [] })
  expect((await resident.ask(mySessions, {})).map(({ label }) => label)).toEqual(['Ponsel', 'Ponsel'])
  expect(await city.system.do(claim, { personId }, { key: 'claim' })).toEqual({ userId: first.userId })
})

test('an erased person keeps no account, no session and no name', async () => {
  const personId = newId(city.clock)
  const { token, userId } = await city.system.do(claim, { personId })
  await city.system.do(forget, { personId })
  expect(await actorOfSession(city.app, token)).toBeUndefined()
  const { rows } = await city.superuser.query('select display_name, status from user_account where id = $1', [userId])
  expect(rows).toEqual([{ display_name: 'Dihapus', status: 'closed' }])
})

test('what is long over is forgotten', async () => {
  const guest = city.app.caller({ kind: 'guest' }, STRANGER)
  await expect(guest.do(openSession, { userName: 'siapa', password: 'x' })).rejects.toMatchObject({
    code: 'sign_in.wrong',
  })
  city.clock.set(addHours(SATURDAY, 47))
  expect(await city.system.do(tidyUp, {})).toEqual({ removed: 0 })
  city.clock.set(addHours(SATURDAY, 24 * 400))
  expect((await city.system.do(tidyUp, {})).removed).toBeGreaterThan(3)
  city.clock.set(SATURDAY)
  await expect(city.guest.do(tidyUp, {})).rejects.toMatchObject({ kind: 'forbidden' })
})

test('no password, token or hash is in any entry or answer', async () => {
  const admin = await anAdmin(city)
  const siti = await signIn(city, admin.userName)
  const { token } = await siti.do(makeToken, { label: 'Y', expiresOn })
  const manager = await city.userWith({ roles: ['city_admin'] })
  const { oneTimePassword } = await manager.do(resetPassword, { userId: admin.userId })
  const { rows: entries } = await city.superuser.query<{ body: string }>('select body from audit_entry')
  const all = entries.map(({ body }) => body).join('\n')
  const { rows: hashes } = await city.superuser.query<{ hash: string }>('select hash from password')
  const hidden = [PASSWORD, siti.token, token, oneTimePassword, admin.userName, ...hashes.map(({ hash }) => hash)]
  for (const each of hidden) expect(all.includes(each)).toBe(false)
  expect(JSON.stringify(await siti.ask(myAccount, {}))).not.toMatch(/argon|hash/i)
})

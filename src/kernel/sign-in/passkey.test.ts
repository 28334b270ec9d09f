import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { openTestCity, SATURDAY } from '../../../test/city.ts'
import { addMinutes } from '../clock/index.ts'
import {
  beginEnrol,
  beginPasskey,
  closeUser,
  finishEnrol,
  myAccount,
  openWithPasskey,
  proveWithPasskey,
  removePasskey,
} from './index.ts'
import { anAdmin, PHONE_OF_SITI, signIn } from './testing.ts'

const city = await openTestCity()
const guest = city.app.caller({ kind: 'guest' }, PHONE_OF_SITI)
const ORIGIN = 'http://localhost:3000'

beforeEach(() => city.clock.set(SATURDAY))

const base64url = (bytes: Buffer) => bytes.toString('base64url')
const UP_UV = 0x05
const WITH_KEY = 0x40

/** An authenticator in software: ES256, attestation `none` (WebAuthn Level 3 §6.5, RFC 9052 §7.1). */
function softwareAuthenticator(site = ORIGIN) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  const authData = (flags: number, more: Buffer) => {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const rp = createHash('sha256').update(new URL(site).hostname).digest()
    return Buffer.concat([rp, Buffer.from([flags]), count, more])
  }
  const client = (type: string, options: unknown) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: (options as { challenge: string }).challenge,
        origin: site,
        crossOrigin: false,
      }),
    )
  const answer = (response: Record<string, string>) => ({
    id: base64url(id),
    rawId: base64url(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })
  return {
    make(options: unknown, flags = UP_UV) {
      const coordinate = (text: string) => Buffer.concat([Buffer.from([0x58, 0x20]), Buffer.from(text, 'base64url')])
      const key = [Buffer.from('a501020326200121', 'hex'), coordinate(x), Buffer.from([0x22]), coordinate(y)]
      const data = authData(
        flags | WITH_KEY,
        Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, ...key]),
      )
      // {"fmt": "none", "attStmt": {}, "authData": bytes}
      const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex')
      return answer({
        clientDataJSON: base64url(client('webauthn.create', options)),
        attestationObject: base64url(Buffer.concat([head, Buffer.from([data.length]), data])),
      })
    },
    sign(options: unknown, flags = UP_UV) {
      const clientData = client('webauthn.get', options)
      const data = authData(flags, Buffer.alloc(0))
      const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
      return answer({
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(data),
        signature: base64url(createSign('sha256').update(signed).sign(privateKey)),
      })
    },
    rewind: () => (counter = 0),
  }
}

async function enrolled() {
  const admin = await anAdmin(city)
  const siti = await signIn(city, admin.userName)
  const device = softwareAuthenticator()
  const { challengeId, options } = await siti.do(beginEnrol, {})
  const { passkeyId } = await siti.do(finishEnrol, { challengeId, response: device.make(options), label: 'Ponsel' })
  return { ...admin, siti, device, passkeyId }
}

const wrong = { code: 'passkey.wrong' }

test('a passkey is enrolled, opens a session, and is listed', async () => {
  const { userId, siti, device, passkeyId } = await enrolled()
  const { challengeId, options } = await guest.do(beginPasskey, {})
  expect(await guest.do(openWithPasskey, { challengeId, response: device.sign(options) })).toMatchObject({ userId })
  expect((await siti.ask(myAccount, {})).passkeys).toEqual([{ passkeyId, label: 'Ponsel', madeAt: SATURDAY }])
})

test('enrolling is for who has signed in and has proved it within five minutes', async () => {
  await expect(guest.do(beginEnrol, {})).rejects.toMatchObject({ code: 'access.sign_in' })
  const siti = await signIn(city, (await anAdmin(city)).userName)
  city.clock.set(addMinutes(SATURDAY, 6))
  await expect(siti.do(beginEnrol, {})).rejects.toMatchObject({ code: 'access.prove_again' })
})

test('a challenge is good once, for five minutes, and for the account that asked', async () => {
  const { device } = await enrolled()
  const first = await guest.do(beginPasskey, {})
  const response = device.sign(first.options)
  await guest.do(openWithPasskey, { challengeId: first.challengeId, response })
  const again = guest.do(openWithPasskey, { challengeId: first.challengeId, response })
  await expect(again).rejects.toMatchObject({ code: 'passkey.too_late' })
  const late = await guest.do(beginPasskey, {})
  city.clock.set(addMinutes(SATURDAY, 5))
  const input = { challengeId: late.challengeId, response: device.sign(late.options) }
  await expect(guest.do(openWithPasskey, input)).rejects.toMatchObject({ code: 'passkey.too_late' })
  city.clock.set(SATURDAY)
  const one = await signIn(city, (await anAdmin(city)).userName)
  const two = await signIn(city, (await anAdmin(city)).userName)
  const begun = await one.do(beginEnrol, {})
  const made = softwareAuthenticator().make(begun.options)
  const stolen = two.do(finishEnrol, { challengeId: begun.challengeId, response: made, label: 'X' })
  await expect(stolen).rejects.toMatchObject({ code: 'passkey.too_late' })
})

test.each([
  ['another site', (options: unknown) => softwareAuthenticator('https://daha.example').make(options)],
  ['a person who was not verified', (options: unknown) => softwareAuthenticator().make(options, 0x01)],
  ['nonsense', () => ({ id: 'x' })],
])('refuses to enrol from %s', async (_, respond) => {
  const siti = await signIn(city, (await anAdmin(city)).userName)
  const { challengeId, options } = await siti.do(beginEnrol, {})
  const finish = siti.do(finishEnrol, { challengeId, response: respond(options), label: 'X' })
  await expect(finish).rejects.toMatchObject(wrong)
})

test('refuses an unknown key, another one’s signature, an unverified person, and a copied authenticator', async () => {
  const { device } = await enrolled()
  const attempt = async (respond: (options: unknown) => { id: string }) => {
    const { challengeId, options } = await guest.do(beginPasskey, {})
    return guest.do(openWithPasskey, { challengeId, response: respond(options) })
  }
  await expect(attempt((options) => softwareAuthenticator().sign(options))).rejects.toMatchObject(wrong)
  const other = softwareAuthenticator()
  const forged = (options: unknown) => ({ ...other.sign(options), id: device.sign(options).id })
  await expect(attempt(forged)).rejects.toMatchObject(wrong)
  await expect(attempt((options) => device.sign(options, 0x01))).rejects.toMatchObject(wrong)
  await attempt((options) => device.sign(options))
  device.rewind()
  await expect(attempt((options) => device.sign(options))).rejects.toMatchObject(wrong)
})

test('proves again who acts, with one’s own passkey only', async () => {
  const { siti, device } = await enrolled()
  city.clock.set(addMinutes(SATURDAY, 10))
  const mine = await siti.do(beginPasskey, {})
  const proof = await siti.do(proveWithPasskey, { challengeId: mine.challengeId, response: device.sign(mine.options) })
  expect(proof.provedAt).toBe(addMinutes(SATURDAY, 10))
  const other = await signIn(city, (await anAdmin(city)).userName)
  const theirs = await other.do(beginPasskey, {})
  const attempt = other.do(proveWithPasskey, { challengeId: theirs.challengeId, response: device.sign(theirs.options) })
  await expect(attempt).rejects.toMatchObject(wrong)
})

test('a removed passkey, and that of a closed account, opens nothing', async () => {
  const removed = await enrolled()
  const closed = await enrolled()
  const other = await signIn(city, closed.userName)
  await expect(other.do(removePasskey, { passkeyId: removed.passkeyId })).rejects.toMatchObject({
    code: 'passkey.unknown',
  })
  await removed.siti.do(removePasskey, { passkeyId: removed.passkeyId }, { key: 'r' })
  await removed.siti.do(removePasskey, { passkeyId: removed.passkeyId }, { key: 'r' })
  await removed.siti.do(closeUser, { userId: closed.userId }, { confirm: ['user.close'] })
  for (const { device } of [removed, closed]) {
    const { challengeId, options } = await guest.do(beginPasskey, {})
    await expect(guest.do(openWithPasskey, { challengeId, response: device.sign(options) })).rejects.toMatchObject(
      wrong,
    )
  }
})

test('a door without address has no passkeys', async () => {
  await expect(city.guest.do(beginPasskey, {})).rejects.toMatchObject({ code: 'passkey.no_site' })
})

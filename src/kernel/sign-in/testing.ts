import type { TestCity } from '../../../test/city.ts'
import type { Caller, SentFrom } from '../app/index.ts'
import { actorOfSession, createAdmin, openSession } from './index.ts'

export const PASSWORD = 'empat kuda di sawah'
export const PHONE_OF_SITI: SentFrom = {
  address: '10.0.0.7',
  origin: 'http://localhost:3000',
  deviceId: '11111111-1111-4111-8111-111111111111',
  agent: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36',
}
export const STRANGER: SentFrom = { address: '203.0.113.9', deviceId: '99999999-9999-4999-8999-999999999999' }

/** Somebody who came by the door and signed in with a password, as a browser does. */
export async function signIn(
  city: TestCity,
  userName: string,
  options: { password?: string; from?: SentFrom } = {},
): Promise<Caller & { token: string; sessionId: string; userId: string }> {
  const from = options.from ?? PHONE_OF_SITI
  const guest = city.app.caller({ kind: 'guest' }, from)
  const { token, sessionId, userId } = await guest.do(openSession, { userName, password: options.password ?? PASSWORD })
  const signedIn = await actorOfSession(city.app, token)
  if (!signedIn) throw new Error('a session that opens nothing')
  return { ...city.app.caller(signedIn.actor, from), token, sessionId, userId }
}

let serial = 0

/** An administrator of the whole invented city, with a password of their own. */
export async function anAdmin(city: TestCity, phone?: string): Promise<{ userId: string; userName: string }> {
  serial += 1
  const userName = `kepala-${serial}`
  const account = {
    userName,
    displayName: 'Siti Contoh',
    password: PASSWORD,
    ...(phone === undefined ? {} : { phone }),
  }
  const { userId } = await city.system.do(createAdmin, account)
  return { userId, userName }
}

import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestCity, SATURDAY } from '../../../test/city.ts'
import { signedIn } from '../access/index.ts'
import { addHours, addMinutes } from '../clock/index.ts'
import { operation } from '../operation/index.ts'
import { coSign, openSession } from './index.ts'
import type { SignInTables } from './index.ts'
import { anAdmin, PASSWORD, PHONE_OF_SITI, signIn, STRANGER } from './testing.ts'

const CoSigned = z.strictObject({ userName: z.string(), password: z.string(), placeId: z.string(), late: z.boolean() })
const approve = operation<SignInTables>()({
  name: 'test.approve',
  about: 'Something for which a second person vouches.',
  input: CoSigned,
  output: z.string(),
  allow: signedIn(),
  async run(context, { userName, password, placeId, late }) {
    const row = {
      id: context.newId(),
      parentId: placeId,
      path: `${context.newId()}.`,
      kind: 'room',
      name: 'X',
      code: null,
    }
    const write = () => context.write.insert('place', { ...row, validFrom: '2020-01-01', validTo: null })
    if (late) await write()
    const second = await coSign(context, { userName, password, permission: 'test.vouch', placeId })
    if (!late) await write()
    return second
  },
})

const city = await openTestCity({
  manifests: [{ name: 'vouch', uses: [], operations: [approve], permissions: { 'test.vouch': ['city_admin'] } }],
})
const stranger = city.app.caller({ kind: 'guest' }, STRANGER)

beforeEach(() => city.clock.set(SATURDAY))

const guess = (userName: string, from = stranger) => from.do(openSession, { userName, password: 'tebakan' })
const wrong = { code: 'sign_in.wrong' }
const wait = { kind: 'limit', code: 'sign_in.wait' }

async function guessTimes(times: number, userName: string, from = stranger) {
  for (let n = 0; n < times; n += 1) await expect(guess(userName, from)).rejects.toMatchObject(wrong)
}

describe('guessing one account', () => {
  test('five are free; then one waits, ever longer, and the right password waits too', async () => {
    const { userName } = await anAdmin(city)
    await guessTimes(5, userName)
    const right = () => stranger.do(openSession, { userName, password: PASSWORD })
    await expect(right()).rejects.toMatchObject({ ...wait, params: { minutes: 1 } })
    let now = SATURDAY
    const waits: number[] = []
    for (let n = 0; n < 8; n += 1) {
      let minutes = 0
      do {
        now = addMinutes(now, 0.5)
        minutes += 0.5
        city.clock.set(now)
      } while (await isWaiting(userName))
      waits.push(minutes)
    }
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60])
    city.clock.set(addHours(now, 1))
    await right()
    await guessTimes(5, userName)
  })

  /** True when told to wait; a guess that was judged counts. */
  async function isWaiting(userName: string): Promise<boolean> {
    const fault: unknown = await guess(userName).catch((error: unknown) => error)
    return (fault as { code: string }).code === 'sign_in.wait'
  }

  test('is the same for a name that nobody has', async () => {
    await guessTimes(5, 'tak-seorang-pun')
    await expect(guess('tak-seorang-pun')).rejects.toMatchObject(wait)
  })

  test('is forgotten a day later', async () => {
    const { userName } = await anAdmin(city)
    await guessTimes(5, userName)
    city.clock.set(addHours(SATURDAY, 25))
    await guessTimes(5, userName)
  })

  test('many at once gain nothing', async () => {
    const { userName } = await anAdmin(city)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => guess(userName).catch((error: unknown) => (error as { code: string }).code)),
    )
    expect(answers.filter((code) => code === 'sign_in.wrong')).toHaveLength(5)
    expect(answers.filter((code) => code === 'sign_in.wait')).toHaveLength(15)
  })

  test('is counted in a dry run too', async () => {
    const { userName } = await anAdmin(city)
    for (let n = 0; n < 5; n += 1) {
      const dry = stranger.do(openSession, { userName, password: 'tebakan' }, { check: true })
      await expect(dry).rejects.toMatchObject(wrong)
    }
    await expect(guess(userName)).rejects.toMatchObject(wait)
  })

  test('does not lock the real person out of a device that is known', async () => {
    const { userName } = await anAdmin(city)
    await signIn(city, userName)
    await guessTimes(5, userName)
    await expect(guess(userName)).rejects.toMatchObject(wait)
    await signIn(city, userName)
  })

  test('a known device has a count of its own, so that a stolen cookie is no way round', async () => {
    const { userName } = await anAdmin(city)
    await signIn(city, userName)
    const phone = city.app.caller({ kind: 'guest' }, PHONE_OF_SITI)
    await guessTimes(10, userName, phone)
    await expect(guess(userName, phone)).rejects.toMatchObject(wait)
  })
})

test('one address that guesses many accounts waits as well', async () => {
  const from = city.app.caller({ kind: 'guest' }, { address: '198.51.100.4' })
  for (let n = 0; n < 30; n += 1) await expect(guess(`korban-${n}`, from)).rejects.toMatchObject(wrong)
  await expect(guess('korban-30', from)).rejects.toMatchObject(wait)
})

test('a counter does not say whom it counts', async () => {
  await guessTimes(1, 'rahasia-saya')
  const { rows } = await city.superuser.query('select id from sign_in_attempt')
  expect(JSON.stringify(rows)).not.toMatch(/rahasia|203\.0\.113/)
})

describe('a second person at the same device', () => {
  const attempt = async (
    input: Partial<z.input<typeof CoSigned>>,
    as = city.userWith({ roles: ['teller'] }),
  ): Promise<string> =>
    (await as).do(approve, { userName: 'x', password: PASSWORD, placeId: city.rootId, late: false, ...input })

  test('vouches with name and password', async () => {
    const second = await anAdmin(city)
    expect(await attempt({ userName: second.userName })).toBe(second.userId)
  })

  test('is another one, with the permission, and one answer hides what was wrong', async () => {
    const { userName, userId } = await anAdmin(city)
    const no = { code: 'sign_in.co_sign_wrong' }
    await expect(attempt({ userName }, Promise.resolve({ ...city.as(userId), userId }))).rejects.toMatchObject({
      code: 'sign_in.co_sign_self',
    })
    await expect(attempt({ userName, password: 'salah' })).rejects.toMatchObject(no)
    await expect(attempt({ userName: 'tidak-ada' })).rejects.toMatchObject(no)
    await city.superuser.query(
      `update role_grant set valid_from = '2026-10-01', valid_to = '2026-10-09' where user_id = $1`,
      [userId],
    )
    await expect(attempt({ userName })).rejects.toMatchObject(no)
  })

  test('wrong answers are counted although the operation is refused, keep nothing else, and lock nobody’s sign-in', async () => {
    const { userName } = await anAdmin(city)
    const teller = city.userWith({ roles: ['teller'] })
    const { rows: before } = await city.superuser.query('select count(*) from place')
    for (let n = 0; n < 5; n += 1) {
      await expect(attempt({ userName, password: 'salah' }, teller)).rejects.toMatchObject({
        code: 'sign_in.co_sign_wrong',
      })
    }
    await expect(attempt({ userName }, teller)).rejects.toMatchObject(wait)
    const { rows: after } = await city.superuser.query('select count(*) from place')
    expect(after).toEqual(before)
    await signIn(city, userName)
  })

  test('a refusal under a key is no answer to the next try', async () => {
    const { userName, userId } = await anAdmin(city)
    const teller = await city.userWith({ roles: ['teller'] })
    const input = { userName, placeId: city.rootId, late: false }
    await expect(teller.do(approve, { ...input, password: 'salah' }, { key: 'k' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    expect(await teller.do(approve, { ...input, password: PASSWORD }, { key: 'k' })).toBe(userId)
  })

  test('is asked before anything is written', async () => {
    const { userName } = await anAdmin(city)
    await expect(attempt({ userName, late: true })).rejects.toThrow('before anything is written')
  })
})

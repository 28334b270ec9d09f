import { beforeEach, expect, test } from 'vitest'
import { openTestCity, SATURDAY } from '../../../test/city.ts'
import { addMinutes } from '../clock/index.ts'
import { closeUser, openSession, openWithCode, sendCode } from './index.ts'
import { anAdmin, PHONE_OF_SITI, STRANGER } from './testing.ts'

const city = await openTestCity()
const guest = city.app.caller({ kind: 'guest' }, PHONE_OF_SITI)
let serial = 0

beforeEach(() => city.clock.set(SATURDAY))

async function someoneWithPhone() {
  serial += 1
  const phone = `08121000${String(serial).padStart(4, '0')}`
  return { phone, ...(await anAdmin(city, phone)) }
}

/** What stands in the messages for this number, newest first. */
async function messagesTo(phone: string): Promise<string[]> {
  const { rows } = await city.superuser.query<{ body: string }>(
    'select body from message where to_phone = $1 order by made_at desc, id desc',
    [`+62${phone.slice(1)}`],
  )
  return rows.map(({ body }) => body)
}

async function codeTo(phone: string): Promise<string> {
  const [newest = ''] = await messagesTo(phone)
  return /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(newest)?.[0] ?? ''
}

const wrong = { code: 'sign_in.code_wrong' }

test('the code that was sent opens a session, once, however it is typed', async () => {
  const { phone, userId } = await someoneWithPhone()
  expect(await guest.do(sendCode, { phone })).toEqual({ minutes: 10 })
  const code = (await codeTo(phone)).toLowerCase().replace('-', ' ')
  expect(await guest.do(openWithCode, { phone: `+62 ${phone.slice(1)}`, code })).toMatchObject({ userId })
  await expect(guest.do(openWithCode, { phone, code })).rejects.toMatchObject(wrong)
})

test('the answer is the same for a number without account, to which nothing is sent', async () => {
  expect(await guest.do(sendCode, { phone: '0812-9999-0001' })).toEqual({ minutes: 10 })
  expect(await messagesTo('081299990001')).toEqual([])
  await expect(guest.do(openWithCode, { phone: '081299990001', code: 'ACDE-FGHJ' })).rejects.toMatchObject(wrong)
})

test('only the newest code is good, for ten minutes', async () => {
  const { phone } = await someoneWithPhone()
  await guest.do(sendCode, { phone })
  const old = await codeTo(phone)
  await guest.do(sendCode, { phone })
  await expect(guest.do(openWithCode, { phone, code: old })).rejects.toMatchObject(wrong)
  const code = await codeTo(phone)
  city.clock.set(addMinutes(SATURDAY, 10))
  await expect(guest.do(openWithCode, { phone, code })).rejects.toMatchObject(wrong)
})

test('five wrong guesses use a code up', async () => {
  const { phone } = await someoneWithPhone()
  await guest.do(sendCode, { phone })
  for (let n = 0; n < 5; n += 1) {
    await expect(guest.do(openWithCode, { phone, code: 'ACDE-FGHJ' })).rejects.toMatchObject(wrong)
  }
  const code = await codeTo(phone)
  await expect(guest.do(openWithCode, { phone, code })).rejects.toMatchObject({ code: 'sign_in.wait' })
  city.clock.set(addMinutes(SATURDAY, 2))
  await expect(guest.do(openWithCode, { phone, code })).rejects.toMatchObject(wrong)
})

test('guesses at codes do not lock the password', async () => {
  const { phone, userName } = await someoneWithPhone()
  const stranger = city.app.caller({ kind: 'guest' }, STRANGER)
  await stranger.do(sendCode, { phone })
  for (let n = 0; n < 5; n += 1) {
    await expect(stranger.do(openWithCode, { phone, code: 'ACDE-FGHJ' })).rejects.toMatchObject(wrong)
  }
  await expect(guest.do(openSession, { userName, password: 'salah' })).rejects.toMatchObject({ code: 'sign_in.wrong' })
})

test('three codes are sent, then one waits; a dry run and a replay send none', async () => {
  const { phone } = await someoneWithPhone()
  await guest.do(sendCode, { phone }, { check: true })
  await guest.do(sendCode, { phone }, { key: `once ${phone}` })
  await guest.do(sendCode, { phone }, { key: `once ${phone}` })
  expect(await messagesTo(phone)).toHaveLength(1)
  await guest.do(sendCode, { phone })
  await guest.do(sendCode, { phone })
  await expect(guest.do(sendCode, { phone })).rejects.toMatchObject({ kind: 'limit', code: 'sign_in.wait' })
})

test.each(['', 'bukan nomor', '0354-771234'])('no code to %j', async (phone) => {
  await expect(guest.do(sendCode, { phone })).rejects.toMatchObject({ kind: 'invalid', issues: [{ field: 'phone' }] })
})

test('the code of a closed account opens nothing, and no code is in an entry', async () => {
  const { phone, userId } = await someoneWithPhone()
  await guest.do(sendCode, { phone })
  const code = await codeTo(phone)
  await (await city.userWith({ roles: ['city_admin'] })).do(closeUser, { userId }, { confirm: ['user.close'] })
  await expect(guest.do(openWithCode, { phone, code })).rejects.toMatchObject(wrong)
  const { rows } = await city.superuser.query<{ body: string }>('select body from audit_entry')
  expect(rows.some(({ body }) => body.includes(code) || body.includes(phone.slice(1)))).toBe(false)
})

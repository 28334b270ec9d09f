import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestCity, SATURDAY } from '../../../test/city.ts'
import { can } from '../access/index.ts'
import { verify } from '../audit/index.ts'
import { addSeconds, instantAt, systemClock } from '../clock/index.ts'
import { eraseSubject } from '../erasure/index.ts'
import { checkTexts } from '../i18n/index.ts'
import { newId } from '../id/index.ts'
import { operation, runOperation } from '../operation/index.ts'
import { runQuery } from '../query/index.ts'
import { refuse } from '../refusal/index.ts'
import { GatewayFailure, mailboxGateway } from './gateway.ts'
import type { MessageGateway, OutgoingMessage } from './gateway.ts'
import { askMailbox, askMessages, askMine, askOptOuts, notify, optIn, optOut, sendDue } from './index.ts'
import { claimMessages, recordFailed, recordSent } from './operations.ts'
import { texts } from './texts/index.ts'

const tell = operation<object>()({
  name: 'uji.tell',
  about: 'Tells a person.',
  input: z.strictObject({
    placeId: z.string(),
    personId: z.string().optional(),
    phone: z.string().nullable().default('+6281234567890'),
    template: z.string().default('uji.deposit'),
    body: z.string().default('Setoran 3 kg tercatat.'),
    onceKey: z.string(),
    urgent: z.boolean().default(false),
    isSecret: z.boolean().default(false),
    isRefused: z.boolean().default(false),
  }),
  output: z.string(),
  allow: can<{ placeId: string }>('uji.tell', (_, { placeId }) => placeId),
  async run(context, { isRefused, ...message }) {
    const id = await notify(context, message)
    if (isRefused) throw refuse('database.full')
    return id
  },
})
const forget = operation<object>()({
  name: 'uji.forget',
  about: 'Erases a person.',
  input: z.strictObject({ placeId: z.string(), personId: z.string() }),
  output: z.null(),
  allow: can<{ placeId: string }>('uji.tell', (_, { placeId }) => placeId),
  async run(context, { personId }) {
    await eraseSubject(context as never, personId)
    return null
  },
})

const city = await openTestCity({
  manifests: [{ name: 'uji', uses: [], operations: [tell, forget], permissions: { 'uji.tell': ['uji_teller'] } }],
})
const fresh = () => newId(systemClock)

function gateway(answer: (message: OutgoingMessage) => void = () => undefined) {
  const sent: OutgoingMessage[] = []
  const way: MessageGateway = {
    ...mailboxGateway(),
    async send(message) {
      answer(message)
      sent.push(message)
      return { ref: `uji:${message.id}` }
    },
  }
  return { way, sent }
}

async function aUnit() {
  // What earlier tests left over is sent away, so that each test sees its own.
  city.clock.set(SATURDAY)
  await city.superuser.query(`update message set status = 'failed' where status = 'queued'`)
  const placeId = await city.addPlace({ kind: 'waste_unit' })
  const personId = fresh()
  const teller = await city.userWith({ roles: ['uji_teller'], placeId })
  const person = await city.userWith({ roles: [], placeId, personId })
  const told = (more: Partial<z.input<typeof tell.input>> = {}, key?: string) =>
    teller.do(tell, { placeId, personId, onceKey: fresh(), ...more }, key === undefined ? {} : { key })
  const statusOf = async (id: string) => {
    const { rows } = await city.superuser.query(
      'select status, attempts, failure, body, to_phone from message where id = $1',
      [id],
    )
    return rows[0] as {
      status: string
      attempts: number
      failure: string | null
      body: string
      to_phone: string | null
    }
  }
  return { placeId, personId, teller, person, told, statusOf }
}

it('words every refusal in both languages', () => expect(checkTexts(texts)).toEqual([]))

describe('notify', () => {
  it('writes one message a key, also when two operations race', async () => {
    const { told, person } = await aUnit()
    const onceKey = fresh()
    const ids = await Promise.all([told({ onceKey }), told({ onceKey }), told({ onceKey })])
    expect(new Set(ids).size).toBe(1)
    expect((await person.ask(askMine, {})).rows).toMatchObject([{ id: ids[0], body: 'Setoran 3 kg tercatat.' }])
  })

  it('says nothing when the operation is refused, and nothing twice on replay', async () => {
    const { told, person } = await aUnit()
    await expect(told({ isRefused: true })).rejects.toMatchObject({ code: 'database.full' })
    const onceKey = fresh()
    expect(await told({ onceKey }, 'kunci')).toBe(await told({ onceKey }, 'kunci'))
    expect(await person.ask(askMine, {})).toMatchObject({ total: 1 })
  })

  it('keeps what may not go out, with the reason', async () => {
    const { told, person, statusOf } = await aUnit()
    expect(await statusOf(await told({ phone: null }))).toMatchObject({ status: 'suppressed', failure: 'no_address' })
    await person.do(optOut, { topic: 'uji' })
    expect(await statusOf(await told())).toMatchObject({ status: 'suppressed', failure: 'opted_out' })
    expect(await statusOf(await told({ isSecret: true }))).toMatchObject({ status: 'queued' })
    await person.do(optIn, { topic: 'uji' })
    expect(await statusOf(await told())).toMatchObject({ status: 'queued' })
  })

  it('refuses an empty body as a fault of the caller', async () => {
    const { told } = await aUnit()
    await expect(told({ body: '' })).rejects.toThrow(RangeError)
  })
})

describe('sending', () => {
  it('sends what is due once, under the id of the message', async () => {
    const { told, statusOf } = await aUnit()
    const id = await told()
    const { way, sent } = gateway()
    expect(await sendDue(city.system, way)).toEqual({ sent: 1, failed: 0 })
    expect(await sendDue(city.system, way)).toEqual({ sent: 0, failed: 0 })
    expect(sent).toMatchObject([{ id, to: '+6281234567890', text: 'Setoran 3 kg tercatat.' }])
    expect(await statusOf(id)).toMatchObject({ status: 'sent', attempts: 1 })
  })

  it('sends one message once when two processes send at once', async () => {
    const { told } = await aUnit()
    await Promise.all([told(), told(), told()])
    const { way, sent } = gateway()
    await Promise.all([sendDue(city.system, way), sendDue(city.system, way)])
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3)
    expect(sent).toHaveLength(3)
  })

  it('takes up what a killed process had claimed, under the same id, and hears no late answer', async () => {
    const { told, statusOf } = await aUnit()
    const id = await told()
    const [claimed] = await city.system.do(claimMessages, { limit: 5 })
    expect(claimed).toMatchObject({ id, attempt: 1 })
    const { way, sent } = gateway()
    await sendDue(city.system, way)
    expect(sent).toEqual([])
    city.clock.set(addSeconds(SATURDAY, 121))
    await sendDue(city.system, way)
    expect(sent.map((message) => message.id)).toEqual([id])
    expect(await city.system.do(recordSent, { id, attempt: 1, ref: 'late' })).toBe(false)
    await city.system.do(recordFailed, { id, attempt: 1, reason: 'late', isFinal: true })
    expect(await statusOf(id)).toMatchObject({ status: 'sent', attempts: 2 })
  })

  it('tries again later after a failure, and gives up when the gateway says so', async () => {
    const { told, statusOf } = await aUnit()
    const id = await told()
    const down = gateway(() => {
      throw new Error('connection refused')
    })
    expect(await sendDue(city.system, down.way)).toEqual({ sent: 0, failed: 1 })
    expect(await statusOf(id)).toMatchObject({ status: 'queued', failure: 'gateway_unreachable' })
    city.clock.set(addSeconds(SATURDAY, 90))
    const unknown = gateway(() => {
      throw new GatewayFailure('no such number', { isFinal: true })
    })
    await sendDue(city.system, unknown.way)
    expect(await statusOf(id)).toMatchObject({ status: 'failed', failure: 'no such number', attempts: 2 })
  })

  it('wakes nobody at night but for what is urgent', async () => {
    const { told } = await aUnit()
    city.clock.set(instantAt('2026-10-10', { hour: 22, minute: 0 }, 'Asia/Jakarta'))
    const [calm, urgent] = [await told(), await told({ urgent: true })]
    const { way, sent } = gateway()
    await sendDue(city.system, way)
    expect(sent.map(({ id }) => id)).toEqual([urgent])
    city.clock.set(instantAt('2026-10-11', { hour: 6, minute: 0 }, 'Asia/Jakarta'))
    await sendDue(city.system, way)
    expect(sent.map(({ id }) => id)).toEqual([urgent, calm])
  })

  it('is nobody’s but the system’s', async () => {
    const { teller } = await aUnit()
    const message = { id: fresh(), attempt: 1 }
    const denied = { code: 'access.denied' }
    await expect(teller.do(claimMessages, { limit: 1 })).rejects.toMatchObject(denied)
    await expect(teller.do(recordSent, { ...message, ref: '' })).rejects.toMatchObject(denied)
    await expect(teller.do(recordFailed, { ...message, reason: '', isFinal: true })).rejects.toMatchObject(denied)
    await expect(city.system.do(claimMessages, { limit: 0 })).rejects.toMatchObject({ issues: [{ field: 'limit' }] })
  })
})

describe('opting out', () => {
  it('is the person’s own, and the same twice', async () => {
    const { person, teller } = await aUnit()
    await person.do(optOut, { topic: 'uji.deposit' }, { key: 'a' })
    await person.do(optOut, { topic: 'uji.deposit' }, { key: 'a' })
    await person.do(optOut, { topic: 'uji.deposit' })
    expect(await person.ask(askOptOuts, {})).toEqual(['uji.deposit'])
    await person.do(optIn, { topic: 'uji.deposit' })
    await person.do(optIn, { topic: 'uji.deposit' })
    expect(await person.ask(askOptOuts, {})).toEqual([])
    await expect(teller.do(optOut, { topic: 'all' })).rejects.toMatchObject({ code: 'access.no_person' })
    await expect(teller.do(optIn, { topic: 'all' })).rejects.toMatchObject({ code: 'access.no_person' })
    await expect(person.do(optOut, { topic: 'Semua!' })).rejects.toMatchObject({ issues: [{ field: 'topic' }] })
  })
})

describe('reading', () => {
  it('shows a person their own only, and no code', async () => {
    const [one, other] = [await aUnit(), await aUnit()]
    await one.told({ body: 'Kode 123456', isSecret: true })
    await one.told()
    await other.told()
    expect((await one.person.ask(askMine, {})).rows.map(({ body }) => body)).toEqual(['Setoran 3 kg tercatat.'])
    await expect(city.guest.ask(askMine, {})).rejects.toMatchObject({ code: 'access.sign_in' })
  })

  it('shows staff the messages of their place, without words and number', async () => {
    const [here, there] = [await aUnit(), await aUnit()]
    const id = await here.told({ placeId: here.placeId })
    await there.told({ placeId: there.placeId })
    const auditor = await city.userWith({ roles: ['auditor'], placeId: here.placeId })
    const { rows } = await auditor.ask(askMessages, { status: 'queued' })
    expect(rows).toMatchObject([{ id, phone: '••••890', template: 'uji.deposit' }])
    expect(JSON.stringify(rows)).not.toContain('Setoran')
    await expect(here.teller.ask(askMessages, {})).rejects.toMatchObject({ code: 'access.denied' })
  })

  it('has a mailbox in a demo and none elsewhere', async () => {
    const { told } = await aUnit()
    const id = await told({ body: 'Kode 123456', isSecret: true })
    const { rows } = await city.guest.ask(askMailbox, { size: 200 })
    expect(rows.find((row) => row.id === id)).toMatchObject({ phone: '0812-3456-7890', body: 'Kode 123456' })
    const real = { ...city.app, city: { ...city.app.city, demo: false } }
    await expect(runQuery(real, askMailbox, {}, { kind: 'guest' })).rejects.toMatchObject({
      code: 'message.no_mailbox',
      kind: 'forbidden',
    })
    const system = { kind: 'system', job: 'uji' } as const
    await runOperation(real, claimMessages, { limit: 5 }, system)
    await runOperation(real, recordSent, { id, attempt: 1, ref: 'uji' }, system)
    const { rows: left } = await city.superuser.query('select body, status from message where id = $1', [id])
    expect(left).toEqual([{ body: '', status: 'sent' }])
  })
})

it('forgets an erased person, and every proof still holds', async () => {
  const { told, teller, placeId, personId, statusOf } = await aUnit()
  const id = await told()
  await teller.do(forget, { placeId, personId })
  expect(await statusOf(id)).toMatchObject({ body: '', to_phone: null, status: 'suppressed' })
  const { findings } = await verify(city.app)
  // `aUnit` itself changed messages as a database console would.
  const { rows } = await city.superuser.query<{ id: string }>(`select id from message where status = 'failed'`)
  const changed = new Set(rows.map((row) => row.id))
  expect(findings.filter((finding) => !changed.has(finding.id))).toEqual([])
})

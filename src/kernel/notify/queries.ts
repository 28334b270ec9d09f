import { z } from 'zod'
import { anyone, inScope, own, systemOnly, within } from '../access/index.ts'
import { Instant } from '../clock/index.ts'
import { query } from '../query/index.ts'
import { refuse } from '../refusal/index.ts'
import { pageInput, pageOf, personal } from '../schema/contract.ts'
import { optOutsOf } from './notify.ts'
import { maskPhone, showPhone } from './phone.ts'
import type { NotifyTables } from './tables.ts'

const Status = z.enum(['queued', 'sent', 'failed', 'suppressed'])
const Message = { id: z.uuid(), template: z.string(), status: Status, madeAt: Instant, sentAt: Instant.nullable() }

export const askMine = query<NotifyTables>()({
  name: 'message.mine',
  about: 'What the person was told, newest first; also what could not be sent.',
  input: z.strictObject(pageInput),
  output: pageOf(z.strictObject({ ...Message, body: personal(z.string()) })),
  allow: own(),
  async run({ db, scope }, { page, size }) {
    const mine = db.selectFrom('message').where('toPersonId', '=', scope.personId).where('isSecret', '=', false)
    const rows = await mine
      .select(['id', 'template', 'status', 'madeAt', 'sentAt', 'body'])
      .orderBy('madeAt', 'desc')
      .orderBy('id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const { total } = await mine.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return { rows, total, page, size }
  },
})

export const askOptOuts = query<NotifyTables>()({
  name: 'message.opt_outs',
  about: 'What the person has turned off.',
  input: z.strictObject({}),
  output: z.array(z.string()),
  allow: own(),
  run: ({ db, scope }) => optOutsOf(db, scope.personId),
})

export const askMailbox = query<NotifyTables>()({
  name: 'message.mailbox',
  about: 'In a demo, where nothing leaves the program: the newest messages as they would arrive on phones.',
  input: z.strictObject(pageInput),
  output: pageOf(z.strictObject({ ...Message, phone: personal(z.string()), body: personal(z.string()) })),
  allow: anyone(),
  async run({ db, city }, { page, size }) {
    if (!city.demo) throw refuse('message.no_mailbox', {}, { kind: 'forbidden' })
    const told = db.selectFrom('message').where('status', '!=', 'suppressed').where('toPhone', 'is not', null)
    const rows = await told
      .select(['id', 'template', 'status', 'madeAt', 'sentAt', 'toPhone', 'body'])
      .orderBy('madeAt', 'desc')
      .orderBy('id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const { total } = await told.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return {
      rows: rows.map(({ toPhone, ...row }) => ({
        ...row,
        phone: showPhone(toPhone ?? ''),
      })),
      total,
      page,
      size,
    }
  },
})

export const askMessages = query<NotifyTables>()({
  name: 'message.list',
  about: 'Messages of a place and how they fared, newest first; whom they reached only by the last digits, no words.',
  input: z.strictObject({ status: Status.optional(), ...pageInput }),
  output: pageOf(
    z.strictObject({
      ...Message,
      placeId: z.uuid().nullable(),
      phone: z.string().nullable(),
      attempts: z.int(),
      sendAfter: Instant,
      failure: z.string().nullable(),
    }),
  ),
  allow: within('message.read'),
  async run({ db, scope }, { status, page, size }) {
    let listed = db.selectFrom('message').where(inScope(scope, 'message.place_id'))
    if (status !== undefined) listed = listed.where('status', '=', status)
    const rows = await listed
      .select([
        'id',
        'template',
        'status',
        'madeAt',
        'sentAt',
        'placeId',
        'toPhone',
        'attempts',
        'sendAfter',
        'failure',
      ])
      .orderBy('madeAt', 'desc')
      .orderBy('id', 'desc')
      .limit(size)
      .offset((page - 1) * size)
      .execute()
    const { total } = await listed.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return {
      rows: rows.map(({ toPhone, ...row }) => ({
        ...row,
        phone: toPhone === null ? null : maskPhone(toPhone),
      })),
      total,
      page,
      size,
    }
  },
})

export const askDue = query<NotifyTables>()({
  name: 'message.due',
  about: 'Whether a message waits to be sent now.',
  input: z.strictObject({}),
  output: z.boolean(),
  allow: systemOnly(),
  async run({ db, now }) {
    const due = await db
      .selectFrom('message')
      .select('id')
      .where('status', '=', 'queued')
      .where('sendAfter', '<=', now)
      .limit(1)
      .executeTakeFirst()
    return due !== undefined
  },
})

import { sql } from 'kysely'
import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import { own, systemOnly } from '../access/index.ts'
import { addSeconds, Instant } from '../clock/index.ts'
import { internalsOf, operation } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { personIdOf } from '../access/index.ts'
import { personal } from '../schema/contract.ts'
import { channels } from './gateway.ts'
import { retryAt } from './retry.ts'
import type { MessageTable, NotifyTables } from './tables.ts'

/** A gateway has this long to answer; then the message is due again, under the same id. */
const answerWithinSeconds = 120

const Claimed = z.strictObject({
  id: z.uuid(),
  attempt: z.int(),
  channel: z.enum(channels),
  locale: z.enum(['id', 'en']),
  to: personal(z.string()),
  text: personal(z.string()),
})
export type Claimed = z.output<typeof Claimed>

export const claimMessages = operation<NotifyTables>()({
  name: 'message.claim',
  about: 'Takes messages that are due out of the queue for a while, to be sent by the caller.',
  input: z.strictObject({ limit: z.int().min(1).max(200) }),
  output: z.array(Claimed),
  allow: systemOnly(),
  async run(context, { limit }) {
    const { db, trail } = internalsOf(context)
    const { now } = context
    const { rows } = await sql<Selectable<MessageTable>>`
      update message set attempts = attempts + 1, send_after = ${addSeconds(now, answerWithinSeconds)}
      where id in (
        select id from message where status = 'queued' and send_after <= ${now}
        order by send_after, id limit ${limit} for update skip locked)
      returning *`.execute(db)
    for (const row of rows) trail.wrote('message', row)
    return rows.map(({ id, attempts, channel, locale, toPhone, body }) => {
      return { id, attempt: attempts, channel, locale, to: toPhone ?? '', text: body }
    })
  },
})

/** An answer counts for the attempt that asked for it; a late one, after another took over, changes nothing. */
const Attempt = { id: z.uuid(), attempt: z.int().min(1) }

export const recordSent = operation<NotifyTables>()({
  name: 'message.record_sent',
  about: 'Notes that the gateway took a message.',
  input: z.strictObject({ ...Attempt, ref: z.string().max(200) }),
  output: z.boolean(),
  allow: systemOnly(),
  async run({ tx, write, now, city }, { id, attempt, ref }) {
    const found = await tx.selectFrom('message').select('isSecret').where('id', '=', id).executeTakeFirst()
    const dropped = found?.isSecret && !city.demo ? { body: '' } : {}
    const sent = { status: 'sent' as const, sentAt: now, gatewayRef: ref, failure: null, ...dropped }
    const rows = await write.update('message', sent, { id, attempts: attempt, status: 'queued' })
    return rows.length > 0
  },
})

export const recordFailed = operation<NotifyTables>()({
  name: 'message.record_failed',
  about: 'Notes that the gateway did not take a message, and when to try again.',
  input: z.strictObject({ ...Attempt, reason: z.string().max(200), isFinal: z.boolean() }),
  output: z.strictObject({ nextAt: Instant.nullable() }),
  allow: systemOnly(),
  async run({ write, now }, { id, attempt, reason, isFinal }) {
    const nextAt = retryAt({ failedAt: now, attempt, key: id, isFinal })
    const next = nextAt === undefined ? { status: 'failed' as const } : { sendAfter: nextAt }
    await write.update('message', { failure: reason, ...next }, { id, attempts: attempt, status: 'queued' })
    return { nextAt: nextAt ?? null }
  },
})

const Topic = z.strictObject({
  topic: z
    .string()
    .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/)
    .max(80),
})

export const optOut = operation<NotifyTables>()({
  name: 'message.opt_out',
  about: 'Turns off messages of a topic (`room.topic`), of a room (`room`) or all that can be turned off (`all`).',
  input: Topic,
  output: z.null(),
  allow: own(),
  async run(context, { topic }) {
    const { db, trail } = internalsOf(context)
    const row = { id: context.newId(), personId: actingPerson(context), topic, madeAt: context.now }
    const made = await (db as unknown as Kysely<NotifyTables>)
      .insertInto('notifyOptOut')
      .values(row)
      .onConflict((conflict) => conflict.columns(['personId', 'topic']).doNothing())
      .returningAll()
      .executeTakeFirst()
    if (made) trail.wrote('notify_opt_out', made)
    return null
  },
})

export const optIn = operation<NotifyTables>()({
  name: 'message.opt_in',
  about: 'Turns messages on again that were turned off under this word.',
  input: Topic,
  output: z.null(),
  allow: own(),
  async run(context, { topic }) {
    await context.write.remove('notifyOptOut', { personId: actingPerson(context), topic })
    return null
  },
})

function actingPerson({ actor }: Pick<OperationContext<never>, 'actor'>): string {
  const personId = personIdOf(actor)
  if (personId === undefined) throw new Error('The rule lets only a person in')
  return personId
}

import type { Kysely } from 'kysely'
import { internalsOf } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import type { Channel } from './gateway.ts'
import { mayReach } from './opt-out.ts'
import { sendAt } from './quiet-hours.ts'
import type { QuietHours } from './quiet-hours.ts'
import type { NotifyTables } from './tables.ts'

/** What notifying needs of a running operation: the very context that `run` was given, not a part of it. */
export type NotifyContext = Pick<OperationContext<never>, 'now' | 'newId' | 'newToken' | 'city'>

export interface NewMessage {
  /** Whom it is for; their opt-outs count, and they can read it under their own messages. */
  readonly personId?: string | undefined
  /** E.164, as `parsePhone` gives it. */
  readonly phone: string | null
  /** `room.topic`. */
  readonly template: string
  /** In the receiver's language, ready to send. */
  readonly body: string
  /** See `onceKey`: the same key twice is one message. */
  readonly onceKey: string
  /** Goes out also at night: a code for signing in, money just paid. */
  readonly urgent?: boolean
  /** Cannot be turned off: a decision about the person, money that left their balance. */
  readonly isRequired?: boolean
  /** Holds a one-time code. */
  readonly isSecret?: boolean
  readonly channel?: Channel
  readonly locale?: 'id' | 'en'
  readonly placeId?: string | undefined
}

/** No decree says when a city may write to people; nobody is woken (asumsi). */
export const nightRest: QuietHours = { from: '21:00', to: '06:00' }

const bodyMax = 2_000

/**
 * Puts a message into the queue in the transaction of the operation: it goes out when, and only when, that commits.
 * A message that may not go out is kept as `suppressed`, with the reason.
 * @returns the id of the message, or of the one that stands under this key already.
 */
export async function notify(context: NotifyContext, message: NewMessage): Promise<string> {
  const { db, trail } = internalsOf(context)
  const tables = db as unknown as Kysely<NotifyTables>
  if (message.body === '' || message.body.length > bodyMax) {
    throw new RangeError(`A message has 1 to ${bodyMax} characters`)
  }
  const made = await tables
    .insertInto('message')
    .values(await rowOf(context, tables, message))
    .onConflict((conflict) => conflict.column('onceKey').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (made) {
    trail.wrote('message', made)
    return made.id
  }
  const known = await tables
    .selectFrom('message')
    .select('id')
    .where('onceKey', '=', message.onceKey)
    .executeTakeFirstOrThrow()
  return known.id
}

async function rowOf(context: NotifyContext, tables: Kysely<NotifyTables>, message: NewMessage) {
  const { now, city } = context
  const { personId, phone, template, body, onceKey, urgent = false, isSecret = false } = message
  const reach = mayReach({
    topic: template,
    isRequired: message.isRequired ?? isSecret,
    optOuts: personId === undefined ? [] : await optOutsOf(tables, personId),
    hasAddress: phone !== null,
  })
  const urgency = urgent ? 'at_once' : 'in_waking_hours'
  return {
    id: context.newId(),
    toPersonId: personId ?? null,
    toPhone: phone,
    channel: message.channel ?? 'whatsapp',
    locale: message.locale ?? 'id',
    template,
    body,
    isSecret,
    onceKey,
    status: reach.send ? ('queued' as const) : ('suppressed' as const),
    attempts: 0,
    sendAfter: sendAt({ now, zone: city.zone, quiet: nightRest, urgency }),
    sentAt: null,
    gatewayRef: null,
    failure: reach.send ? null : reach.because,
    placeId: message.placeId ?? null,
    blind: personId === undefined ? context.newToken() : null,
    madeAt: now,
  }
}

export async function optOutsOf(tables: Pick<Kysely<NotifyTables>, 'selectFrom'>, personId: string): Promise<string[]> {
  const rows = await tables
    .selectFrom('notifyOptOut')
    .select('topic')
    .where('personId', '=', personId)
    .orderBy('topic')
    .execute()
  return rows.map(({ topic }) => topic)
}

import type { ColumnType } from 'kysely'
import type { Channel } from './gateway.ts'

/** The truth about what was told to whom. A gateway sends and keeps nothing. */
export interface MessageTable {
  /** Also the gateway's idempotency key. */
  id: string
  toPersonId: string | null
  /** E.164. */
  toPhone: string | null
  channel: Channel
  locale: 'id' | 'en'
  /** `room.topic`: what it is about, and what can be turned off. */
  template: string
  body: string
  /** Holds a one-time code: the words are dropped once it is sent, and shown to nobody but in a demo. */
  isSecret: boolean
  onceKey: string
  status: 'queued' | 'sent' | 'failed' | 'suppressed'
  attempts: number
  /** Not before this; while a gateway has it, the end of its time to answer. */
  sendAfter: ColumnType<string, string, string>
  sentAt: ColumnType<string | null, string | null, string | null>
  gatewayRef: string | null
  /** Why it was not delivered: `opted_out`, `no_address`, or the gateway's last reason. */
  failure: string | null
  placeId: string | null
  /** Random, so that the row hash of a message without a person tells nothing about a short code in it. */
  blind: string | null
  madeAt: ColumnType<string, string, never>
}

export interface NotifyOptOutTable {
  id: string
  personId: string
  /** `room`, `room.topic` or `all`. */
  topic: string
  madeAt: ColumnType<string, string, never>
}

export interface NotifyTables {
  message: MessageTable
  notifyOptOut: NotifyOptOutTable
}

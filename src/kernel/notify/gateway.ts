export const channels = ['mailbox', 'whatsapp', 'sms', 'email'] as const
export type Channel = (typeof channels)[number]

export interface OutgoingMessage {
  /** The row's id; a gateway that knows idempotency keys is given it, for a call may be repeated after a lost answer. */
  id: string
  channel: Channel
  /** E.164 number, mail address, or the person's id for the mailbox. */
  to: string
  locale: 'id' | 'en'
  /** For mail. */
  subject?: string
  text: string
}

/** The way to the outside. It sends and keeps nothing: the row of the message is the truth. */
export interface MessageGateway {
  readonly name: string
  readonly channels: readonly Channel[]
  /** The gateway's own reference. Throws {@link GatewayFailure}; anything else thrown counts as not final. */
  send(message: OutgoingMessage, signal?: AbortSignal): Promise<{ ref: string }>
}

/** A gateway that did not take a message; `isFinal` when trying again cannot help (no such number). */
export class GatewayFailure extends Error {
  override readonly name = 'GatewayFailure'
  readonly isFinal: boolean

  constructor(reason: string, options: { isFinal: boolean; cause?: unknown }) {
    super(reason, { cause: options.cause })
    this.isFinal = options.isFinal
  }
}

/**
 * The gateway of demos and of cities without another: nothing leaves the program, and every channel is answered, so that
 * the row of the message, read in the mailbox page, is all there is.
 */
export function mailboxGateway(): MessageGateway {
  return {
    name: 'mailbox',
    channels,
    send(message) {
      if (message.to === '' || message.text === '') {
        return Promise.reject(new GatewayFailure('message without receiver or text', { isFinal: true }))
      }
      return Promise.resolve({ ref: `mailbox:${message.id}` })
    },
  }
}

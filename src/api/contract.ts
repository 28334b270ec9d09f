import { z } from 'zod'
import { Instant } from '../kernel/clock/contract.ts'

/**
 * What a device did without signal. The contract of the offline app: keys are the device's own and are kept for ever;
 * an act that was put into the outbox is sent by the outbox alone, until it is answered.
 */
export const Outbox = z.strictObject({
  acts: z
    .array(
      z.strictObject({
        operation: z.string().max(80),
        key: z.string().min(8).max(100),
        input: z.unknown(),
        confirm: z.array(z.string().max(80)).max(20).default([]),
        /** When the device did it, by its own clock. */
        at: Instant.optional(),
      }),
    )
    .min(1)
    .max(200),
})

/** Each act's answer, in the order in which they came. */
export const OutboxReply = z.strictObject({
  answers: z.array(
    z.strictObject({
      key: z.string(),
      /** How far the device's clock was ahead of ours when over an hour, negative when behind; the server's time counts. */
      clockOffMinutes: z.int().nullable(),
      saved: z.boolean(),
      /** The operation's answer, when saved. */
      result: z.unknown().optional(),
      /** Else a refusal as every door words it, or `{ reference }` of a fault of ours: then the act is sent again later. */
      error: z.unknown().optional(),
    }),
  ),
  serverAt: Instant,
})

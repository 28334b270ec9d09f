import { z } from 'zod'
import { Instant } from '../kernel/clock/contract.ts'

/** What a device did without signal. The contract of the offline app: keys are the device's own and are kept for ever. */
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

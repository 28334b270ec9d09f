import type { z } from 'zod'
import type { Caller } from '../app/contract.ts'

/** Work that runs later, as an actor of its own; whatever it changes, it changes by operations. */
export interface JobDefinition {
  /** `noun.verb`, also the queue's name. */
  readonly name: string
  readonly input: z.ZodType
  /** Whose data the payload holds; personal values never go into a payload, ids do. */
  readonly holds: 'operational' | 'public'
  /** Cron in the city's zone, for what runs by itself. */
  readonly every?: string
  readonly retries?: number
  run(caller: Caller, data: unknown): Promise<void>
}

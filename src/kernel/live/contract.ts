import type { Allow } from '../access/index.ts'

/** What may be listened to, and by whom. A message carries ids; whoever hears it asks the query again. */
export interface TopicDefinition {
  /** `noun` as in `waste-unit-day`; the channel is `noun:<id>`. */
  readonly name: string
  readonly about: string
  readonly allow: Allow<{ id: string }, unknown>
}

import { createHash } from 'node:crypto'

/** What makes a message the same message: sent once, however often its cause is worked through. */
export interface Occasion {
  /** Which words: `waste.deposit_recorded`. */
  topic: string
  /** Which record it speaks of. */
  subjectId: string
  /** Which time, where a record gives several: a due date, a step. */
  occurrence?: string
  recipientId: string
  channel: string
}

/** 64 hexadecimal digits for a unique column. Holds no personal value in the clear. */
export function onceKey({ topic, subjectId, occurrence, recipientId, channel }: Occasion): string {
  return createHash('sha256')
    .update(JSON.stringify([topic, subjectId, occurrence ?? '', recipientId, channel]))
    .digest('hex')
}

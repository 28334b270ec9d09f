import { z } from 'zod'
import { systemOnly } from '../access/index.ts'
import { Id } from '../id/contract.ts'
import { operation } from '../operation/index.ts'
import type { OperationContext } from '../operation/index.ts'
import { eraseSubject } from './erase.ts'

/** A backup may be older than an erasure: after a restore everyone on the list is erased again. */
export const replayErasure = operation<object>()({
  name: 'erasure.replay',
  about: 'Erases once more, after a restore, a person who had been erased before.',
  input: z.strictObject({ personId: Id }),
  output: z.null(),
  allow: systemOnly(),
  async run(context, { personId }) {
    context.about(personId)
    await eraseSubject(context as OperationContext<never>, personId)
    return null
  },
})

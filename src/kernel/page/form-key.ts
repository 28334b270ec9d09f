import { systemClock } from '../clock/index.ts'
import { newId } from '../id/index.ts'

/** The idempotency key of one form: rendered once, sent with every attempt. */
export function formKey(): string {
  return newId(systemClock)
}

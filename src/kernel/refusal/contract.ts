/** How a refusal is told apart at every door; the one table for HTTP, command line and screen is `treatment`. */
export const refusalKinds = [
  'invalid',
  'confirm',
  'forbidden',
  'not_found',
  'conflict',
  'limit',
  'precondition',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

export type RefusalParams = Readonly<Record<string, string | number>>

/** One thing wrong with one field; `field` is a path such as `lines.0.weightGram`. */
export interface FieldIssue {
  readonly field: string
  readonly code: string
  readonly params: RefusalParams
}

/** A refusal as every door sends it. `message` is already in the reader's language. */
export interface RefusalReport {
  readonly kind: RefusalKind
  readonly code: string
  readonly params: RefusalParams
  readonly message: string
  readonly issues: readonly (FieldIssue & { readonly message: string })[]
}

/**
 * The only mapping from a kind to a door's own language.
 * A `confirm` is a question: the same input sent again with the code in `confirm` passes.
 */
export const treatment: Readonly<Record<RefusalKind, { status: number; exit: number; tone: 'stop' | 'wait' }>> = {
  invalid: { status: 422, exit: 2, tone: 'stop' },
  confirm: { status: 428, exit: 2, tone: 'wait' },
  forbidden: { status: 403, exit: 2, tone: 'stop' },
  not_found: { status: 404, exit: 2, tone: 'stop' },
  conflict: { status: 409, exit: 2, tone: 'stop' },
  limit: { status: 429, exit: 2, tone: 'wait' },
  precondition: { status: 409, exit: 2, tone: 'stop' },
}

import { DatabaseError } from 'pg'
import { refuse, Refusal } from '../refusal/index.ts'

/** Which constraint says what: `account_floor` → the refusal that a person can act on. */
export type ConstraintRefusals = Readonly<Record<string, (detail: string) => Refusal>>

function isDatabaseError(fault: unknown): fault is DatabaseError {
  return fault instanceof DatabaseError
}

export function retryable(fault: unknown): boolean {
  return isDatabaseError(fault) && (fault.code === '40001' || fault.code === '40P01')
}

export function violates(fault: unknown, constraint: string): boolean {
  return isDatabaseError(fault) && fault.constraint === constraint
}

/** The server ended the session (shutdown, crash): the client is of no more use. */
export function wasCancelledByServer(fault: unknown): boolean {
  return isDatabaseError(fault) && (fault.code?.startsWith('57P') ?? false)
}

const CONNECTION_LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/**
 * The database is the last judge; this is the one place that words its verdict.
 * A fault without a wording is given back as it is: it is a bug and must be seen as one.
 */
export function toRefusal(fault: unknown, constraints: ConstraintRefusals): unknown {
  if (fault instanceof Refusal) return fault
  if (isConnectionLost(fault)) return refuse('database.unreachable', {}, { kind: 'precondition' })
  if (!isDatabaseError(fault)) return fault
  const worded = fault.constraint ? constraints[fault.constraint] : undefined
  if (worded) return worded(fault.detail ?? '')
  if (fault.code === '53100' || fault.code === '53200') return refuse('database.full', {}, { kind: 'precondition' })
  if (fault.code === '57014') return refuse('database.too_slow', {}, { kind: 'limit' })
  if (wasCancelledByServer(fault) || fault.code === '53300') return refuse('database.unreachable', {})
  return fault
}

function isConnectionLost(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
  return (
    CONNECTION_LOST.has(code) ||
    /Connection terminated|connection ended|not queryable|timeout exceeded when trying/i.test(fault.message)
  )
}

import type { ZodError } from 'zod'
import type { FieldIssue, RefusalKind, RefusalParams } from './contract.ts'

/** A "no" that a person can act on. Anything thrown that is not a Refusal is a fault of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly code: string
  readonly params: RefusalParams
  readonly issues: readonly FieldIssue[]

  constructor(kind: RefusalKind, code: string, params: RefusalParams, issues: readonly FieldIssue[]) {
    super(code)
    this.kind = kind
    this.code = code
    this.params = params
    this.issues = issues
  }
}

/**
 * A "no" after which what the operation has written until then stays: a wrong password is refused and is counted.
 * The runner commits, leaves an entry without key (so that it is no answer to a replay), and then throws it. Only the
 * kernel throws one, and before the operation has written anything of its own.
 */
export class KeptRefusal extends Refusal {}

/**
 * Makes a refusal, to be thrown.
 * `code` is `noun.state` and also the message key `refusal.<code>` of the part that owns it.
 */
export function refuse(
  code: string,
  params: RefusalParams = {},
  options: { kind?: RefusalKind; field?: string } = {},
): Refusal {
  const issues = options.field === undefined ? [] : [{ field: options.field, code, params }]
  return new Refusal(options.kind ?? (issues.length > 0 ? 'invalid' : 'precondition'), code, params, issues)
}

/** Several wrong fields at once, so that a form can mark them all in one answer. */
export function refuseFields(issues: readonly FieldIssue[]): Refusal {
  return new Refusal('invalid', 'input.invalid', { n: issues.length }, issues)
}

/** Turns what zod found into issues with our own codes, so that every door words them alike. */
export function refuseZod(error: ZodError, raw: unknown): Refusal {
  return refuseFields(
    error.issues.map((issue) => ({
      field: issue.path.map(String).join('.'),
      code: zodCode(issue, valueAt(raw, issue.path)),
      params: zodParams(issue),
    })),
  )
}

type ZodIssue = ZodError['issues'][number]

/** An issue tells no input, by zod's default, so what was sent is looked up. */
function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw
  for (const step of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}

const ownCode = /^[a-z_]+(?:\.[a-z_]+)+$/

function zodCode(issue: ZodIssue, sent: unknown): string {
  if (sent === undefined && issue.code !== 'custom' && issue.code !== 'unrecognized_keys') return 'input.required'
  // A contract may name a refusal of its own: `.min(1, { error: 'deposit.weight_zero' })`.
  if (ownCode.test(issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return 'input.wrong_type'
    case 'too_small':
      if (sent === '') return 'input.required'
      return issue.origin === 'string' ? 'input.too_short' : 'input.too_small'
    case 'too_big':
      return issue.origin === 'string' ? 'input.too_long' : 'input.too_big'
    case 'unrecognized_keys':
      return 'input.unknown_field'
    case 'custom':
      return typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'input.not_allowed'
    default:
      return 'input.not_allowed'
  }
}

function zodParams(issue: ZodIssue): RefusalParams {
  switch (issue.code) {
    case 'too_small':
      return { min: Number(issue.minimum) }
    case 'too_big':
      return { max: Number(issue.maximum) }
    case 'unrecognized_keys':
      return { names: issue.keys.join(', ') }
    default:
      return {}
  }
}

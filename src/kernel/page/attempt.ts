import { data } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { Refusal, treatment } from '../refusal/index.ts'
import type { RefusalReport } from '../refusal/index.ts'
import { requestContext } from './context.ts'

/** What a refused form is drawn from again: why, and what had been typed. */
export interface Refused {
  readonly refusal: RefusalReport
  readonly typed: Readonly<Record<string, string>>
}

const secretField = /password|sandi|secret|(?:^|[._-])(?:pin|otp|token|code)$/i

/**
 * Runs an action's work. A refusal is returned with its status, so that the page draws the form again;
 * without this it would replace the page. Secrets are not sent back.
 */
export async function attempt<T>(
  context: Readonly<RouterContextProvider>,
  form: FormData,
  work: () => Promise<T>,
): Promise<T | ReturnType<typeof data<Refused>>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const refusal = context.get(requestContext).report(error)
    return data<Refused>({ refusal, typed: typedIn(form) }, { status: treatment[error.kind].status })
  }
}

function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of form) if (typeof value === 'string' && !secretField.test(name)) typed[name] = value
  return typed
}

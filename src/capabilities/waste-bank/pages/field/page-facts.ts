import { redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { systemClock } from '../../../../kernel/clock/index.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { newId } from '../../../../kernel/id/index.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import type { RequestContext } from '../../../../kernel/page/index.ts'

/** What every page of the teller is drawn with. */
export interface PageFacts {
  readonly locale: Locale
  readonly demo: boolean
  readonly zone: string
}

/** The request of somebody who signed in; anybody else is sent to sign in, and comes back. */
export function signedIn(
  context: Readonly<RouterContextProvider>,
  request: Request,
): { on: RequestContext; page: PageFacts } {
  const on = context.get(requestContext)
  if (on.session === undefined) {
    const { pathname, search } = new URL(request.url)
    throw redirect(`/masuk?lanjut=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`)
  }
  return { on, page: { locale: on.locale, demo: on.demo, zone: on.city.zone } }
}

/** The idempotency key of one form: rendered once, sent with every attempt. */
export function formKey(): string {
  return newId(systemClock)
}

import type { RouterContextProvider } from 'react-router'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { signedIn } from '../../../../kernel/page/index.ts'
import type { RequestContext } from '../../../../kernel/page/index.ts'

/** What every page of the teller is drawn with. */
export interface PageFacts {
  readonly locale: Locale
  readonly demo: boolean
  readonly zone: string
}

/** The request of a teller, and what its page is drawn with. */
export function asTeller(
  context: Readonly<RouterContextProvider>,
  request: Request,
): { on: RequestContext; page: PageFacts } {
  const on = signedIn(context, request)
  return { on, page: { locale: on.locale, demo: on.demo, zone: on.city.zone } }
}

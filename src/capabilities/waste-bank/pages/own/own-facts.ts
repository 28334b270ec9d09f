import { redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import type { RequestContext } from '../../../../kernel/page/index.ts'

/** What every page of a member is drawn with. */
export interface OwnFacts {
  readonly locale: Locale
  readonly demo: boolean
  readonly zone: string
  readonly cityName: string
  readonly person: string
}

export function ownFacts({ locale, demo, city, session }: RequestContext): OwnFacts {
  return { locale, demo, zone: city.zone, cityName: city.name, person: session?.name ?? '' }
}

/** The request of a member; anybody else is led to the code on the card. */
export function asMember(context: Readonly<RouterContextProvider>): { on: RequestContext; page: OwnFacts } {
  const on = context.get(requestContext)
  if (on.session === undefined) throw redirect('/milik')
  return { on, page: ownFacts(on) }
}

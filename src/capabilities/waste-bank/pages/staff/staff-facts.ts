import { formKey, signedIn } from '../../../../kernel/page/index.ts'
import type { RequestContext } from '../../../../kernel/page/index.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import type { RouterContextProvider } from 'react-router'
import { myPermissions } from '../../../../kernel/sign-in/index.ts'
import type { permissions } from '../../contract.ts'
import { getPrices } from '../../index.ts'

/** What every page of a manager is drawn with. */
export interface StaffFacts {
  readonly locale: Locale
  readonly demo: boolean
  readonly zone: string
  readonly cityName: string
  readonly user: string
  /** Idempotency key of this page's form. */
  readonly sendKey: string
  /** Something was just saved. */
  readonly saved: boolean
}

/** The request of somebody who signed in; anybody else is sent to sign in, and comes back. */
export function asStaff(
  context: Readonly<RouterContextProvider>,
  request: Request,
): { on: RequestContext; page: StaffFacts } {
  const on = signedIn(context, request)
  const saved = new URL(request.url).searchParams.has('tersimpan')
  const { locale, demo, city, session } = on
  const facts = { locale, demo, zone: city.zone, cityName: city.name, user: session?.name ?? '' }
  return { on, page: { ...facts, sendKey: formKey(), saved } }
}

/** Those of these places at which the reader may do what the permission lets; a form stands only where it can be sent. */
export async function placesWith(
  on: RequestContext,
  permission: keyof typeof permissions,
  placeIds: readonly string[],
): Promise<Set<string>> {
  const places = await on.caller.ask(myPermissions, { placeIds: [...placeIds] })
  return new Set(places.filter((place) => place.permissions.includes(permission)).map(({ placeId }) => placeId))
}

/** One of the words that an address may hold, else the first. */
export function choiceIn<C extends string>(query: URLSearchParams, name: string, choices: readonly [C, ...C[]]): C {
  return choices.find((choice) => choice === query.get(name)) ?? choices[0]
}

/** What is looked for in a list. */
export function searchIn(query: URLSearchParams): string {
  return (query.get('cari') ?? '').slice(0, 60)
}

/** A unit and where it stands, for the head of its pages. */
export async function unitIn(on: RequestContext, unitId: string): Promise<string> {
  const { unitName, kelurahan } = await on.caller.ask(getPrices, { unitId })
  return `${unitName}, ${kelurahan}`
}

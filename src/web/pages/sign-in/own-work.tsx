import { redirect } from 'react-router'
import { businessDay, systemClock } from '../../../kernel/clock/index.ts'
import { requestContext } from '../../../kernel/page/index.ts'
import { myAccount } from '../../../kernel/sign-in/index.ts'
import type { Route } from './+types/own-work.ts'
import { firstPage } from './rules/first-page.ts'
import { OWN_WORK, withWayBack } from './rules/way-back.ts'

/** Leads whoever signed in to the page of their duties. */
export async function loader({ context }: Route.LoaderArgs) {
  const { caller, session, city } = context.get(requestContext)
  if (session === undefined) throw redirect(withWayBack('/masuk', OWN_WORK))
  const { grants } = await caller.ask(myAccount, {})
  const today = businessDay(systemClock.now(), city.zone)
  const held = grants.filter(({ validFrom, validTo }) => validFrom <= today && (validTo ?? today) >= today)
  throw redirect(firstPage(held.map(({ role }) => role)))
}

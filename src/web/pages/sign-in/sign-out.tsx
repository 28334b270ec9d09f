import { redirect } from 'react-router'
import { requestContext } from '../../../kernel/page/index.ts'
import { closeSession, endedSessionCookie } from '../../../kernel/sign-in/index.ts'
import type { Route } from './+types/sign-out.ts'

/** Signing out changes something, so that a link or a picture elsewhere cannot do it. */
export function loader() {
  return redirect('/')
}

export async function action({ context }: Route.ActionArgs) {
  const { caller, session, origin } = context.get(requestContext)
  if (session !== undefined) await caller.do(closeSession, {})
  return redirect('/', { headers: { 'set-cookie': endedSessionCookie(origin) } })
}

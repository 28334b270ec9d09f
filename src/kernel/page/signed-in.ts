import { redirect } from 'react-router'
import type { RouterContextProvider } from 'react-router'
import { requestContext } from './context.ts'
import type { RequestContext } from './context.ts'

/** The request of somebody who signed in; anybody else is sent to sign in, and comes back. */
export function signedIn(context: Readonly<RouterContextProvider>, request: Request): RequestContext {
  const on = context.get(requestContext)
  if (on.session === undefined) {
    const { pathname, search } = new URL(request.url)
    throw redirect(`/masuk?lanjut=${encodeURIComponent(pathname.replace(/\.data$/, '') + search)}`)
  }
  return on
}

import type { App } from '../kernel/app/index.ts'
import { actorOfSession, actorOfToken, endedSessionCookie, SESSION_COOKIE } from '../kernel/sign-in/index.ts'
import type { WebSettings } from './app.ts'
import { readCookie } from './preferences.ts'

/** Who sent a request: the session of its cookie, the API token of its `Authorization`, or a guest. One look-up. */
export function identifyBy(app: App): WebSettings['identify'] {
  return async (request, sender) => {
    const { origin } = new URL(request.url)
    const agent = request.headers.get('user-agent') ?? ''
    const bearer = /^Bearer (\S{1,200})$/.exec(request.headers.get('authorization') ?? '')?.[1]
    const program = bearer === undefined ? undefined : await actorOfToken(app, bearer)
    const token = bearer === undefined ? readCookie(request.headers.get('cookie'), SESSION_COOKIE) : undefined
    const signedIn = token === undefined ? undefined : await actorOfSession(app, token)
    return {
      caller: app.caller(signedIn?.actor ?? program ?? { kind: 'guest' }, { ...sender, origin, agent }),
      session: signedIn && { id: signedIn.actor.sessionId, name: signedIn.displayName },
      // A cookie that opens nothing any more would keep its reader from the pages that are kept for everybody.
      cookies: token !== undefined && signedIn === undefined ? [endedSessionCookie(origin)] : [],
    }
  }
}

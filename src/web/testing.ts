import type { Caller } from './context.ts'
import { createPageCache } from './page-cache.ts'
import type { WebServices } from './start-web.ts'

/** A caller that finds nothing; for tests of the web alone. */
export const guest: Caller = {
  actor: { kind: 'guest' },
  do: () => Promise.reject(new Error('no operation in this test')),
  ask: () => Promise.reject(new Error('no query in this test')),
}

/** Web services without database. `session=<name>` in the cookie is somebody who is signed in. */
export function webServices(changes: Partial<WebServices> = {}): WebServices {
  return {
    city: { name: 'Kota Contoh', slug: 'contoh' },
    demo: true,
    sessionCookie: 'session',
    cache: createPageCache({ version: () => '1' }),
    identify: async (request) => {
      const name = /session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
      return { caller: guest, session: name === undefined ? undefined : { id: 's1', name } }
    },
    report: ({ kind, code, params }) => ({ kind, code, params, message: `<${code}>`, issues: [] }),
    health: async () => ({ ok: true }),
    log: () => {},
    fault: () => {},
    ...changes,
  }
}

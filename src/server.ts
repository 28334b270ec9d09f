import { refuse } from './kernel/refusal/index.ts'
import type { Caller } from './web/context.ts'
import type { Build } from './web/build.ts'
import { createLive } from './web/live.ts'
import { createPageCache } from './web/page-cache.ts'
import { createShutdown, stopOnSignals } from './web/shutdown.ts'
import { startWeb } from './web/start-web.ts'
import type { RunningWeb, WebServices } from './web/start-web.ts'

export interface ServerSettings {
  readonly root: string
  /** The built pages; undefined in development. */
  readonly build: Build | undefined
}

export interface RunningServer extends RunningWeb {
  /** Drains and closes; true when all ended in time. */
  readonly stop: () => Promise<boolean>
}

/** Starts everything. Resolves once requests are taken. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const live = createLive()
  const publicUrl = process.env['PUBLIC_URL']?.replace(/\/$/, '')
  const services: WebServices = {
    city: { name: 'Kota Kediri', slug: 'kediri' },
    demo: true,
    sessionCookie: 'daha-sesi',
    cache: createPageCache({ version: () => '0' }),
    identify: async () => ({ caller: nobody, session: undefined }),
    report: ({ kind, code, params, issues }) => ({
      kind,
      code,
      params,
      message: code,
      issues: issues.map((issue) => ({ ...issue, message: issue.code })),
    }),
    health: async () => ({ ok: true }),
    log: () => {},
    fault: (error, requestId) => console.error(requestId, error),
    ...(publicUrl === undefined ? {} : { publicUrl }),
  }
  const host = process.env['HOST'] ?? '127.0.0.1'
  const web = await startWeb({ ...settings, host, port: Number(process.env['PORT'] ?? 3000), services })
  const stop = createShutdown({ server: web.server, endStreams: () => live.close(), close: [] })
  stopOnSignals(stop)
  process.stdout.write(`${web.url}\n`)
  return { ...web, stop }
}

/** Until there is a database, everyone is told that there is nothing to ask. */
const nobody: Caller = {
  actor: { kind: 'guest' },
  do: () => Promise.reject(refuse('server.no_database')),
  ask: () => Promise.reject(refuse('server.no_database')),
}

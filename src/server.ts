import { readConfig } from './kernel/config/index.ts'
import type { Caller } from './kernel/app/index.ts'
import { standardLog } from './kernel/log/index.ts'
import { refuse } from './kernel/refusal/index.ts'
import { SESSION_COOKIE } from './kernel/sign-in/index.ts'
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
  const config = readConfig(process.env)
  const log = standardLog(config.logLevel)
  const live = createLive()
  const services: WebServices = {
    city: { name: 'Kota Kediri', slug: config.city, zone: 'Asia/Jakarta' },
    demo: config.demo,
    sessionCookie: SESSION_COOKIE,
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
    log: (record) => log[record.kept === true ? 'debug' : 'info'](record, 'request'),
    fault: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
    // A demo is opened by several names (localhost, 127.0.0.1, the machine's); then the one that was asked is ours.
    ...(config.demo ? {} : { publicUrl: config.publicUrl }),
  }
  const web = await startWeb({ ...settings, host: config.host, port: config.port, services })
  const note = (text: string): void => log.warn({}, text)
  const stop = createShutdown({ server: web.server, endStreams: () => live.close(), close: [], note })
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

import { apiTexts, createApi } from './api/index.ts'
import { sealEntries } from './kernel/audit/index.ts'
import { readConfig } from './kernel/config/index.ts'
import type { Config } from './kernel/config/index.ts'
import { mergeTexts } from './kernel/i18n/index.ts'
import type { Texts } from './kernel/i18n/index.ts'
import { startJobs } from './kernel/jobs/index.ts'
import { listen } from './kernel/live/index.ts'
import { standardLog } from './kernel/log/index.ts'
import type { Log } from './kernel/log/index.ts'
import { reportRefusal } from './kernel/refusal/index.ts'
import { SESSION_COOKIE } from './kernel/sign-in/index.ts'
import { openCity } from './cities/open-city.ts'
import type { OpenCity } from './cities/open-city.ts'
import type { DemoSignIn } from './cities/city.ts'
import type { Build } from './web/build.ts'
import { identifyBy } from './web/identify.ts'
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

/** What must be closed again, the last opened first. */
type Open = (() => Promise<void>)[]

/** Starts everything. Resolves once requests are taken; when a part does not start, those before it are closed again. */
export async function startServer(settings: ServerSettings): Promise<RunningServer> {
  const config = readConfig(process.env)
  const log = standardLog(config.logLevel)
  const open: Open = []
  try {
    return await startParts({ settings, config, log, open })
  } catch (fault) {
    for (const close of open) await close().catch((second: unknown) => log.warn({ err: second }, 'closing failed'))
    throw portTaken(fault, config.port)
  }
}

async function startParts(parts: {
  settings: ServerSettings
  config: Config
  log: Log
  open: Open
}): Promise<RunningServer> {
  const { settings, config, log, open } = parts
  const city = await openCity(config, log)
  open.unshift(() => city.close())
  const makeSignIns = await city.seed((step) => process.stderr.write(`  ${step} ...\n`))
  const listener = listen(city.app.runtimeUrl, (fault) => log.warn({ err: fault }, 'live'))
  open.unshift(() => listener.close())
  const live = createLive()
  const failed = (name: string, fault: unknown) => log.error({ err: fault, job: name }, 'job failed')
  const jobs = await startJobs(city.app, {
    adminUrl: city.adminUrl,
    definitions: city.app.registry.manifests.flatMap((manifest) => manifest.jobs ?? []),
    upkeep: [{ name: 'audit.seal', every: '* * * * *', run: () => sealEntries(city.app) }],
    failed,
  })
  open.unshift(() => jobs.stop())
  const texts = programTexts(city)
  const services = servicesOf({ config, log, city, texts, version: listener.dataVersion })
  const { fault } = services
  const mount: WebServices['mount'] = (app) =>
    void app.route('/', createApi({ city: city.app, texts, live, listener, config, fault }))
  const { host, port } = config
  const web = await startWeb({ ...settings, host, port, services: { ...services, mount } })
  const stop = createShutdown({
    server: web.server,
    endStreams: () => live.close(),
    close: open,
    note: (text) => log.warn({}, text),
  })
  stopOnSignals(stop)
  process.stdout.write(banner(web.url, city, await makeSignIns()))
  return { ...web, stop }
}

function portTaken(fault: unknown, port: number): unknown {
  if (!(fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE')) return fault
  return new Error(
    `Porta ${port} sudah dipakai program lain. Pilih yang lain: PORT=${port + 1} npm start. ` +
      `(Port ${port} is taken; choose another: PORT=${port + 1} npm start.)`,
  )
}

function programTexts(city: OpenCity): Texts {
  return mergeTexts(apiTexts, ...city.app.registry.manifests.flatMap((manifest) => manifest.texts ?? []))
}

function servicesOf(parts: {
  config: Config
  log: Log
  city: OpenCity
  texts: Texts
  version: () => string
}): Omit<WebServices, 'mount'> {
  const { config, log, city, texts, version } = parts
  const { slug, name, zone } = city.definition
  return {
    city: { slug, name, zone },
    demo: config.demo,
    sessionCookie: SESSION_COOKIE,
    cache: createPageCache({ version }),
    identify: identifyBy(city.app),
    report: (refusal, locale) => reportRefusal(refusal, texts, locale),
    health: () => healthOf(city),
    log: (record) => log[record.kept === true ? 'debug' : 'info'](record, 'request'),
    fault: (error, requestId) => log.error({ err: error, requestId }, 'request failed'),
    // A demo is opened by several names (localhost, 127.0.0.1, the machine's); then the one that was asked is ours.
    ...(config.demo ? {} : { publicUrl: config.publicUrl }),
  }
}

async function healthOf({ app }: OpenCity): Promise<{ ok: boolean; database: boolean }> {
  const database = await app.pool.pg.query('select 1').then(
    () => true,
    () => false,
  )
  return { ok: database, database }
}

function banner(url: string, { definition, app }: OpenCity, signIns: readonly DemoSignIn[]): string {
  const lines = signIns.map(({ userName, password, what }) => `  ${userName.padEnd(18)} ${password.padEnd(16)} ${what}`)
  const demo = app.city.demo ? ['', 'Data contoh. Masuk sebagai (sample data; sign in as):', ...lines] : []
  return [`Daha · ${definition.name}`, url, ...demo, ''].join('\n')
}

import type { Server } from 'node:http'
import { pathToFileURL } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { ServerBuild } from 'react-router'
import { createWebApp } from './app.ts'
import type { WebApp, WebSettings } from './app.ts'
import type { Build } from './build.ts'
import { createHttpServer, listen } from './listen.ts'
import type { Listener, ListenSettings } from './listen.ts'
import { createPageShortcut } from './page-shortcut.ts'
import { createPages } from './pages.ts'
import { loadStaticFiles } from './static-files.ts'

export type WebServices = Omit<WebSettings, 'pages' | 'files'>

export interface StartWebSettings extends ListenSettings {
  readonly root: string
  /** The built pages; undefined in development, where Vite makes them as they are asked for. */
  readonly build: Build | undefined
  readonly services: WebServices
}

export interface RunningWeb {
  readonly server: Server
  /** Address without slash at the end; an IPv6 host in brackets. */
  readonly url: string
}

/** Starts the web server and answers once it takes requests. */
export async function startWeb(settings: StartWebSettings): Promise<RunningWeb> {
  const { build, services, root } = settings
  let answer: Listener = (_req, res) => void res.writeHead(503).end()
  const server = createHttpServer((req, res) => answer(req, res))
  if (build === undefined) {
    const { developmentListener } = await import('./development.ts')
    answer = await developmentListener({ root, server, services })
  } else {
    answer = await builtListener(build, services)
  }
  const { host, port } = await listen(server, settings)
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${port}` }
}

async function builtListener(build: Build, services: WebServices): Promise<Listener> {
  const files = await loadStaticFiles(build.clientDir)
  const router = (await import(pathToFileURL(build.serverFile).href)) as ServerBuild
  const pages = createPages(router, { mode: 'production', ...services })
  const app = createWebApp({ ...services, files, pages: async () => pages })
  const whole = nodeListener(app, services)
  const shortcut = createPageShortcut(services)
  return (req, res) => shortcut(req, res) || whole(req, res)
}

/** The web app as Node's http server calls it. */
export function nodeListener(app: WebApp, services: Pick<WebServices, 'fault'>): Listener {
  return getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler(error) {
      services.fault(error, 'before the request was read')
      return new Response(null, { status: 400 })
    },
  })
}

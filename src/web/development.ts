import type { Server } from 'node:http'
import path from 'node:path'
import type { ServerBuild } from 'react-router'
import { createServer as createVite } from 'vite'
import type { ViteDevServer } from 'vite'
import { createWebApp } from './app.ts'
import { restartCode } from './contract.ts'
import type { Listener } from './listen.ts'
import { createPages } from './pages.ts'
import { isNativeFile } from './server-doors.ts'
import type { WebServices } from './start-web.ts'
import { nodeListener } from './start-web.ts'

export interface DevelopmentSettings {
  readonly root: string
  readonly server: Server
  readonly services: WebServices
}

/** Pages through Vite, renewed in the browser as they are saved; a saved server file ends the process with `restartCode`. */
export async function developmentListener(settings: DevelopmentSettings): Promise<Listener> {
  const { root, server, services } = settings
  const vite = await createVite({ root, appType: 'custom', server: { middlewareMode: true, ws: { server } } })
  watchServerFiles(vite, root)
  const app = createWebApp({
    ...services,
    pages: async () => {
      const build = (await vite.ssrLoadModule('virtual:react-router/server-build')) as ServerBuild
      return createPages(build, { mode: 'development', ...services })
    },
  })
  const whole = nodeListener(app, services)
  return (req, res) => vite.middlewares(req, res, () => whole(req, res))
}

function watchServerFiles(vite: ViteDevServer, root: string): void {
  const changed = (file: string): void => {
    const name = path.relative(root, file).split(path.sep).join('/')
    if (isNativeFile(name) && !name.endsWith('.test.ts')) process.exit(restartCode)
  }
  vite.watcher.on('change', changed).on('unlink', changed)
}

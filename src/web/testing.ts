import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createElement } from 'react'
import { data, redirect } from 'react-router'
import type { LoaderFunctionArgs, ServerBuild } from 'react-router'
import { refuse } from '../kernel/refusal/index.ts'
import { attempt } from '../kernel/page/index.ts'
import { ensureBuild } from './build.ts'
import type { Build } from './build.ts'
import { requestContext } from '../kernel/page/index.ts'
import type { Caller } from '../kernel/app/index.ts'
import { createPageCache } from './page-cache.ts'
import type { WebServices } from './start-web.ts'

/** A caller that finds nothing; for tests of the web alone. */
const guest: Caller = {
  actor: { kind: 'guest' },
  do: () => Promise.reject(new Error('no operation in this test')),
  ask: () => Promise.reject(new Error('no query in this test')),
}

/** Web services without database. `session=<name>` in the cookie is somebody who is signed in. */
export function webServices(changes: Partial<WebServices> = {}): WebServices {
  return {
    city: { name: 'Kota Contoh', slug: 'contoh', zone: 'Asia/Jakarta' },
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

type Module = Pick<ServerBuild['entry']['module'], never> & {
  default?: () => unknown
  handle?: object
  loader?: (args: LoaderFunctionArgs) => unknown
  action?: (args: LoaderFunctionArgs) => unknown
}

const page = (text: string) => () => createElement('main', null, createElement('title', null, text), text)

/** Pages that do what real ones may do, one each. */
const probes: Record<string, Module> = {
  kept: {
    default: page('kept'),
    handle: { scripts: false, cache: true },
    loader: ({ context }) => ({ origin: context.get(requestContext).origin }),
  },
  scripted: { default: page('scripted') },
  refused: {
    default: page('never'),
    loader: () => {
      throw refuse('loan.gone', {}, { kind: 'not_found' })
    },
  },
  broken: {
    default: page('never'),
    loader: () => {
      throw new TypeError('secret of the inside')
    },
  },
  form: {
    default: page('form'),
    handle: { scripts: false },
    action: async ({ request, context }) => {
      const form = await request.formData()
      return attempt(context, form, async () => {
        if (form.get('weight') === '0') throw refuse('deposit.weight_zero', {}, { field: 'weight' })
        if (form.get('weight') === 'x') throw data(null, { status: 418 })
        return redirect('/form?done')
      })
    },
  },
}

/** The build of the program with the probes added at `/probe/<name>`. */
export async function probedBuild(): Promise<{ build: Build; router: ServerBuild }> {
  const build = await ensureBuild(path.resolve(import.meta.dirname, '../..'))
  const real = (await import(pathToFileURL(build.serverFile).href)) as ServerBuild
  const routes = { ...real.routes }
  const assets = { ...real.assets, routes: { ...real.assets.routes } }
  const like = real.assets.routes['root']
  if (like === undefined) throw new Error('the build has no root')
  for (const [name, module] of Object.entries(probes)) {
    const route = { id: `probe-${name}`, parentId: 'root', path: `probe/${name}` }
    routes[route.id] = { ...route, module: module as NonNullable<(typeof routes)[string]>['module'] }
    assets.routes[route.id] = { ...like, ...route, imports: [], css: [], hasLoader: module.loader !== undefined }
  }
  return { build, router: { ...real, routes, assets } }
}

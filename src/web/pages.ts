import { createRequestHandler, data, matchRoutes, RouterContextProvider } from 'react-router'
import type { RouteObject, ServerBuild } from 'react-router'
import { Refusal, treatment } from '../kernel/refusal/index.ts'
import { faultContext, formTargetsContext } from './render-context.ts'
import { requestContext } from '../kernel/page/index.ts'
import type { RequestContext } from '../kernel/page/index.ts'
import { pageHandle } from '../kernel/page/contract.ts'

export interface Pages {
  /** True when the page at this path says `handle = { cache: true }`. */
  isCacheable(pathname: string): boolean
  answer(request: Request, context: RequestContext): Promise<Response>
}

export interface PagesSettings {
  readonly mode: 'production' | 'development'
  /** Told of every error that is no refusal, before the reader sees a reference number. */
  readonly fault: (error: unknown, requestId: string) => void
  /** Origins to which a form may lead away, such as the sign-in provider's. */
  readonly formTargets?: readonly string[]
}

type RouteManifest = ServerBuild['routes']
type RouteModule = NonNullable<RouteManifest[string]>['module']
type DataFunction = (args: {
  context: Readonly<RouterContextProvider>
  params: Readonly<Record<string, string | undefined>>
}) => unknown

/** The React Router build as one function from Request to Response. */
export function createPages(build: ServerBuild, settings: PagesSettings): Pages {
  const routes = mapRoutes(build.routes, settings)
  const handler = createRequestHandler({ ...build, routes }, settings.mode)
  const tree = routeTree(build.routes, undefined)
  return {
    isCacheable(pathname) {
      return pageHandle(matchRoutes(tree, pathname)?.at(-1)?.route.handle).cache === true
    },
    answer(request, context) {
      const provider = new RouterContextProvider()
      provider.set(requestContext, context)
      provider.set(formTargetsContext, settings.formTargets ?? [])
      provider.set(faultContext, (error) => settings.fault(error, context.requestId))
      return handler(request, provider)
    },
  }
}

/**
 * Wraps each loader and action, because the router hides from the page what an Error says:
 * a Refusal becomes a worded answer with its own status, any other error a reference number.
 */
function mapRoutes(routes: RouteManifest, settings: PagesSettings): RouteManifest {
  const entries = Object.entries(routes).flatMap(([id, route]) =>
    route === undefined ? [] : [[id, { ...route, module: wrapModule(route.module, settings) }] as const],
  )
  return Object.fromEntries(entries)
}

function wrapModule(module: RouteModule, settings: PagesSettings): RouteModule {
  const wrapped = { ...module }
  if (module.loader) wrapped.loader = guard(module.loader as DataFunction, settings)
  if (module.action) wrapped.action = guard(module.action as DataFunction, settings)
  return wrapped
}

function guard(run: DataFunction, settings: PagesSettings): DataFunction {
  return async (args) => {
    try {
      return await run(args)
    } catch (error) {
      if (error instanceof Response || isRouterData(error)) throw error
      if (isOfAddress(error, args.params)) throw data(null, { status: 404 })
      const { report, requestId } = args.context.get(requestContext)
      if (error instanceof Refusal) throw answer({ refusal: report(error) }, treatment[error.kind].status)
      settings.fault(error, requestId)
      const detail = settings.mode === 'development' && error instanceof Error ? error.stack : undefined
      throw answer({ reference: requestId, detail }, 500)
    }
  }
}

/** Nothing is wrong but parts of the path, as in a mistyped link: there is no such page, and no field to mend. */
function isOfAddress(error: unknown, params: Readonly<Record<string, string | undefined>>): boolean {
  if (!(error instanceof Refusal) || error.kind !== 'invalid' || error.issues.length === 0) return false
  return error.issues.every(({ field }) => params[field] !== undefined)
}

// The router tells its own answers from errors by their class, so what is thrown here is no Error.
function answer(body: object, status: number): unknown {
  return data(body, { status })
}

function isRouterData(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'DataWithResponseInit'
}

function routeTree(routes: RouteManifest, parentId: string | undefined): RouteObject[] {
  const children: RouteObject[] = []
  for (const route of Object.values(routes)) {
    if (route === undefined || route.parentId !== parentId) continue
    const handle: unknown = route.module.handle
    const own = { id: route.id, handle, ...(route.path === undefined ? {} : { path: route.path }) }
    children.push(route.index === true ? { ...own, index: true } : { ...own, children: routeTree(routes, route.id) })
  }
  return children
}

import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import type { ReactNode } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { ServerRouter } from 'react-router'
import type { EntryContext, HandleErrorFunction, RouterContextProvider } from 'react-router'
import { faultContext, formTargetsContext } from './web/render-context.ts'
import { requestContext } from './kernel/page/index.ts'
import { FrameContext } from './web/frame.tsx'
import { pageHandle } from './kernel/page/contract.ts'
import { contentSecurityPolicy } from './web/security.ts'

/** How long deferred data may keep a page open. */
export const streamTimeout = 5_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const { locale, theme, demo, city, nonce, requestId } = context.get(requestContext)
  const scripts = hasScripts(router)
  const policy = contentSecurityPolicy(scripts ? nonce : undefined, {
    formTargets: context.get(formTargetsContext),
    development: import.meta.env.DEV,
  })
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-security-policy', policy)
  const frame = {
    locale,
    theme,
    demo,
    cityName: city.name,
    nonce: scripts ? nonce : undefined,
    reference: status >= 500 ? requestId : undefined,
  }
  const page = (
    <FrameContext value={frame}>
      <ServerRouter context={router} url={request.url} {...(scripts ? { nonce } : {})} />
    </FrameContext>
  )
  if (!scripts) return new Response(`<!DOCTYPE html>${renderToString(page)}`, { status, headers })
  const wholeFirst = isbot(request.headers.get('user-agent') ?? '')
  const body = await streamPage(page, nonce, wholeFirst, context.get(faultContext))
  return new Response(body.stream, { status: body.broken() ? 500 : status, headers })
}

function hasScripts(router: EntryContext): boolean {
  return router.staticHandlerContext.matches.every(
    ({ route }) => pageHandle(router.routeModules[route.id]?.handle).scripts !== false,
  )
}

/** Resolves when the frame of the page is rendered; for robots when all of it is. */
function streamPage(page: ReactNode, nonce: string, wholeFirst: boolean, fault: (error: unknown) => void) {
  return new Promise<{ stream: ReadableStream; broken: () => boolean }>((resolve, reject) => {
    let started = false
    let broken = false
    const start = (): void => {
      started = true
      const passage = new PassThrough()
      resolve({ stream: createReadableStreamFromReadable(passage), broken: () => broken })
      pipe(passage)
    }
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      ...(wholeFirst ? { onAllReady: start } : { onShellReady: start }),
      onShellError: reject,
      onError(error: unknown) {
        broken = true
        if (started) fault(error) // before that the router hears of it and reports it
      },
    })
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}

/** Errors of rendering; loaders and actions have reported theirs already. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted && error instanceof Error) context.get(faultContext)(error)
}

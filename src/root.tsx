import { use } from 'react'
import type { ReactNode } from 'react'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router'
import type { Route } from './+types/root.ts'
import './ui/theme/index.ts'
import { ErrorPage } from './web/error-page.tsx'
import { FrameContext, frameAttributes } from './web/frame.tsx'
import { pageHandle } from './kernel/page/contract.ts'

export function Layout({ children }: { children: ReactNode }) {
  const frame = use(FrameContext)
  const wanted = useMatches().every(({ handle }) => pageHandle(handle).scripts !== false)
  // A page without scripts that is reached from one with scripts must still be shown from its top.
  const scripts = wanted || typeof document !== 'undefined'
  return (
    <html lang={frame.locale} {...frameAttributes(frame)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={frame.theme === 'system' ? 'light dark' : frame.theme} />
        <Meta />
        <Links {...(frame.nonce === undefined ? {} : { nonce: frame.nonce })} />
      </head>
      <body>
        {children}
        {scripts && (
          <>
            <ScrollRestoration nonce={frame.nonce} />
            <Scripts nonce={frame.nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />
}

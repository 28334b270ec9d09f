import { use } from 'react'
import { isRouteErrorResponse } from 'react-router'
import { translator } from '../kernel/i18n/contract.ts'
import type { RefusalReport } from '../kernel/refusal/contract.ts'
import { FrameContext } from './frame.tsx'
import { webTexts } from './texts/index.ts'

/**
 * What stands in place of a page that cannot be shown: a refusal in its own words, a missing page,
 * or the reference number under which a fault of ours was noted, and nothing else about it.
 */
export function ErrorPage({ error }: { error: unknown }) {
  const frame = use(FrameContext)
  const t = translator(webTexts, frame.locale)
  const shown = readError(error)
  const [title, remedy] =
    shown.kind === 'refusal'
      ? [shown.title === 'forbidden' ? t('web.error.refused.forbidden') : t('web.error.refused.title'), shown.message]
      : shown.kind === 'missing'
        ? [t('web.error.not_found.title'), t('web.error.not_found.remedy')]
        : [t('web.error.broken.title'), t('web.error.broken.remedy')]
  const reference = shown.kind === 'fault' ? (shown.reference ?? frame.reference) : undefined
  return (
    <main className="error-page wrap stack">
      <title>{title}</title>
      <h1>{title}</h1>
      <p className="lead">{remedy}</p>
      {reference !== undefined && (
        <p suppressHydrationWarning>{t('web.error.broken.reference', { reference: shortReference(reference) })}</p>
      )}
      {shown.kind === 'fault' && shown.detail !== undefined && <pre>{shown.detail}</pre>}
      <p>
        <a href="/">{t('web.error.home')}</a>
      </p>
    </main>
  )
}

type Shown =
  | { kind: 'refusal'; title: RefusalReport['kind']; message: string }
  | { kind: 'missing' }
  | { kind: 'fault'; reference: string | undefined; detail: string | undefined }

function readError(error: unknown): Shown {
  if (!isRouteErrorResponse(error)) return { kind: 'fault', reference: undefined, detail: undefined }
  const body: unknown = error.data
  if (typeof body === 'object' && body !== null) {
    if ('refusal' in body) {
      const { kind, message } = body.refusal as RefusalReport
      return { kind: 'refusal', title: kind, message }
    }
    if ('reference' in body) {
      const detail = 'detail' in body && typeof body.detail === 'string' ? body.detail : undefined
      return { kind: 'fault', reference: String(body.reference), detail }
    }
  }
  return error.status === 404 ? { kind: 'missing' } : { kind: 'fault', reference: undefined, detail: undefined }
}

/** The first part of the request's id is enough to find it in a day's log, and can be read out on the phone. */
function shortReference(id: string): string {
  return id.split('-', 1)[0] ?? id
}

import { translator } from '../kernel/i18n/contract.ts'
import type { Locale } from '../kernel/i18n/contract.ts'
import { webTexts } from './texts/index.ts'

/** What the server says itself, when no page can. */
export type PlainReason =
  | { readonly reason: 'too_large'; readonly limitMb: number }
  | { readonly reason: 'other_site' }
  | { readonly reason: 'bad_request' }
  | { readonly reason: 'broken'; readonly reference: string }

const statuses = { too_large: 413, other_site: 403, bad_request: 400, broken: 500 } as const

/** A page without frame, script or style sheet; as JSON for whoever asks for that. */
export function plainAnswer(request: Request, locale: Locale, why: PlainReason): Response {
  const [title, remedy] = words(locale, why)
  const status = statuses[why.reason]
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (wantsJson(request)) {
    const body = { code: `web.${why.reason}`, message: `${title}. ${remedy}`, issues: [] }
    return Response.json(body, { status, headers })
  }
  headers.set('content-type', 'text/html; charset=utf-8')
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escape(title)}</title></head>
<body><main><h1>${escape(title)}</h1><p>${escape(remedy)}</p><p><a href="/">Daha</a></p></main></body></html>`
  return new Response(html, { status, headers })
}

function words(locale: Locale, why: PlainReason): readonly [string, string] {
  const t = translator(webTexts, locale)
  switch (why.reason) {
    case 'too_large':
      return [t('web.plain.too_large.title'), t('web.plain.too_large.remedy', { limit: why.limitMb })]
    case 'other_site':
      return [t('web.plain.other_site.title'), t('web.plain.other_site.remedy')]
    case 'bad_request':
      return [t('web.plain.bad_request.title'), t('web.plain.bad_request.remedy')]
    case 'broken':
      return [t('web.plain.broken.title'), t('web.plain.broken.remedy', { reference: why.reference })]
  }
}

function wantsJson(request: Request): boolean {
  const path = new URL(request.url).pathname
  return (
    path.startsWith('/api/') ||
    path.endsWith('.data') ||
    !(request.headers.get('accept') ?? 'text/html').includes('html')
  )
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

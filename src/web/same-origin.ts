const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that may change something comes from our own pages (Fetch Metadata, W3C; Origin, RFC 6454).
 * Programs that send neither header and carry no cookie are let through: they hold no one's session.
 */
export function isFromOurselves(method: string, headers: Headers, origin: string): boolean {
  if (safeMethods.has(method)) return true
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || (site === 'none' && sentByUs(headers, origin) !== false)
  return sentByUs(headers, origin) ?? !headers.has('cookie')
}

function sentByUs(headers: Headers, origin: string): boolean | undefined {
  const from = headers.get('origin')
  if (from !== null) return from === origin
  const page = headers.get('referer')
  if (page === null) return undefined
  return URL.canParse(page) && new URL(page).origin === origin
}

import { randomBytes } from 'node:crypto'

/** 128 random bits for one answer's inline scripts. */
export function makeNonce(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * The Content-Security-Policy of an answer (CSP Level 3). Without a nonce the page runs no script at all.
 * `formTargets` are origins to which a form's answer may redirect, such as a sign-in provider.
 * `development` lets Vite put in its style elements and hold its socket.
 */
export function contentSecurityPolicy(
  nonce: string | undefined,
  options: { formTargets?: readonly string[]; development?: boolean } = {},
): string {
  const { formTargets = [], development = false } = options
  const script = nonce === undefined ? "'none'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src ${script}`,
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    development ? "connect-src 'self' ws: wss:" : "connect-src 'self'",
    "media-src 'self' blob:",
    `worker-src ${nonce === undefined ? "'none'" : "'self'"}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
  ].join('; ')
}

const securityHeaders = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'], // tokens in addresses (QR pages) never reach another site
  ['permissions-policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()'],
  ['cross-origin-opener-policy', 'same-origin'],
] as const

/** Sets what every answer carries, whatever its body is; a policy that an answer already has stays. */
export function setSecurityHeaders(headers: Headers, https: boolean): void {
  for (const [name, value] of securityHeaders) headers.set(name, value)
  if (https) headers.set('strict-transport-security', 'max-age=31536000')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentSecurityPolicy(undefined))
}

import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, makeNonce, setSecurityHeaders } from './security.ts'

function directives(policy: string): Map<string, string> {
  return new Map(policy.split('; ').map((one) => [one.slice(0, one.indexOf(' ')), one.slice(one.indexOf(' ') + 1)]))
}

describe('Content-Security-Policy', () => {
  it('lets a page without nonce run nothing', () => {
    expect(directives(contentSecurityPolicy(undefined)).get('script-src')).toBe("'none'")
  })

  it('lets a page with scripts run our files and what has the nonce', () => {
    expect(directives(contentSecurityPolicy('N')).get('script-src')).toBe("'self' 'nonce-N'")
  })

  it.each([undefined, 'N'])('never allows inline styles, evaluation, frames or other hosts (nonce %s)', (nonce) => {
    const policy = contentSecurityPolicy(nonce)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(Object.fromEntries(directives(policy))).toMatchObject({
      'default-src': "'none'",
      'style-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    })
  })

  it('opens forms only for the origins that are named', () => {
    const policy = contentSecurityPolicy('N', { formTargets: ['https://sso.test'] })
    expect(directives(policy).get('form-action')).toBe("'self' https://sso.test")
  })
})

it('a nonce is used once', () => {
  const nonces = new Set(Array.from({ length: 1_000 }, makeNonce))
  expect(nonces.size).toBe(1_000)
  for (const nonce of nonces) expect(nonce).toMatch(/^[\w-]{22}$/)
})

it('every answer has the headers; HSTS only by https', () => {
  const headers = new Headers()
  setSecurityHeaders(headers, false)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=(self)')
  expect(headers.get('content-security-policy')).toContain("script-src 'none'")
  expect(headers.has('strict-transport-security')).toBe(false)
  setSecurityHeaders(headers, true)
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
})

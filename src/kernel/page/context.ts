import { createContext } from 'react-router'
import type { Caller } from '../app/index.ts'
import type { Locale } from '../i18n/contract.ts'
import type { Refusal, RefusalReport } from '../refusal/index.ts'

export type Theme = 'light' | 'dark' | 'system'

/** Who is signed in, as far as a page frame shows it. */
export interface PageSession {
  readonly id: string
  readonly name: string
}

/** What every loader and action may ask of its request: `context.get(requestContext)`. */
export interface RequestContext {
  /** Runs operations and asks queries in the name of whoever sent the request. */
  readonly caller: Caller
  readonly session: PageSession | undefined
  readonly locale: Locale
  readonly theme: Theme
  /** Goes on every inline script of a page with scripts; empty on a page without. */
  readonly nonce: string
  /** `https://host` without slash at the end, for links that leave the site (QR, messages). */
  readonly origin: string
  readonly requestId: string
  /** The browser's long-lived id, a UUIDv7: receipt numbers are given by device. */
  readonly deviceId: string
  readonly demo: boolean
  readonly city: { readonly name: string; readonly slug: string; readonly zone: string }
  /** Words a refusal in the reader's language. */
  readonly report: (refusal: Refusal) => RefusalReport
}

export const requestContext = createContext<RequestContext>()

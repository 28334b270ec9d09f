import { createContext } from 'react'
import type { Locale } from '../kernel/i18n/contract.ts'

/** What the outermost frame knows of its document, also when no loader ran. The same on the server and after hydration. */
export interface Frame {
  readonly locale: Locale
  readonly theme: 'light' | 'dark' | 'system'
  readonly demo: boolean
  readonly cityName: string
  readonly nonce: string | undefined
  /** The number to quote when rendering itself failed; never in a page that is kept. */
  readonly reference: string | undefined
}

export const FrameContext = createContext<Frame>({
  locale: 'id',
  theme: 'system',
  demo: false,
  cityName: '',
  nonce: undefined,
  reference: undefined,
})

/** Reads back in the browser what `frameAttributes` wrote on `<html>`. */
export function frameOfDocument(page: Document): Frame {
  const { lang, dataset } = page.documentElement
  return {
    locale: lang === 'en' ? 'en' : 'id',
    theme: dataset['theme'] === 'light' || dataset['theme'] === 'dark' ? dataset['theme'] : 'system',
    demo: dataset['demo'] !== undefined,
    cityName: dataset['city'] ?? '',
    nonce: page.querySelector<HTMLScriptElement>('script[nonce]')?.nonce,
    reference: undefined,
  }
}

export function frameAttributes(frame: Frame): Record<string, string | undefined> {
  return {
    'data-theme': frame.theme === 'system' ? undefined : frame.theme,
    'data-demo': frame.demo ? '' : undefined,
    'data-city': frame.cityName,
  }
}

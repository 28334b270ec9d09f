import type { Language } from './frame-parts.tsx'

/** A page in both languages; what `search` asks of it is kept. */
export function languagesAt(locale: 'id' | 'en', pathname: string, search = ''): Language[] {
  const inLanguage = (code: string) => {
    const query = new URLSearchParams(search)
    query.set('bahasa', code)
    return `${pathname}?${query.toString()}`
  }
  return [
    { href: inLanguage('id'), code: 'id', name: 'Bahasa Indonesia', current: locale === 'id' },
    { href: inLanguage('en'), code: 'en', name: 'English', current: locale === 'en' },
  ]
}

/** Indonesian first, English second; both complete. */
export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'id'

export function isLocale(value: unknown): value is Locale {
  return value === 'id' || value === 'en'
}

/** The first language of an `Accept-Language` header that we have, by its weights; Indonesian when there is none. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined)
      return { language: tag.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight), position }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.position - b.position)
  return wanted.map(({ language }) => (language === 'in' ? 'id' : language)).find(isLocale) ?? defaultLocale
}

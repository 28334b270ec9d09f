import { translator } from '../../../kernel/i18n/contract.ts'
import type { Locale, Texts } from '../../../kernel/i18n/contract.ts'
import { catalogueTexts } from '../texts/catalogue.ts'

const groupWords: Texts = catalogueTexts

/** A group is typed freely; one that the city knows has words in both languages. */
export function groupName(category: string, locale: Locale): string {
  const t = translator(groupWords, locale)
  const key = `catalogue.group.${category.toLowerCase()}`
  return t.has(key) ? t(key) : category
}

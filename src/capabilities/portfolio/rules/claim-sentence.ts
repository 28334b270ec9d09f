import { formatMass, formatNumber, formatQuantity } from '../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../kernel/i18n/contract.ts'
import type { Measure } from '../../../kernel/money/contract.ts'

/** Where the figure stands in a claim's sentence: nobody types the figure itself, so nobody can mistype it. */
export const FIGURE = '[angka]'

export type FigureMeasure = Measure | 'count'

export function claimSentence(text: string, amount: number, measure: FigureMeasure, locale: Locale): string {
  return text.replaceAll(FIGURE, figureText(amount, measure, locale))
}

export function figureText(amount: number, measure: FigureMeasure, locale: Locale): string {
  if (measure === 'count') return formatNumber(amount, locale)
  return measure === 'gram' ? formatMass(amount, locale) : formatQuantity(amount, measure, locale)
}

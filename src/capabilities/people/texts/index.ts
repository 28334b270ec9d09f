import type { Texts } from '../../../kernel/i18n/contract.ts'
import { mergeTexts } from '../../../kernel/i18n/contract.ts'
import { nikTexts } from './nik.ts'
import { peopleTexts } from './people.ts'

/** A refused number says why and, in the same message, what to do. */
function asRefusals(texts: Texts): Texts {
  const word = (messages: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(messages)
        .filter(([key]) => !key.endsWith('.remedy'))
        .map(([key, why]) => [`refusal.${key}`, `${why} ${messages[`${key}.remedy`] ?? ''}`.trim()]),
    )
  return { id: word(texts.id), en: word(texts.en) }
}

export const texts: Texts = mergeTexts(nikTexts, peopleTexts, asRefusals(nikTexts))

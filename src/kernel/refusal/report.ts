import { isCivilDate } from '../clock/contract.ts'
import { formatDate, translator } from '../i18n/contract.ts'
import type { Locale, Texts } from '../i18n/contract.ts'
import type { Refusal } from './refusal.ts'
import type { RefusalParams, RefusalReport } from './contract.ts'

/** Words a refusal in the reader's language, with the whole program's catalogue. */
export function reportRefusal(refusal: Refusal, texts: Texts, locale: Locale): RefusalReport {
  const t = translator(texts, locale)
  const word = (code: string, params: RefusalParams) => {
    const key = `refusal.${code}`
    if (!t.has(key)) throw new Error(`No words for the refusal ${code}`)
    return t(key, readable(params, locale))
  }
  return {
    kind: refusal.kind,
    code: refusal.code,
    params: refusal.params,
    message: word(refusal.code, refusal.params),
    issues: refusal.issues.map((issue) => ({ ...issue, message: word(issue.code, issue.params) })),
  }
}

/** Days as people write them; the report itself keeps them as data. */
function readable(params: RefusalParams, locale: Locale): RefusalParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isCivilDate(value) ? formatDate(value, locale, 'long') : value,
    ]),
  )
}

import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { locales } from './locale.ts'
import type { Texts } from './texts.ts'

/**
 * What is wrong with a catalogue, as sentences; empty when nothing is. For tests: every message parses and is not
 * empty, has the same arguments in both languages, and formats no number style, date or time itself.
 */
export function checkTexts(texts: Texts): string[] {
  const problems: string[] = []
  for (const key of new Set([...Object.keys(texts.id), ...Object.keys(texts.en)])) {
    const found = locales.map((locale) => {
      const message = texts[locale][key]
      const names = new Map<string, string>()
      if (message === undefined) problems.push(`${key}: missing in ${locale}`)
      else if (message.trim() === '') problems.push(`${key}: empty in ${locale}`)
      else collect(message, names, (problem) => problems.push(`${key}: ${problem} in ${locale}`))
      return names
    })
    const [id = '', en = ''] = found.map((names) => [...names.keys()].toSorted().join(', '))
    if (texts.id[key] !== undefined && texts.en[key] !== undefined && id !== en) {
      problems.push(`${key}: arguments differ, id {${id}}, en {${en}}`)
    }
  }
  return problems
}

function collect(message: string, names: Map<string, string>, report: (problem: string) => void): void {
  try {
    walk(compileMessageOrThrow(message))
  } catch (error) {
    report(`does not parse (${error instanceof Error ? error.message.split('\n')[0] : String(error)})`)
  }

  function walk(tokens: unknown): void {
    if (!Array.isArray(tokens)) return
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      const [name, type, format] = token as [string, string?, unknown?]
      if (names.get(name) === undefined || type !== undefined) names.set(name, type ?? '')
      if (type === 'date' || type === 'time' || (type === 'number' && format !== undefined)) {
        report(`{${name}, ${type}} must be formatted before it is passed`)
      } else if (type !== undefined && typeof format === 'object' && format !== null) {
        for (const branch of Object.values(format)) walk(branch)
      }
    }
  }
}

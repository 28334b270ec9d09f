import { setupI18n } from '@lingui/core'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { CompiledMessage } from '@lingui/message-utils/compileMessage'
import type { Locale } from './locale.ts'
import type { MessageArguments } from './message-arguments.ts'
import type { Texts } from './texts.ts'

type Given<Text extends string> = string extends Text
  ? [args?: Readonly<Record<string, string | number>>]
  : keyof MessageArguments<Text> extends never
    ? []
    : [args: Readonly<MessageArguments<Text>>]

/** Gives a text in one language. Keys and arguments are checked by the compiler. */
export interface Translate<Id extends Record<string, string> = Record<string, string>> {
  <Key extends keyof Id & string>(key: Key, ...args: Given<Id[Key]>): string
  readonly locale: Locale
  /** For keys that are data, such as the code of a refusal. */
  has(key: string): key is keyof Id & string
}

/** Any translator; for functions that take keys which only the running program knows. */
export type AnyTranslate = Translate

const made = new WeakMap<object, Map<Locale, unknown>>()

/**
 * The translator of a catalogue for one language. Made once for each, and each message is compiled when first used.
 * It throws on a key that is not there: ask `has` where the key is data.
 */
export function translator<Id extends Record<string, string>>(texts: Texts<Id>, locale: Locale): Translate<Id> {
  let byLocale = made.get(texts)
  if (byLocale === undefined) made.set(texts, (byLocale = new Map<Locale, unknown>()))
  let translate = byLocale.get(locale)
  if (translate === undefined) byLocale.set(locale, (translate = makeTranslator(texts[locale], locale)))
  return translate as Translate<Id>
}

function makeTranslator(messages: Readonly<Record<string, string>>, locale: Locale): Translate {
  const compiled: Record<string, CompiledMessage> = { __proto__: null as never }
  const i18n = setupI18n()
  i18n.loadAndActivate({ locale, messages: compiled })
  const translate = (key: string, args?: Readonly<Record<string, string | number>>): string => {
    if (compiled[key] === undefined) {
      const message = Object.hasOwn(messages, key) ? messages[key] : undefined
      if (message === undefined) throw new Error(`no text: ${key}`)
      compiled[key] = compileMessageOrThrow(message)
    }
    return i18n._(key, args === undefined ? {} : { ...args })
  }
  const has = (key: string): key is string => Object.hasOwn(messages, key)
  return Object.assign(translate, { locale, has })
}

/** Catalogues: the texts of one room or part in both languages, as ICU messages. */

/** The English counterpart of an Indonesian catalogue: the same keys, any texts. */
export type Translation<Id extends Record<string, string>> = { readonly [Key in keyof Id]: string }

export type Texts<Id extends Record<string, string> = Record<string, string>> = {
  readonly id: Id
  readonly en: Translation<Id>
}

type NoOther<Known, Given> = { readonly [Key in Exclude<keyof Given, keyof Known>]: never }

/**
 * A catalogue. A key that is missing in English, or known only there, is a compile error.
 * Keys are `room.noun.words`, so that catalogues can be merged.
 */
export function defineTexts<const Id extends Record<string, string>, const En extends Translation<Id>>(
  id: Id,
  en: En & NoOther<Id, En>,
): Texts<Id> {
  return { id, en }
}

type Merged<All extends readonly Texts[]> = All extends readonly [
  Texts<infer First>,
  ...infer Rest extends readonly Texts[],
]
  ? First & Merged<Rest>
  : All extends readonly []
    ? unknown
    : Record<string, string>

/**
 * One catalogue of many, as the server has it.
 * @throws Error when two catalogues have the same key
 */
export function mergeTexts<const All extends readonly Texts[]>(
  ...all: All
): Merged<All> extends Record<string, string> ? Texts<Merged<All>> : Texts {
  const id: Record<string, string> = {}
  const en: Record<string, string> = {}
  for (const texts of all) {
    for (const key of Object.keys(texts.id)) {
      if (Object.hasOwn(id, key)) throw new Error(`text defined twice: ${key}`)
      id[key] = texts.id[key] ?? ''
      en[key] = texts.en[key] ?? ''
    }
  }
  return { id, en } as Merged<All> extends Record<string, string> ? Texts<Merged<All>> : Texts
}

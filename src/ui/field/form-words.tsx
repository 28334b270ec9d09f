import { createContext, type ReactNode, use } from 'react'

/** The few words that every field needs in the reader's language. */
export interface FieldWords {
  /** Said before an error by a screen reader: "Kesalahan:". */
  error: string
  /** Mark of a field that may stay empty: "boleh kosong". */
  optional: string
  /** Mark of a field that must be filled, where both kinds stand in one form: "wajib". */
  required: string
}

const Words = createContext<FieldWords>({ error: '', optional: '', required: '' })

/** Put once round the whole application by the web shell. */
export function FormWords({ words, children }: { words: FieldWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>
}

export function useFieldWords(): FieldWords {
  return use(Words)
}

/**
 * The form in which names are compared and searched: lower case, without marks, apostrophes and punctuation, one space
 * between words. `Siti Ma'rufah, S.Pd.` and `SITI  MARUFAH S PD` are one key. Empty for a text without letter or digit.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’‘ʼ`´]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A name as it is kept: one form of each letter, no line breaks, no invisible signs, single spaces. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}

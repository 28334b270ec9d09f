/** What was typed as an `ilike` pattern: `%` and `_` are letters like any other. Nothing typed: nothing to match. */
export function searchPattern(typed: string): string | undefined {
  const text = typed.trim()
  return text === '' ? undefined : `%${text.replaceAll(/[\\%_]/g, (letter) => `\\${letter}`)}%`
}

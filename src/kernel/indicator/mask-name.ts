/**
 * A name of which one knows only that it is the same one: the first letter of each word. The dots are always three, so
 * that the length tells nothing.
 */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${Array.from(word)[0]}•••`)
    .join(' ')
}

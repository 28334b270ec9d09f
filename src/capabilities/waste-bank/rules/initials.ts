/** `Siti Maimunah` → `S. M.`: all that a public page says of a person. */
export function initialsOf(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .map((word) => `${(/^./u.exec(word)?.[0] ?? '').toUpperCase()}.`)
    .join(' ')
}

/** The page that leads whoever signed in to their own work. */
export const OWN_WORK = '/kerja'

/**
 * Where a reader wanted to go before signing in; our own paths only, so that a link cannot lead to another site through
 * our page. @param asked `?lanjut=…` of the address, or the form's own field
 */
export function wayBack(asked: unknown, otherwise = OWN_WORK): string {
  // A browser reads `/\evil.example` and `//evil.example` as another site.
  return typeof asked === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked) ? asked : otherwise
}

/** The address of a page that will go on to `next`. */
export function withWayBack(path: string, next: string): string {
  return next === OWN_WORK ? path : `${path}?lanjut=${encodeURIComponent(next)}`
}

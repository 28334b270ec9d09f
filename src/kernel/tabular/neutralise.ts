const begins = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** Whether a spreadsheet may take the text for a formula (OWASP, "CSV Injection"); full-width signs count. */
export function looksLikeFormula(text: string): boolean {
  return begins.test(text)
}

/** The text as it may stand in a spreadsheet: an apostrophe before what would be computed. */
export function neutralise(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text
}

/** The inverse of `neutralise`. */
export function restored(text: string): string {
  return text.startsWith("'") && looksLikeFormula(text.slice(1)) ? text.slice(1) : text
}

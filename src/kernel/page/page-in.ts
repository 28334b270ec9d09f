/** The page of a list in an address; 1 for whatever is no page. */
export function pageIn(query: URLSearchParams): number {
  const page = Number(query.get('halaman'))
  return Number.isInteger(page) && page > 0 && page <= 100_000 ? page : 1
}

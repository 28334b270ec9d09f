import './pagination.css'
import { LinkButton } from '../button/index.ts'

interface PaginationProps {
  /** Name of the landmark: "Halaman daftar setoran". */
  label: string
  /** "Halaman 2 dari 8", or "21 sampai 40 dari 148". */
  summary: string
  previous?: { href: string; text: string } | undefined
  next?: { href: string; text: string } | undefined
}

export function Pagination({ label, summary, previous, next }: PaginationProps) {
  return (
    <nav className="pages" aria-label={label}>
      <span className="soft num">{summary}</span>
      <span className="pages-links">
        {previous === undefined ? null : (
          <LinkButton href={previous.href} rel="prev" kind="second" small icon="arrow-left">
            {previous.text}
          </LinkButton>
        )}
        {next === undefined ? null : (
          <LinkButton href={next.href} rel="next" kind="second" small iconAfter="arrow-right">
            {next.text}
          </LinkButton>
        )}
      </span>
    </nav>
  )
}

interface ListPaginationProps {
  of: { total: number; page: number; size: number }
  /** The question of this list, as it stands in the address; only the page in it changes. */
  search?: string | undefined
  words: { label: string; summary: (page: number, pages: number) => string; previous: string; next: string }
}

/** Back and forth in a long list; nothing where one page holds all. */
export function ListPagination({ of: { total, page, size }, search = '', words }: ListPaginationProps) {
  const pages = Math.max(1, Math.ceil(total / size))
  if (pages === 1) return null
  const to = (number: number, text: string) => {
    const query = new URLSearchParams(search)
    query.set('halaman', String(number))
    return { href: `?${query.toString()}`, text }
  }
  return (
    <Pagination
      label={words.label}
      summary={words.summary(page, pages)}
      previous={page > 1 ? to(page - 1, words.previous) : undefined}
      next={page < pages ? to(page + 1, words.next) : undefined}
    />
  )
}

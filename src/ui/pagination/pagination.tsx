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

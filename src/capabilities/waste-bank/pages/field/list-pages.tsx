import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Pagination } from '../../../../ui/pagination/index.ts'
import { fieldTexts } from '../../texts/field.ts'

interface ListPagesProps {
  locale: Locale
  found: { total: number; page: number; size: number }
  /** The question of this list, without its page. */
  query: Readonly<Record<string, string>>
}

/** Back and forth in a long list; nothing where one page holds all. */
export function ListPages({ locale, found, query }: ListPagesProps) {
  const t = translator(fieldTexts, locale)
  const pages = Math.max(1, Math.ceil(found.total / found.size))
  if (pages === 1) return null
  const to = (page: number) => `?${new URLSearchParams({ ...query, halaman: String(page) }).toString()}`
  return (
    <Pagination
      label={t('field.pages.label')}
      summary={t('field.pages.summary', { page: found.page, pages })}
      previous={found.page > 1 ? { href: to(found.page - 1), text: t('field.pages.previous') } : undefined}
      next={found.page < pages ? { href: to(found.page + 1), text: t('field.pages.next') } : undefined}
    />
  )
}

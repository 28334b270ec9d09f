import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { ListPagination } from '../../../../ui/pagination/index.ts'
import { fieldTexts } from '../../texts/field.ts'

interface ListPagesProps {
  locale: Locale
  found: { total: number; page: number; size: number }
  /** The question of this list, without its page. */
  query: Readonly<Record<string, string>>
}

/** Back and forth in a long list of the teller. */
export function ListPages({ locale, found, query }: ListPagesProps) {
  const t = translator(fieldTexts, locale)
  return (
    <ListPagination
      of={found}
      search={new URLSearchParams(query).toString()}
      words={{
        label: t('field.pages.label'),
        summary: (page, pages) => t('field.pages.summary', { page, pages }),
        previous: t('field.pages.previous'),
        next: t('field.pages.next'),
      }}
    />
  )
}

import { formatInstant, translator } from '../../../../kernel/i18n/contract.ts'
import { pageIn, signedIn } from '../../../../kernel/page/index.ts'
import { LinkButton } from '../../../../ui/button/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { SearchForm } from '../../../../ui/search-form/index.ts'
import { Tag } from '../../../../ui/tag/index.ts'
import { listClaims } from '../../index.ts'
import { claimTexts } from '../../texts/claims.ts'
import { pageTexts } from '../../texts/pages.ts'
import { factsOf } from '../page-facts.ts'
import { Pages } from '../public/public-page.tsx'
import type { Route } from './+types/claims.ts'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  const url = new URL(request.url)
  const search = url.searchParams.get('q') ?? ''
  const sort = url.searchParams.get('urut') === 'terlama' ? ('oldest' as const) : ('newest' as const)
  const list = await on.caller.ask(listClaims, { search, sort, page: pageIn(url.searchParams) })
  return { page: factsOf(on), list, search, sort }
}

/** Every claim of the places that the reader answers for. */
export default function Claims({ loaderData: { page, list, search, sort } }: Route.ComponentProps) {
  const { locale } = page
  const t = translator(claimTexts, locale)
  const make = <LinkButton href="/kelola/klaim/baru">{t('claims.make')}</LinkButton>
  const other = `?${new URLSearchParams({ q: search, urut: sort === 'newest' ? 'terlama' : 'terbaru' }).toString()}`
  return (
    <StaffPage page={page} title={t('claims.title')}>
      <PageHeader title={t('claims.title')} lead={t('claims.intro')} actions={make} />
      <SearchForm
        action="/kelola/klaim"
        label={t('claims.search')}
        button={t('claims.search')}
        labelHidden
        value={search}
      />
      <DataTable
        id="klaim"
        stack
        caption={t('claims.title')}
        captionHidden
        region={translator(pageTexts, locale)('page.scroll', { name: t('claims.title') })}
        columns={[
          {
            key: 'number',
            head: t('claim.number'),
            rowHeader: true,
            keep: true,
            stackLabel: t('claim.number'),
            cell: ({ number, token }) => <a href={`/kelola/klaim/${token}`}>{number}</a>,
          },
          {
            key: 'sentence',
            head: t('claims.sentence'),
            stackLabel: t('claims.sentence'),
            cell: (row) => (locale === 'id' ? row.sentenceId : row.sentenceEn),
          },
          { key: 'place', head: t('claim.place'), stackLabel: t('claim.place'), cell: ({ place }) => place },
          {
            key: 'made',
            head: t('claim.made_at'),
            stackLabel: t('claim.made_at'),
            sort: { href: other, direction: sort === 'newest' ? 'descending' : 'ascending' },
            cell: ({ madeAt }) => formatInstant(madeAt, page.zone, locale),
          },
          {
            key: 'status',
            head: t('claims.status'),
            stackLabel: t('claims.status'),
            cell: ({ withdrawnAt }) =>
              withdrawnAt === null ? (
                <Tag tone="ok">{t('claim.status_standing')}</Tag>
              ) : (
                <Tag tone="stop">{t('claim.status_withdrawn')}</Tag>
              ),
          },
        ]}
        rows={list.rows}
        rowKey={({ claimId }) => claimId}
        empty={<Empty title={t('claims.none')} action={make} />}
      />
      <Pages locale={locale} of={list} />
    </StaffPage>
  )
}

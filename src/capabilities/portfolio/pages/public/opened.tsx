import { useLocation } from 'react-router'
import { formatDate, formatNumber, translator } from '../../../../kernel/i18n/contract.ts'
import { openFigurePublic } from '../../../../kernel/indicator/index.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import { Corak, shortHash } from '../../../../ui/corak/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { DefinitionList } from '../../../../ui/definition-list/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { pageTexts } from '../../texts/pages.ts'
import { factsOf, rowsIn } from '../page-facts.ts'
import type { Route } from './+types/opened.ts'
import { Amount, AsOf } from './figure-parts.tsx'
import { Pages, PublicPage } from './public-page.tsx'

export const handle = { scripts: false, cache: true }

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const on = context.get(requestContext)
  const asked = rowsIn(params.name, request, on.city.zone)
  const opened = await on.caller.ask(openFigurePublic, asked)
  const query = new URLSearchParams({ ...asked, page: String(opened.page) }).toString()
  return { page: factsOf(on), opened, query }
}

/** What anybody sees behind a figure: days, places and kinds, without persons. */
export default function Opened({ loaderData: { page, opened, query } }: Route.ComponentProps) {
  const { locale } = page
  const t = translator(figureTexts, locale)
  const { search } = useLocation()
  const title = t('figure.opened', { title: opened.title[locale] })
  return (
    <PublicPage page={page} title={title}>
      <PageHeader title={title} lead={t('figure.opened_intro')} />
      <p className="no-print">
        <a href={`/angka/${opened.name}${search}`}>{t('figure.back')}</a> ·{' '}
        <a href={`/kelola/angka/${opened.name}${search}`}>{t('figure.open_officer')}</a> ·{' '}
        <a href={`/milik/angka/${opened.name}${search}`}>{t('figure.open_own')}</a>
      </p>
      <DefinitionList
        rows={[
          { key: 'place', term: t('figure.place'), detail: opened.place?.name ?? t('figure.everywhere') },
          {
            key: 'total',
            term: t('figure.total'),
            detail: <Amount of={opened} measure={opened.measure} locale={locale} />,
          },
          {
            key: 'n',
            term: t('figure.n'),
            detail: opened.n === null ? t('figure.small') : formatNumber(opened.n, locale),
          },
          {
            key: 'root',
            term: t('figure.root'),
            detail:
              opened.root === null ? (
                t('figure.root_none')
              ) : (
                <>
                  <Corak hash={opened.root} /> {shortHash(opened.root)} <small className="wrap">{opened.root}</small>
                </>
              ),
          },
        ]}
      />
      <AsOf page={page} figure={opened} />
      <DataTable
        id="baris"
        stack
        caption={title}
        captionHidden
        region={translator(pageTexts, locale)('page.scroll', { name: title })}
        columns={[
          {
            key: 'day',
            head: t('figure.day'),
            rowHeader: true,
            stackLabel: t('figure.day'),
            cell: (row) => formatDate(row.businessDay, locale),
          },
          { key: 'place', head: t('figure.place'), stackLabel: t('figure.place'), cell: ({ place }) => place },
          {
            key: 'dimension',
            head: opened.dimensionTitle[locale],
            stackLabel: opened.dimensionTitle[locale],
            cell: (row) => (locale === 'id' ? row.dimensionId : row.dimensionEn),
          },
          {
            key: 'n',
            head: t('figure.n'),
            numeric: true,
            stackLabel: t('figure.n'),
            cell: (row) => (row.n === null ? t(`figure.${row.hidden ?? 'small'}`) : formatNumber(row.n, locale)),
          },
          {
            key: 'amount',
            head: t('figure.total'),
            numeric: true,
            stackLabel: t('figure.total'),
            cell: (row) => <Amount of={row} measure={opened.measure} locale={locale} />,
          },
        ]}
        rows={opened.rows}
        rowKey={(row) => `${row.businessDay} ${row.place} ${row.dimension}`}
        empty={<Empty title={t('figure.empty')} />}
      />
      <p className="soft small">{t('figure.legend')}</p>
      <Pages locale={locale} of={opened} />
      <p className="no-print">
        {t('figure.download')}:{' '}
        {['csv', 'xlsx', 'json'].map((format) => (
          <span key={format}>
            <a href={`/unduh/indicator.open_public.${format}?${query}`}>{format.toUpperCase()}</a>{' '}
          </span>
        ))}
      </p>
    </PublicPage>
  )
}

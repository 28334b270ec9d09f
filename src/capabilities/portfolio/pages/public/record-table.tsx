import { formatDate, formatInstant, translator } from '../../../../kernel/i18n/contract.ts'
import type { OpenedRows } from '../../../../kernel/indicator/contract.ts'
import { Corak, shortHash } from '../../../../ui/corak/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import type { Column } from '../../../../ui/data-table/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { figureText } from '../../rules/claim-sentence.ts'
import { claimTexts } from '../../texts/claims.ts'
import { figureTexts } from '../../texts/figures.ts'
import { pageTexts } from '../../texts/pages.ts'
import type { PageFacts } from '../page-facts.ts'
import { AsOf } from './figure-parts.tsx'
import { Pages } from './public-page.tsx'

type Opened = Pick<
  OpenedRows,
  'title' | 'measure' | 'dimensionTitle' | 'n' | 'amount' | 'root' | 'columns' | 'rows' | 'total' | 'page' | 'size'
>
type Row = Opened['rows'][number]

/** Single records of a figure, for whatever rung; above them what every rung says alike. */
export function RecordTable({ page, opened, title }: { page: PageFacts; opened: Opened; title: string }) {
  const { locale } = page
  const t = translator(figureTexts, locale)
  const { n, total, root } = opened
  return (
    <div className="stack">
      <p>
        {opened.title[locale]}: <strong>{figureText(opened.amount, opened.measure, locale)}</strong>.{' '}
        {t('figure.rung_intro', { n, total })}
      </p>
      {root === null ? null : (
        <p>
          <Corak hash={root} /> {t('figure.root')}: <strong>{shortHash(root)}</strong>
        </p>
      )}
      <DataTable
        id="catatan"
        stack
        caption={title}
        captionHidden
        region={translator(pageTexts, locale)('page.scroll', { name: title })}
        columns={columnsOf(page, opened)}
        rows={opened.rows}
        rowKey={({ id }) => id}
        empty={<Empty title={t('figure.rung_none')} />}
      />
      <Pages locale={locale} of={opened} />
    </div>
  )
}

/** A figure opened down to single records: what stands on the page, whoever may see it. */
export function OpenedRecords({ page, opened, title }: { page: PageFacts; opened: OpenedRows; title: string }) {
  return (
    <>
      <PageHeader title={title} lead={opened.title[page.locale]} />
      <AsOf page={page} figure={opened} />
      <RecordTable page={page} opened={opened} title={title} />
    </>
  )
}

function columnsOf({ locale, zone }: PageFacts, opened: Opened): Column<Row>[] {
  const t = translator(figureTexts, locale)
  const timeliness = translator(claimTexts, locale)
  const named = (key: string, head: string, cell: Column<Row>['cell']): Column<Row> => {
    return { key, head, stackLabel: head, cell }
  }
  return [
    { ...named('day', t('figure.day'), (row) => formatDate(row.businessDay, locale)), rowHeader: true },
    named('place', t('figure.place'), ({ place }) => place),
    ...opened.columns.map(({ key, title, words }, at) =>
      named(key, title[locale], ({ details, hrefs }) => {
        const detail = details[at] ?? ''
        const text = words?.[detail]?.[locale] ?? detail
        const href = hrefs[at]
        return href ? <a href={href}>{text}</a> : text
      }),
    ),
    named('dimension', opened.dimensionTitle[locale], (row) => (locale === 'id' ? row.dimensionId : row.dimensionEn)),
    {
      ...named('amount', opened.title[locale], (row) =>
        row.amount < 0
          ? `−${figureText(-row.amount, opened.measure, locale)}`
          : figureText(row.amount, opened.measure, locale),
      ),
      numeric: true,
    },
    named('recorded', t('figure.recorded'), (row) => {
      const at = formatInstant(row.recordedAt, zone, locale)
      return `${at} (${timeliness(`claim.timeliness.${row.timeliness}`)})`
    }),
    named('hash', t('figure.row_hash'), ({ rowHash }) => <code className="small">{rowHash.slice(0, 12)}</code>),
  ]
}

import { formatDate, formatMoney, formatQuantity, translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { pageIn } from '../../../../kernel/page/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { myLines } from '../../index.ts'
import { ownTexts } from '../../texts/own.ts'
import type { Route } from './+types/lines.ts'
import { asMember } from './own-facts.ts'
import { OwnPage, OwnPages } from './own-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request, params: { memberId } }: Route.LoaderArgs) {
  const { on, page } = asMember(context)
  return {
    page,
    lines: await on.caller.ask(myLines, { memberId, page: pageIn(new URL(request.url).searchParams), size: 25 }),
  }
}

export default function Lines({ loaderData: { page, lines } }: Route.ComponentProps) {
  const t = translator(ownTexts, page.locale)
  return (
    <OwnPage page={page} title={t('own.lines')} here="savings">
      <DataTable
        id="catatan"
        caption={t('own.lines')}
        captionHidden
        region={t('own.lines.scroll')}
        rows={lines.rows}
        rowKey={(row) => row.id}
        stack
        empty={<p>{t('own.lines.none')}</p>}
        columns={[
          {
            key: 'what',
            head: t('own.what'),
            rowHeader: true,
            cell: (row) => (
              <a href={`/milik/bukti/${row.id}`}>
                {t(`own.kind.${row.kind}`)} {row.number}
              </a>
            ),
          },
          {
            key: 'day',
            head: t('own.day'),
            cell: (row) => (
              <>
                {formatDate(row.businessDay, page.locale, 'medium')}
                {row.detail.length === 0 ? null : <div className="soft small">{brought(row.detail, page.locale)}</div>}
              </>
            ),
          },
          {
            key: 'amount',
            head: t('own.amount'),
            stackLabel: t('own.amount'),
            numeric: true,
            cell: (row) => formatMoney(row.amount, page.locale),
          },
          {
            key: 'after',
            head: t('own.after'),
            stackLabel: t('own.after'),
            numeric: true,
            cell: (row) => formatMoney(row.balance, page.locale),
          },
        ]}
      />
      <OwnPages page={page} of={lines} />
    </OwnPage>
  )
}

type Detail = Route.ComponentProps['loaderData']['lines']['rows'][number]['detail']

function brought(detail: Detail, locale: Locale): string {
  return detail
    .map((each) => {
      const name = locale === 'id' ? each.nameId : each.nameEn
      return `${name} ${formatQuantity(each.quantity, each.measure, locale)}`
    })
    .join(' · ')
}

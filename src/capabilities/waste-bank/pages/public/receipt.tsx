import { formatFor, translator } from '../../../../kernel/i18n/contract.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import { Corak, shortHash } from '../../../../ui/corak/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { DefinitionList } from '../../../../ui/definition-list/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { publicReceipt } from '../../index.ts'
import { publicTexts } from '../../texts/public.ts'
import type { Route } from './+types/receipt.ts'
import { PublicPage } from './public-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, params: { token } }: Route.LoaderArgs) {
  const { caller, locale, demo, city } = context.get(requestContext)
  const page = { locale, demo, zone: city.zone, cityName: city.name }
  return { page, receipt: await caller.ask(publicReceipt, { token }) }
}

/** Behind the QR: enough to compare with the paper, and nothing about whose it is. */
export default function PublicReceipt({ loaderData: { page, receipt } }: Route.ComponentProps) {
  const t = translator(publicTexts, page.locale)
  const format = formatFor(page.locale, page.zone)
  const title = t(`public.receipt.${receipt.kind}`, { number: receipt.number })
  return (
    <PublicPage page={page} title={title}>
      <PageHeader title={title} lead={t('public.receipt.lead')} />
      {receipt.reversed ? <Notice tone="stop" title={t('public.receipt.reversed')} /> : null}
      <DefinitionList
        rows={[
          {
            key: 'unit',
            term: t('public.receipt.unit'),
            detail: t('public.unit_at', { unit: receipt.unitName, kelurahan: receipt.kelurahan }),
          },
          { key: 'day', term: t('public.receipt.day'), detail: format.date(receipt.businessDay, 'full') },
          { key: 'at', term: t('public.receipt.at'), detail: format.instant(receipt.recordedAt) },
          { key: 'who', term: t('public.receipt.who'), detail: receipt.initials },
          { key: 'total', term: t('public.receipt.total'), detail: <b>{format.money(receipt.total)}</b> },
          {
            key: 'seal',
            term: t('public.receipt.seal'),
            detail: (
              <>
                <Corak hash={receipt.proof} size={72} /> <b className="num">{shortHash(receipt.proof)}</b>
              </>
            ),
            source: t('public.receipt.seal_hint'),
          },
        ]}
      />
      {receipt.lines.length === 0 ? null : (
        <DataTable
          id="bahan"
          caption={t('public.receipt.lines')}
          region={t('public.receipt.scroll')}
          rows={receipt.lines}
          rowKey={(line) => line.nameId}
          columns={[
            {
              key: 'name',
              head: t('public.material'),
              rowHeader: true,
              cell: (line) => (page.locale === 'id' ? line.nameId : line.nameEn),
            },
            {
              key: 'quantity',
              head: t('public.quantity'),
              numeric: true,
              cell: (line) => format.quantity(line.quantity, line.measure),
            },
            { key: 'price', head: t('public.price'), numeric: true, cell: (line) => format.money(line.price) },
            { key: 'amount', head: t('public.amount'), numeric: true, cell: (line) => format.money(line.amount) },
          ]}
        />
      )}
    </PublicPage>
  )
}

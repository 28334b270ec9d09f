import { formatFor, translator } from '../../../../kernel/i18n/contract.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import { Actions, LinkButton } from '../../../../ui/button/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { getPrices } from '../../index.ts'
import { publicTexts } from '../../texts/public.ts'
import type { Route } from './+types/prices.ts'
import { PublicPage } from './public-page.tsx'

export const handle = { scripts: false, cache: true }

export async function loader({ context, params: { unitId } }: Route.LoaderArgs) {
  const { caller, locale, demo, city } = context.get(requestContext)
  const page = { locale, demo, zone: city.zone, cityName: city.name }
  return { page, list: await caller.ask(getPrices, { unitId }) }
}

/** The list that hangs on the wall, for everybody. */
export default function Prices({ loaderData: { page, list } }: Route.ComponentProps) {
  const t = translator(publicTexts, page.locale)
  const format = formatFor(page.locale, page.zone)
  const title = t('public.prices.title', { unit: list.unitName, kelurahan: list.kelurahan })
  return (
    <PublicPage page={page} title={title}>
      <PageHeader
        title={title}
        lead={list.validFrom === null ? '' : t('public.prices.lead', { on: format.date(list.validFrom, 'full') })}
      />
      {list.sharing ? (
        <p>{t('public.prices.share', { share: format.basisPoints(list.sharing.memberBasisPoints) })}</p>
      ) : null}
      <DataTable
        id="harga"
        caption={title}
        captionHidden
        region={t('public.prices.scroll')}
        rows={list.prices}
        rowKey={(price) => price.materialId}
        empty={<p>{t('public.prices.none')}</p>}
        columns={[
          {
            key: 'name',
            head: t('public.material'),
            rowHeader: true,
            cell: (price) => (page.locale === 'id' ? price.nameId : price.nameEn),
          },
          {
            key: 'price',
            head: t('public.price'),
            numeric: true,
            cell: (price) => `${format.money(price.rupiah)} ${t('public.per', { measure: price.measure })}`,
          },
        ]}
      />
      {list.prices.length === 0 ? null : (
        <Actions>
          <LinkButton href={`/unduh/price.wall.pdf?unitId=${list.unitId}`} kind="second" icon="download-simple">
            {t('public.prices.pdf')}
          </LinkButton>
        </Actions>
      )}
    </PublicPage>
  )
}

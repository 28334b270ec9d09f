import { formatBasisPoints, formatDate, formatMoney, translator, unitName } from '../../../../kernel/i18n/contract.ts'
import { measureBase } from '../../../../kernel/money/contract.ts'
import { LinkButton } from '../../../../ui/button/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { getPrices } from '../../index.ts'
import { weighLines } from '../../rules/weigh.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/prices.ts'
import { FieldPage } from './field-page.tsx'
import { asTeller } from './page-facts.ts'

export const handle = { scripts: false }

export async function loader({ request, context, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  return { page, list: await on.caller.ask(getPrices, { unitId }) }
}

export default function Prices({ loaderData: { page, list } }: Route.ComponentProps) {
  const t = translator(fieldTexts, page.locale)
  const { locale } = page
  const basisPoints = list.sharing?.memberBasisPoints ?? 0
  const rows = weighLines(
    list.prices.map((price) => ({ ...price, price: price.rupiah, quantity: measureBase[price.measure] })),
    basisPoints,
  )
  return (
    <FieldPage
      page={page}
      title={t('field.prices.title')}
      place={`${list.unitName}, ${list.kelurahan}`}
      nav={{ unitId: list.unitId, current: 'prices' }}
    >
      <div className="phone-pad stack">
        {rows.length === 0 ? (
          <Empty title={t('field.prices.none')} pillar="environment">
            {t('field.prices.none.next')}
          </Empty>
        ) : (
          <>
            <p className="small soft">
              {list.validFrom === null
                ? ''
                : t('field.prices.since', { day: formatDate(list.validFrom, locale, 'full') })}
              {' · '}
              {list.sharing === null
                ? t('field.share.none')
                : list.sharing.kind === 'margin'
                  ? t('field.share.margin')
                  : t('field.share.percentage', { share: formatBasisPoints(basisPoints, locale) })}
            </p>
            <DataTable
              id="harga"
              caption={t('field.prices.caption')}
              region={t('field.prices.title')}
              rows={rows}
              rowKey={(row) => row.materialId}
              columns={[
                {
                  key: 'material',
                  head: t('field.prices.material'),
                  rowHeader: true,
                  cell: (row) => (locale === 'id' ? row.nameId : row.nameEn),
                },
                {
                  key: 'price',
                  head: t('field.prices.price'),
                  numeric: true,
                  cell: (row) => `${formatMoney(row.price, locale)}/${unitName(row.measure, locale)}`,
                },
                {
                  key: 'share',
                  head: t('field.prices.get'),
                  numeric: true,
                  cell: (row) => formatMoney(row.memberShare, locale),
                },
              ]}
            />
            <LinkButton href={`/unduh/price.wall.pdf?unitId=${list.unitId}`} kind="second" icon="printer" wide>
              {t('field.prices.wall')}
            </LinkButton>
          </>
        )}
      </div>
    </FieldPage>
  )
}

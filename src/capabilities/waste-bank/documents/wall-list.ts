import { renderPdf, wallList } from '../../../kernel/documents/index.ts'
import { download } from '../../../kernel/download/contract.ts'
import { formatFor, translator } from '../../../kernel/i18n/contract.ts'
import { startOfDay } from '../../../kernel/clock/index.ts'
import { getPrices } from '../queries/rules.ts'
import { paperTexts } from '../texts/paper.ts'

/** Today's prices for the wall. */
export const wallDownload = download({
  name: 'price.wall',
  about: 'A unit’s price list in letters for the wall.',
  query: getPrices,
  formats: {
    pdf: {
      mediaType: 'application/pdf',
      render: (list, { locale, city, publicUrl }) => {
        const t = translator(paperTexts, locale)
        const format = formatFor(locale, city.zone)
        const categories = Map.groupBy(list.prices, (price) => price.category)
        return renderPdf(
          wallList({
            title: t('paper.wall'),
            language: locale,
            createdAt: startOfDay(list.validFrom ?? list.day, city.zone),
            issuer: {
              name: t('paper.unit', { name: list.unitName }),
              place: t('paper.kelurahan', { name: list.kelurahan }),
            },
            validInWords: t('paper.valid_from', { date: format.date(list.validFrom ?? list.day, 'full') }),
            heads: [t('paper.material'), t('paper.price')],
            groups: [...categories].map(([name, prices]) => ({
              name,
              rows: prices.map((price) => ({
                label: locale === 'id' ? price.nameId : price.nameEn,
                detail: t('paper.per', { measure: price.measure }),
                price: format.money(price.rupiah),
              })),
            })),
            notes: list.sharing
              ? [t('paper.share_rule', { share: format.basisPoints(list.sharing.memberBasisPoints) })]
              : [],
            qr: { url: `${publicUrl}/harga/${list.unitId}`, caption: t('paper.wall') },
            ...(city.demo ? { sample: t('paper.sample') } : {}),
          }),
        )
      },
    },
  },
  fileName: (list) => `harga-${list.day}`,
})

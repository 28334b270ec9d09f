import { dataTable, definitionRows, letterFrame, renderPdf, sectionTitle } from '../../../kernel/documents/index.ts'
import { download } from '../../../kernel/download/contract.ts'
import { formatFor, translator } from '../../../kernel/i18n/contract.ts'
import { getRecap } from '../queries/day.ts'
import { paperTexts } from '../texts/paper.ts'

/** The recap of a day on one page, for the unit's folder. */
export const recapDownload = download({
  name: 'day.recap',
  about: 'The recap of a day at the scales on one page.',
  query: getRecap,
  formats: {
    pdf: {
      mediaType: 'application/pdf',
      render: (recap, { locale, city }) => {
        const t = translator(paperTexts, locale)
        const format = formatFor(locale, city.zone)
        const money = (amount: number | null) => (amount === null ? '–' : format.money(amount))
        return renderPdf(
          letterFrame({
            title: t('paper.recap'),
            language: locale,
            createdAt: recap.closedAt ?? recap.openedAt,
            issuer: { name: t('paper.unit', { name: recap.unitName }) },
            references: [{ label: t('paper.day'), value: format.date(recap.businessDay, 'full') }],
            body: [
              definitionRows([
                { label: t('paper.deposits'), value: format.number(recap.deposits) },
                { label: t('paper.members'), value: format.number(recap.members) },
                { label: t('paper.weight'), value: format.kilogram(recap.grams) },
                { label: t('paper.total'), value: money(recap.total) },
                { label: t('paper.unit_share'), value: money(recap.unitShare) },
                {
                  label: t('paper.withdrawals'),
                  value: `${format.number(recap.withdrawals)} · ${money(recap.paidOut)}`,
                },
                { label: t('paper.reversals'), value: format.number(recap.reversals) },
                { label: t('paper.cash_opening'), value: money(recap.countedOpening) },
                { label: t('paper.cash_expected'), value: money(recap.expectedCash) },
                { label: t('paper.cash_counted'), value: money(recap.countedClosing) },
                { label: t('paper.difference'), value: money(recap.difference) },
                ...(recap.note ? [{ label: t('paper.note'), value: recap.note }] : []),
              ]),
              sectionTitle(t('paper.material')),
              dataTable({
                columns: [
                  { header: t('paper.material') },
                  { header: t('paper.weight'), isFigure: true },
                  { header: t('paper.amount'), isFigure: true },
                ],
                rows: recap.materials.map((each) => [
                  locale === 'id' ? each.nameId : each.nameEn,
                  format.quantity(each.quantity, each.measure),
                  money(each.amount),
                ]),
              }),
            ],
            pageWords: (page, pages) => t('paper.page', { page, pages }),
            ...(city.demo ? { sample: t('paper.sample') } : {}),
          }),
        )
      },
    },
  },
  fileName: (recap) => `rekap-${recap.businessDay}`,
})

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
            references: [{ term: t('paper.day'), detail: format.date(recap.businessDay, 'full') }],
            body: [
              definitionRows([
                { term: t('paper.deposits'), detail: format.number(recap.deposits) },
                { term: t('paper.members'), detail: format.number(recap.members) },
                { term: t('paper.weight'), detail: format.kilogram(recap.grams) },
                { term: t('paper.total'), detail: money(recap.total) },
                { term: t('paper.unit_share'), detail: money(recap.unitShare) },
                {
                  term: t('paper.withdrawals'),
                  detail: `${format.number(recap.withdrawals)} · ${money(recap.paidOut)}`,
                },
                { term: t('paper.reversals'), detail: format.number(recap.reversals) },
                { term: t('paper.cash_opening'), detail: money(recap.countedOpening) },
                { term: t('paper.cash_expected'), detail: money(recap.expectedCash) },
                { term: t('paper.cash_counted'), detail: money(recap.countedClosing) },
                { term: t('paper.difference'), detail: money(recap.difference) },
                ...(recap.note ? [{ term: t('paper.note'), detail: recap.note }] : []),
              ]),
              sectionTitle(t('paper.material')),
              dataTable({
                columns: [
                  { head: t('paper.material') },
                  { head: t('paper.weight'), numeric: true },
                  { head: t('paper.amount'), numeric: true },
                ],
                rows: recap.materials.map((each) => [
                  locale === 'id' ? each.nameId : each.nameEn,
                  format.quantity(each.quantity, each.measure),
                  money(each.amount),
                ]),
              }),
            ],
            ...(city.demo ? { sample: t('paper.sample') } : {}),
          }),
        )
      },
    },
  },
  fileName: (recap) => `rekap-${recap.businessDay}`,
})

import type { ReactNode } from 'react'
import {
  formatDate,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPercent,
  translator,
} from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import type { Figure } from '../../../../kernel/indicator/contract.ts'
import { ColumnChart } from '../../../../ui/column-chart/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { Timeliness } from '../../../../ui/timeliness/index.ts'
import { figureText } from '../../rules/claim-sentence.ts'
import { roundTop } from '../../rules/round-top.ts'
import { claimTexts } from '../../texts/claims.ts'
import { figureTexts } from '../../texts/figures.ts'
import { pageTexts } from '../../texts/pages.ts'
import type { PageFacts } from '../page-facts.ts'

type Measure = Figure['measure']
interface Shown {
  readonly amount: number | null
  readonly hidden: 'small' | 'beside' | null
}

/** As many months as a narrow screen can show as columns; the table below has all. */
const MONTHS_DRAWN = 24
const kinds = { same_day: 'day', within_week: 'week', later: 'later', imported: 'imported' } as const

/** An amount, or why it is not shown, in words for whom cannot see the sign. */
export function Amount({ of, measure, locale }: { of: Shown; measure: Measure; locale: Locale }) {
  const t = translator(figureTexts, locale)
  if (of.hidden !== null) return <abbr title={t(`figure.${of.hidden}_means`)}>{t(`figure.${of.hidden}`)}</abbr>
  return figureText(of.amount ?? 0, measure, locale)
}

/** As of which two times: stands with every figure. */
export function AsOf({
  page,
  figure,
}: {
  page: PageFacts
  figure: Pick<Figure, 'from' | 'businessAsOf' | 'recordedAsOf'>
}) {
  const t = translator(figureTexts, page.locale)
  const since = figure.from === null ? '' : `${t('figure.from_day', { day: formatDate(figure.from, page.locale) })} `
  const day = formatDate(figure.businessAsOf, page.locale)
  const instant = formatInstant(figure.recordedAsOf, page.zone, page.locale)
  return <p className="soft small">{since + t('figure.as_of', { day, instant })}</p>
}

export function TimelinessOf({ locale, parts }: { locale: Locale; parts: Figure['timeliness'] }) {
  const t = translator(claimTexts, locale)
  const sum = parts.reduce((total, { n }) => total + (n ?? 0), 0)
  if (sum === 0) return null
  const shown = parts.map(({ timeliness, n }) => ({
    kind: kinds[timeliness],
    label: t(`claim.timeliness.${timeliness}`),
    count: n ?? 0,
    shown: `${formatNumber(n ?? 0, locale)} (${formatPercent((n ?? 0) / sum, locale)})`,
  }))
  const sentence = `${t('claim.timeliness')}: ${shown.map((part) => `${part.label} ${part.shown}`).join(', ')}`
  return <Timeliness sentence={sentence} parts={shown} />
}

export function MonthChart({ figure, locale }: { figure: Figure; locale: Locale }) {
  const t = translator(figureTexts, locale)
  const months = figure.months.slice(-MONTHS_DRAWN)
  const top = roundTop(Math.max(0, ...months.map(({ amount }) => amount ?? 0)))
  const name = t('figure.by_month', { title: figure.title[locale] })
  return (
    <ColumnChart
      id="bulan"
      name={figure.title[locale]}
      sentence={`${name}: ${months.map((month) => `${formatMonth(month.month, locale)} ${textOf(month, figure.measure, locale)}`).join('; ')}`}
      columns={months.map(({ month }, index) => ({
        key: month,
        name: formatMonth(month, locale),
        short: formatMonth(month, locale, 'short').slice(0, 1),
        ...(index === 0 || month.endsWith('-01') ? { below: month.slice(0, 4) } : {}),
      }))}
      values={months.map(({ amount }) => amount)}
      cells={months.map((month) => (
        <Amount key={month.month} of={month} measure={figure.measure} locale={locale} />
      ))}
      top={{ value: top, text: figureText(top, figure.measure, locale) }}
      table={{ caption: name, region: scrolls(name, locale), columnHead: t('figure.month') }}
    />
  )
}

const textOf = (shown: Shown, measure: Measure, locale: Locale) =>
  shown.hidden === null
    ? figureText(shown.amount ?? 0, measure, locale)
    : translator(figureTexts, locale)(`figure.${shown.hidden}_means`)

const scrolls = (name: string, locale: Locale) => translator(pageTexts, locale)('page.scroll', { name })

/** Months down, dimensions across, with the sums of both. */
export function CrossTable({ figure, locale }: { figure: Figure; locale: Locale }) {
  const t = translator(figureTexts, locale)
  const cells = new Map(figure.cells.map((cell) => [`${cell.month} ${cell.dimension}`, cell]))
  const nothing: Shown = { amount: 0, hidden: null }
  const draw = (of: Shown): ReactNode => <Amount of={of} measure={figure.measure} locale={locale} />
  const caption = `${figure.title[locale]}: ${t('figure.month')} × ${figure.dimensionTitle[locale]}`
  return (
    <DataTable
      id="tabel"
      caption={caption}
      region={scrolls(caption, locale)}
      columns={[
        {
          key: 'month',
          head: t('figure.month'),
          rowHeader: true,
          keep: true,
          cell: ({ month }) => formatMonth(month, locale),
        },
        ...figure.dimensions.map(({ id, nameId, nameEn }) => ({
          key: id,
          head: locale === 'id' ? nameId : nameEn,
          numeric: true,
          cell: ({ month }: Figure['months'][number]) => draw(cells.get(`${month} ${id}`) ?? nothing),
        })),
        { key: 'total', head: t('figure.total'), numeric: true, cell: draw },
      ]}
      rows={figure.months}
      rowKey={({ month }) => month}
      foot={[t('figure.total'), ...figure.dimensions.map(draw), draw(figure)]}
    />
  )
}

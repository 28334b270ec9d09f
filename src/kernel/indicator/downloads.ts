import { download } from '../download/contract.ts'
import type { DownloadFormat, DownloadSetting } from '../download/contract.ts'
import { formatDate, formatInstant, translator } from '../i18n/index.ts'
import { tableBytes, tableMediaTypes } from '../tabular/index.ts'
import type { OutColumn } from '../tabular/index.ts'
import type { Figure, OpenedPublic } from './contract.ts'
import { getFigure, openFigurePublic } from './queries.ts'
import { texts } from './texts/index.ts'

type Hidden = 'small' | 'beside' | null
interface Line {
  readonly labels: readonly string[]
  readonly n: number | null
  readonly amount: number | null
  readonly hidden: Hidden
}

/** A table of one answer, with what it counts and as of when in the lines above it. JSON is the answer itself. */
function formats<O extends Figure | OpenedPublic>(
  lines: (data: O, locale: 'id' | 'en') => readonly Line[],
  heads: Heads,
) {
  const table = (format: 'csv' | 'xlsx'): DownloadFormat<O> => ({
    mediaType: tableMediaTypes[format],
    render: (data, setting) =>
      tableBytes(
        {
          columns: columnsOf(data, heads, setting),
          rows: lines(data, setting.locale),
          notes: notesOf(data, setting),
          locale: setting.locale,
        },
        format,
      ),
  })
  const json: DownloadFormat<O> = {
    mediaType: tableMediaTypes.json,
    render: async (data, { city }) =>
      Buffer.from(JSON.stringify(city.demo ? { sample: 'data contoh', ...data } : data, null, 1)),
  }
  return { csv: table('csv'), xlsx: table('xlsx'), json }
}

type Heads = readonly ('indicator.month' | 'indicator.day' | 'indicator.place' | 'dimension')[]

function columnsOf(data: Figure | OpenedPublic, heads: Heads, { locale }: DownloadSetting): OutColumn<Line>[] {
  const t = translator(texts, locale)
  const isGram = data.measure === 'gram'
  return [
    ...heads.map((head, at): OutColumn<Line> => ({
      key: head.replace('indicator.', ''),
      header: head === 'dimension' ? data.dimensionTitle[locale] : t(head),
      kind: head === 'indicator.day' ? 'date' : 'text',
      value: ({ labels }) => labels[at] ?? '',
    })),
    { key: 'n', header: t('indicator.n'), kind: 'integer', value: ({ n }) => n },
    {
      key: 'amount',
      header: t(isGram ? 'indicator.amount_gram' : 'indicator.amount'),
      kind: isGram ? 'gram' : 'integer',
      value: ({ amount }) => amount,
    },
    {
      key: 'hidden',
      header: t('indicator.hidden'),
      kind: 'text',
      value: ({ hidden }) => (hidden === null ? null : t(`indicator.hidden.${hidden}`)),
    },
  ]
}

function notesOf(data: Figure | OpenedPublic, { locale, city }: DownloadSetting): string[] {
  const t = translator(texts, locale)
  const instant = formatInstant(data.recordedAsOf, city.zone, locale)
  return [
    `${data.title[locale]}: ${data.place?.name ?? t('indicator.everywhere')}`,
    data.definition[locale],
    ...(data.from === null ? [] : [t('indicator.from', { day: formatDate(data.from, locale) })]),
    t('indicator.as_of', { day: formatDate(data.businessAsOf, locale), instant }),
    ...('population' in data
      ? [t('indicator.reported', { title: data.populationTitle[locale], n: data.reported, of: data.population })]
      : []),
    ...('root' in data && data.root !== null ? [t('indicator.root', { root: data.root })] : []),
    ...(city.demo ? [t('indicator.sample')] : []),
  ]
}

const fileName = ({ name, businessAsOf }: Figure | OpenedPublic) => `${name.replaceAll(/[._]/g, '-')}-${businessAsOf}`

export const figureDownload = download({
  name: 'indicator.figure',
  about: 'A figure by month and dimension.',
  query: getFigure,
  formats: formats<Figure>(
    (figure, locale) =>
      figure.cells.map((cell) => {
        const label = figure.dimensions.find(({ id }) => id === cell.dimension)
        return { ...cell, labels: [cell.month, (locale === 'id' ? label?.nameId : label?.nameEn) ?? ''] }
      }),
    ['indicator.month', 'dimension'],
  ),
  fileName,
})

export const openedDownload = download({
  name: 'indicator.open_public',
  about: 'One page of what a figure opens to for anyone.',
  query: openFigurePublic,
  formats: formats<OpenedPublic>(
    ({ rows }, locale) =>
      rows.map((row) => ({
        ...row,
        labels: [row.businessDay, row.place, locale === 'id' ? row.dimensionId : row.dimensionEn],
      })),
    ['indicator.day', 'indicator.place', 'dimension'],
  ),
  fileName,
})

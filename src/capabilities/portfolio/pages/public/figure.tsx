import { Form, useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { getFigure, listPlacesOfIndicator } from '../../../../kernel/indicator/index.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { DateInput, Select, TextInput } from '../../../../ui/field/index.ts'
import { Figure as FigureValue } from '../../../../ui/figure/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { factsOf, filterIn } from '../page-facts.ts'
import type { Route } from './+types/figure.ts'
import { Amount, AsOf, CrossTable, MonthChart, TimelinessOf } from './figure-parts.tsx'
import { PublicPage } from './public-page.tsx'

export const handle = { scripts: false, cache: true }

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const on = context.get(requestContext)
  const url = new URL(request.url)
  const filter = filterIn(params.name, url, on.city.zone)
  const [figure, places] = await Promise.all([
    on.caller.ask(getFigure, filter),
    on.caller.ask(listPlacesOfIndicator, { name: params.name }),
  ])
  const asked = Object.fromEntries(
    ['tempat', 'sejak', 'hari', 'catatan'].map((key) => [key, url.searchParams.get(key) ?? '']),
  )
  return { page: factsOf(on), figure, places: places.rows, asked, query: queryOf(filter) }
}

/** The filter as the downloads take it. */
function queryOf(filter: Readonly<Record<string, string>>): string {
  return new URLSearchParams(filter).toString()
}

/** One figure: what it is, how it ran by month, how timely it is, and the ways behind it. */
export default function FigurePage({ loaderData }: Route.ComponentProps) {
  const { page, figure, query } = loaderData
  const { search } = useLocation()
  const t = translator(figureTexts, page.locale)
  const { locale } = page
  const reported = { title: figure.populationTitle[locale], n: figure.reported, of: figure.population }
  return (
    <PublicPage page={page} title={figure.title[locale]}>
      <PageHeader title={figure.title[locale]} lead={figure.definition[locale]} />
      <div className="stack-l">
        <AskForm loaderData={loaderData} />
        {figure.months.length === 0 ? (
          <Empty title={t('figure.empty')} />
        ) : (
          <div className="stack-l">
            <FigureValue
              label={figure.place?.name ?? t('figure.everywhere')}
              value={<Amount of={figure} measure={figure.measure} locale={locale} />}
              href={`/angka/${figure.name}/buka${search}`}
              open={t('figure.open')}
            />
            <AsOf page={page} figure={figure} />
            <p>{t('figure.reported', reported)}</p>
            <TimelinessOf locale={locale} parts={figure.timeliness} />
            <MonthChart figure={figure} locale={locale} />
            <CrossTable figure={figure} locale={locale} />
            {figure.cells.some(({ hidden }) => hidden !== null) ? (
              <p className="soft small">{t('figure.legend')}</p>
            ) : null}
            <p className="no-print">
              {t('figure.download')}:{' '}
              {['csv', 'xlsx', 'json'].map((format) => (
                <span key={format}>
                  <a href={`/unduh/indicator.figure.${format}?${query}`}>{format.toUpperCase()}</a>{' '}
                </span>
              ))}
            </p>
          </div>
        )}
      </div>
    </PublicPage>
  )
}

function AskForm({ loaderData: { page, places, asked } }: Pick<Route.ComponentProps, 'loaderData'>) {
  const t = translator(figureTexts, page.locale)
  return (
    <Form method="get" className="row no-print">
      <Select
        name="tempat"
        label={t('figure.place')}
        defaultValue={asked['tempat'] ?? ''}
        choices={[
          { value: '', label: t('figure.everywhere') },
          ...places.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
        ]}
      />
      <TextInput
        name="sejak"
        type="month"
        label={t('figure.from')}
        defaultValue={asked['sejak'] ?? ''}
        pattern="\d{4}-\d{2}"
        placeholder="2026-10"
      />
      <DateInput name="hari" label={t('figure.business_as_of')} defaultValue={asked['hari'] ?? ''} />
      <DateInput name="catatan" label={t('figure.recorded_as_of')} defaultValue={asked['catatan'] ?? ''} />
      <Button kind="second">{t('figure.show')}</Button>
    </Form>
  )
}

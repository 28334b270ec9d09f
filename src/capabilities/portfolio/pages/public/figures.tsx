import { translator } from '../../../../kernel/i18n/contract.ts'
import { listIndicators } from '../../../../kernel/indicator/index.ts'
import { pageIn, requestContext } from '../../../../kernel/page/index.ts'
import { DefinitionList } from '../../../../ui/definition-list/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { factsOf } from '../page-facts.ts'
import type { Route } from './+types/figures.ts'
import { Pages, PublicPage } from './public-page.tsx'

export const handle = { scripts: false, cache: true }

export async function loader({ context, request }: Route.LoaderArgs) {
  const on = context.get(requestContext)
  return {
    page: factsOf(on),
    list: await on.caller.ask(listIndicators, { page: pageIn(new URL(request.url).searchParams) }),
  }
}

/** All figures, each a door to itself. */
export default function Figures({ loaderData: { page, list } }: Route.ComponentProps) {
  const t = translator(figureTexts, page.locale)
  return (
    <PublicPage page={page} title={t('figures.title')}>
      <PageHeader title={t('figures.title')} lead={t('figures.intro')} />
      {list.rows.length === 0 ? (
        <Empty title={t('figures.none')} />
      ) : (
        <DefinitionList
          rows={list.rows.map(({ name, title, definition }) => ({
            key: name,
            term: <a href={`/angka/${name}`}>{title[page.locale]}</a>,
            detail: definition[page.locale],
          }))}
        />
      )}
      <Pages locale={page.locale} of={list} />
    </PublicPage>
  )
}

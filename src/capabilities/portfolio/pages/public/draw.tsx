import { formatInstant, translator } from '../../../../kernel/i18n/contract.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { DefinitionList } from '../../../../ui/definition-list/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { getDraw } from '../../index.ts'
import { claimTexts } from '../../texts/claims.ts'
import { pageTexts } from '../../texts/pages.ts'
import { factsOf } from '../page-facts.ts'
import type { Route } from './+types/draw.ts'
import { PublicPage } from './public-page.tsx'

export const handle = { scripts: false, cache: true }

export async function loader({ context, params }: Route.LoaderArgs) {
  const on = context.get(requestContext)
  return { page: factsOf(on), draw: await on.caller.ask(getDraw, { drawId: params.drawId }) }
}

/** A draw that anybody can make again. */
export default function Draw({ loaderData: { page, draw } }: Route.ComponentProps) {
  const { locale } = page
  const t = translator(claimTexts, locale)
  const title = t('draw.title', { number: draw.number })
  return (
    <PublicPage page={page} title={title}>
      <PageHeader title={title} lead={locale === 'id' ? draw.sentenceId : draw.sentenceEn} />
      <DefinitionList
        rows={[
          { key: 'of', term: t('claim.records'), detail: t('draw.of', { k: draw.k, n: draw.n }) },
          {
            key: 'seed',
            term: t('draw.seed'),
            detail: (
              <>
                <code>{draw.seed}</code> ({t(draw.seedGiven ? 'draw.seed_given' : 'draw.seed_made')})
              </>
            ),
          },
          { key: 'how', term: t('draw.algorithm'), detail: `${t('draw.how')} (${draw.algorithm})` },
          { key: 'at', term: t('claim.made_at'), detail: formatInstant(draw.madeAt, page.zone, locale) },
          { key: 'claim', term: t('claim.title'), detail: <a href={`/klaim/${draw.token}`}>{draw.number}</a> },
        ]}
      />
      <DataTable
        id="terundi"
        caption={title}
        captionHidden
        region={translator(pageTexts, locale)('page.scroll', { name: title })}
        columns={[
          { key: 'id', head: t('draw.id'), rowHeader: true, cell: ({ id }) => <code>{id}</code> },
          { key: 'hash', head: t('draw.hash'), cell: ({ hash }) => <code className="small">{hash}</code> },
        ]}
        rows={draw.drawn}
        rowKey={({ id }) => id}
      />
    </PublicPage>
  )
}

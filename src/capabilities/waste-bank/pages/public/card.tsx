import { translator } from '../../../../kernel/i18n/contract.ts'
import { requestContext } from '../../../../kernel/page/index.ts'
import { Actions, LinkButton } from '../../../../ui/button/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { publicTexts } from '../../texts/public.ts'
import type { Route } from './+types/card.ts'
import { PublicPage } from './public-page.tsx'

export const handle = { scripts: false }

export function loader({ context }: Route.LoaderArgs) {
  const { locale, demo, city } = context.get(requestContext)
  return { page: { locale, demo, zone: city.zone, cityName: city.name } }
}

/** The same words for every card, known or not: a finder learns nothing from it. */
export default function Card({ loaderData: { page } }: Route.ComponentProps) {
  const t = translator(publicTexts, page.locale)
  return (
    <PublicPage page={page} title={t('public.card.title')}>
      <PageHeader title={t('public.card.title')} lead={t('public.card.lead')} />
      <p>{t('public.card.own')}</p>
      <Actions>
        <LinkButton href="/milik">{t('public.card.mine')}</LinkButton>
      </Actions>
      <p className="soft">{t('public.card.found')}</p>
    </PublicPage>
  )
}

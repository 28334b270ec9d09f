import { translator } from '../../kernel/i18n/contract.ts'
import { requestContext } from '../../kernel/page/index.ts'
import { webTexts } from '../texts/index.ts'
import type { Route } from './+types/home.ts'

export const handle = { scripts: false, cache: true }

export function loader({ context }: Route.LoaderArgs) {
  const { city, locale } = context.get(requestContext)
  return { city: city.name, locale }
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const t = translator(webTexts, loaderData.locale)
  return (
    <main>
      <title>{t('web.home.title', { city: loaderData.city })}</title>
      <h1>{t('web.home.title', { city: loaderData.city })}</h1>
      <p className="lead">{t('web.home.preparing')}</p>
    </main>
  )
}

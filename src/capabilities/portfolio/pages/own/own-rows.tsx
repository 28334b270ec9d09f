import { translator } from '../../../../kernel/i18n/contract.ts'
import { openFigureOwn } from '../../../../kernel/indicator/index.ts'
import { signedIn } from '../../../../kernel/page/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { factsOf, rowsIn } from '../page-facts.ts'
import { PublicPage } from '../public/public-page.tsx'
import { OpenedRecords } from '../public/record-table.tsx'
import type { Route } from './+types/own-rows.ts'

export const handle = { scripts: false }

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  return { page: factsOf(on), opened: await on.caller.ask(openFigureOwn, rowsIn(params.name, request, on.city.zone)) }
}

/** The figure opened for the person: which of the own records it counts. */
export default function OwnRows({ loaderData: { page, opened } }: Route.ComponentProps) {
  const title = translator(figureTexts, page.locale)('figure.own')
  return (
    <PublicPage page={page} title={title}>
      <OpenedRecords page={page} opened={opened} title={title} />
    </PublicPage>
  )
}

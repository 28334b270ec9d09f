import { translator } from '../../../../kernel/i18n/contract.ts'
import { openFigureOfficer } from '../../../../kernel/indicator/index.ts'
import { pageIn, signedIn } from '../../../../kernel/page/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { factsOf, filterIn } from '../page-facts.ts'
import { AsOf } from '../public/figure-parts.tsx'
import { RecordTable } from '../public/record-table.tsx'
import type { Route } from './+types/officer-rows.ts'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  const url = new URL(request.url)
  const filter = filterIn(params.name, url, on.city.zone)
  return {
    page: factsOf(on),
    opened: await on.caller.ask(openFigureOfficer, { ...filter, page: pageIn(url.searchParams) }),
  }
}

/** The figure opened for an officer: the records of the own places. */
export default function OfficerRows({ loaderData: { page, opened } }: Route.ComponentProps) {
  const title = translator(figureTexts, page.locale)('figure.officer')
  return (
    <StaffPage page={page} title={title}>
      <PageHeader title={title} lead={opened.title[page.locale]} />
      <AsOf page={page} figure={opened} />
      <RecordTable page={page} opened={opened} title={title} />
    </StaffPage>
  )
}

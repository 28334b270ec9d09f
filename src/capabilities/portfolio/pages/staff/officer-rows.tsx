import { translator } from '../../../../kernel/i18n/contract.ts'
import { openFigureOfficer } from '../../../../kernel/indicator/index.ts'
import { signedIn } from '../../../../kernel/page/index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { factsOf, rowsIn } from '../page-facts.ts'
import { OpenedRecords } from '../public/record-table.tsx'
import type { Route } from './+types/officer-rows.ts'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  return {
    page: factsOf(on),
    opened: await on.caller.ask(openFigureOfficer, rowsIn(params.name, request, on.city.zone)),
  }
}

/** The figure opened for an officer: the records of the own places. */
export default function OfficerRows({ loaderData: { page, opened } }: Route.ComponentProps) {
  const title = translator(figureTexts, page.locale)('figure.officer')
  return (
    <StaffPage page={page} title={title}>
      <OpenedRecords page={page} opened={opened} title={title} />
    </StaffPage>
  )
}

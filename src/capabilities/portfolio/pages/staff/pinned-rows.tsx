import { translator } from '../../../../kernel/i18n/contract.ts'
import { pageIn, signedIn } from '../../../../kernel/page/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { getPublicClaim, openGuest } from '../../index.ts'
import { figureTexts } from '../../texts/figures.ts'
import { factsOf } from '../page-facts.ts'
import { RecordTable } from '../public/record-table.tsx'
import type { Route } from './+types/pinned-rows.ts'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  const url = new URL(request.url)
  const { pinId, number } = await on.caller.ask(getPublicClaim, { token: params.token })
  const drawId = url.searchParams.get('undian')
  const input = { pinId, page: pageIn(url.searchParams), ...(drawId === null ? {} : { drawId }) }
  return { page: factsOf(on), number, opened: await on.caller.ask(openGuest, input) }
}

/** The records of a claim, or of one draw of it, for whoever reviews it. */
export default function PinnedRows({ loaderData: { page, number, opened } }: Route.ComponentProps) {
  const title = translator(figureTexts, page.locale)('figure.pinned')
  return (
    <StaffPage page={page} title={`${title} ${number}`}>
      <PageHeader title={title} lead={number} />
      <RecordTable page={page} opened={opened} title={title} />
    </StaffPage>
  )
}

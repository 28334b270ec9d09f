import { formatDate, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, pageIn } from '../../../../kernel/page/index.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button/index.ts'
import { DateInput, TextInput } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import type { PriceList } from '../../contract.ts'
import { getPrices, listMaterials, listRules } from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import { errorAt, refusedIn } from '../field/refused-note.tsx'
import type { Route } from './+types/unit.ts'
import { asStaff, placesWith } from './staff-facts.ts'
import type { StaffFacts } from './staff-facts.ts'
import { StaffForm } from './staff-form.tsx'
import { StaffPage } from './staff-page.tsx'
import { actOnUnit } from './unit-acts.ts'
import type { Rejected } from './unit-acts.ts'
import { PriceImport, PriceListForm, PriceLists, PriceWithdrawal } from './unit-prices.tsx'
import { FavouriteOrder, Limits, Sharing } from './unit-rules.tsx'

export const handle = { scripts: false }

export async function loader({ context, request, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asStaff(context, request)
  const query = new URL(request.url).searchParams
  const [prices, rules, materials, setsRules, managesUnit] = await Promise.all([
    on.caller.ask(getPrices, { unitId }),
    on.caller.ask(listRules, { unitId, page: pageIn(query), size: 10 }),
    on.caller.ask(listMaterials, { size: 200 }),
    placesWith(on, 'waste.rules.manage', [unitId]),
    placesWith(on, 'waste.unit.manage', [unitId]),
  ])
  const may = { setRules: setsRules.has(unitId), close: managesUnit.has(unitId) }
  return { page, prices, rules, materials: materials.rows, may }
}

export async function action({ context, request, params: { unitId } }: Route.ActionArgs) {
  const { on } = asStaff(context, request)
  const form = await request.formData()
  return attempt(context, form, () => actOnUnit(on, unitId, form))
}

/** One unit: its dated prices, sharing rule and limit, and its end. */
export default function Unit({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, prices, rules, may } = loaderData
  const t = translator(staffTexts, page.locale)
  return (
    <StaffPage
      page={page}
      title={prices.unitName}
      lead={`${prices.kelurahan}${prices.validFrom === null ? '' : ` · ${t('staff.prices.from')} ${formatDate(prices.validFrom, page.locale, 'medium')}`}`}
      here="units"
    >
      <Actions>
        <LinkButton href={`/timbang/${unitId}`} kind="second">
          {t('staff.unit.weigh')}
        </LinkButton>
        <LinkButton href={`/kelola/unit/${unitId}/nasabah`} kind="second">
          {t('staff.members')}
        </LinkButton>
        <LinkButton href={`/kelola/unit/${unitId}/hari`} kind="second">
          {t('staff.unit.days')}
        </LinkButton>
        <LinkButton href={`/kelola/unit/${unitId}/bukti`} kind="second">
          {t('staff.unit.receipts')}
        </LinkButton>
        <LinkButton href={`/unduh/price.wall.pdf?unitId=${unitId}`} kind="quiet" icon="download-simple">
          {t('staff.unit.wall')}
        </LinkButton>
        <LinkButton href={`/harga/${unitId}`} kind="quiet">
          {t('staff.unit.public')}
        </LinkButton>
      </Actions>
      <Unready page={page} prices={prices} />
      <PriceLists page={page} lists={rules.priceLists} now={prices} />
      {may.setRules ? <Rules facts={loaderData} answer={actionData} /> : null}
      {may.close ? <CloseUnit page={page} answer={actionData} /> : null}
    </StaffPage>
  )
}

interface Part {
  page: StaffFacts
  answer: unknown
}

/** The answer of the last act, if it was this one's. */
function answerOf(act: string, answer: unknown): unknown {
  return refusedIn(answer)?.typed['act'] === act ? answer : undefined
}

/** What the first deposit would be refused for, said before anybody stands at the scales. */
function Unready({ page, prices }: { page: StaffFacts; prices: PriceList }) {
  const t = translator(staffTexts, page.locale)
  const hasPrices = prices.prices.length > 0
  if (hasPrices && prices.sharing !== null) return null
  return (
    <Notice tone="wait" title={t('staff.unready')}>
      {hasPrices ? null : (
        <p>
          {t('staff.unready.no_prices')} <a href="#harga-baru">{t('staff.unready.set_prices')}</a>
        </p>
      )}
      {prices.sharing === null ? (
        <p>
          {t('staff.unready.no_sharing')} <a href="#bagi">{t('staff.unready.set_sharing')}</a>
        </p>
      ) : null}
    </Notice>
  )
}

function Rules({ facts, answer }: { facts: Route.ComponentProps['loaderData']; answer: unknown }) {
  const { page, prices, rules, materials } = facts
  const answerFor = (act: string) => answerOf(act, answer)
  const rejected =
    typeof answer === 'object' && answer !== null && 'rejected' in answer ? (answer as Rejected).rejected : undefined
  return (
    <>
      <PriceListForm page={page} materials={materials} prices={prices.prices} answer={answerFor('prices')} />
      <PriceImport page={page} rejected={rejected} answer={answerFor('import')} />
      <PriceWithdrawal page={page} rows={rules.priceLists.rows} answer={answerFor('withdraw')} />
      <Sharing page={page} rules={rules} answer={answerFor('sharing')} />
      <FavouriteOrder page={page} prices={prices.prices} answer={answerFor('order')} />
      <Limits page={page} rules={rules} answer={answerFor('limit')} />
    </>
  )
}

function CloseUnit({ page, answer }: Part) {
  const t = translator(staffTexts, page.locale)
  const refused = refusedIn(answerOf('close', answer))
  return (
    <Section id="tutup" title={t('staff.unit.close')} note={t('staff.unit.close_note')}>
      <StaffForm page={page} at="tutup" act="close" answer={answerOf('close', answer)}>
        <DateInput
          name="closedOn"
          label={t('staff.unit.closed_on')}
          defaultValue={refused?.typed['closedOn']}
          error={errorAt(refused, 'closedOn')}
          required
        />
        <TextInput
          name="closeReason"
          label={t('staff.reason')}
          defaultValue={refused?.typed['closeReason']}
          error={errorAt(refused, 'reason')}
          maxLength={200}
          required
        />
        <Button kind="danger">{t('staff.unit.close_button')}</Button>
      </StaffForm>
    </Section>
  )
}

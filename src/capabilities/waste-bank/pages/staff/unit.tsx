import { formatDate, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, pageIn } from '../../../../kernel/page/index.ts'
import { Actions, Button, LinkButton } from '../../../../ui/button/index.ts'
import { DateInput, TextInput } from '../../../../ui/field/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import { getPrices, listMaterials, listRules } from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import { errorAt, refusedIn } from '../field/refused-note.tsx'
import type { Route } from './+types/unit.ts'
import { asStaff } from './staff-facts.ts'
import { StaffForm } from './staff-form.tsx'
import { StaffPage } from './staff-page.tsx'
import { actOnUnit } from './unit-acts.ts'
import { PriceImport, PriceListForm, PriceLists, PriceWithdrawal } from './unit-prices.tsx'
import { FavouriteOrder, Limits, Sharing } from './unit-rules.tsx'

export const handle = { scripts: false }

export async function loader({ context, request, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asStaff(context, request)
  const query = new URL(request.url).searchParams
  const [prices, rules, materials] = await Promise.all([
    on.caller.ask(getPrices, { unitId }),
    on.caller.ask(listRules, { unitId, page: pageIn(query), size: 10 }),
    on.caller.ask(listMaterials, { size: 200 }),
  ])
  return { page, prices, rules, materials: materials.rows }
}

export async function action({ context, request, params: { unitId } }: Route.ActionArgs) {
  const { on } = asStaff(context, request)
  const form = await request.formData()
  return attempt(context, form, () => actOnUnit(on, unitId, form))
}

/** One unit: its dated prices, sharing rule and limit, and its end. */
export default function Unit({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, prices, rules, materials } = loaderData
  const t = translator(staffTexts, page.locale)
  const refused = refusedIn(actionData)
  const act = refused?.typed['act']
  const answerFor = (name: string) => (act === name ? actionData : undefined)
  const rejected =
    typeof actionData === 'object' && actionData !== null && 'rejected' in actionData ? actionData.rejected : undefined
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
      <PriceLists page={page} lists={rules.priceLists} />
      <PriceListForm page={page} materials={materials} prices={prices.prices} answer={answerFor('prices')} />
      <PriceImport page={page} rejected={rejected} answer={answerFor('import')} />
      <PriceWithdrawal page={page} rows={rules.priceLists.rows} answer={answerFor('withdraw')} />
      <Sharing page={page} rules={rules} answer={answerFor('sharing')} />
      <FavouriteOrder page={page} prices={prices.prices} answer={answerFor('order')} />
      <Limits page={page} rules={rules} answer={answerFor('limit')} />
      <Section id="tutup" title={t('staff.unit.close')} note={t('staff.unit.close_note')}>
        <StaffForm page={page} at="tutup" act="close" answer={answerFor('close')}>
          <DateInput
            name="closedOn"
            label={t('staff.unit.closed_on')}
            defaultValue={act === 'close' ? refused?.typed['closedOn'] : undefined}
            error={act === 'close' ? errorAt(refused, 'closedOn') : undefined}
            required
          />
          <TextInput
            name="closeReason"
            label={t('staff.reason')}
            defaultValue={act === 'close' ? refused?.typed['closeReason'] : undefined}
            error={act === 'close' ? errorAt(refused, 'reason') : undefined}
            maxLength={200}
            required
          />
          <Button kind="danger">{t('staff.unit.close_button')}</Button>
        </StaffForm>
      </Section>
    </StaffPage>
  )
}

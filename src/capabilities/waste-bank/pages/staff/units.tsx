import { redirect } from 'react-router'
import { formatDate, formatNumber, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, pageIn } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { DateInput, Select, TextInput } from '../../../../ui/field/index.ts'
import { Section } from '../../../../ui/section/index.ts'
import { listPlaces } from '../../../places/index.ts'
import { addUnit, listUnits } from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import { callOptions, textOf } from '../field/read-form.ts'
import type { Route } from './+types/units.ts'
import { asStaff, choiceIn, placesWith, searchIn } from './staff-facts.ts'
import type { StaffFacts } from './staff-facts.ts'
import { fieldsOf, StaffForm } from './staff-form.tsx'
import { ListFilters, ListWays, SortSelect, StaffTable, statuses, StatusSelect } from './staff-list.tsx'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

const sorts = ['name', 'kelurahan', 'lastWeighing'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const { on, page } = asStaff(context, request)
  const query = new URL(request.url).searchParams
  const asked = {
    search: searchIn(query),
    status: choiceIn(query, 'keadaan', statuses),
    sort: choiceIn(query, 'urutan', sorts),
  }
  const [units, kelurahan] = await Promise.all([
    on.caller.ask(listUnits, { ...asked, page: pageIn(query), size: 25 }),
    on.caller.ask(listPlaces, { kind: 'kelurahan', size: 200 }),
  ])
  const open = await placesWith(
    on,
    'waste.unit.manage',
    kelurahan.rows.map(({ placeId }) => placeId),
  )
  const choices = kelurahan.rows
    .filter(({ placeId }) => open.has(placeId))
    .map(({ placeId, name }) => ({ value: placeId, label: name }))
  return { page, units, asked, choices }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { on } = asStaff(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    const given = (name: string) => textOf(form, name)
    const input = {
      kelurahanId: given('kelurahanId'),
      name: given('name'),
      code: given('code').toUpperCase(),
      address: given('address'),
      openedOn: given('openedOn'),
    }
    const { unitId } = await on.caller.do(addUnit, input, callOptions(form))
    return redirect(`/kelola/unit/${unitId}?tersimpan`)
  })
}

/** All units of a manager's places; a new one joins here without a developer. */
export default function Units({ loaderData: { page, units, asked, choices }, actionData }: Route.ComponentProps) {
  const t = translator(staffTexts, page.locale)
  return (
    <StaffPage page={page} title={t('staff.units')} here="units">
      <ListFilters page={page} search={asked.search}>
        <StatusSelect page={page} status={asked.status} />
        <SortSelect page={page} sorts={sorts} sort={asked.sort} />
      </ListFilters>
      <StaffTable
        page={page}
        id="unit"
        caption={t('staff.units')}
        rows={units.rows}
        rowKey={(unit) => unit.id}
        stack
        none={choices.length === 0 || asked.search !== '' ? t('staff.unit.no_match') : t('staff.unit.none')}
        columns={[
          {
            key: 'unit',
            head: t('staff.unit'),
            rowHeader: true,
            cell: (unit) => (
              <>
                <a href={`/kelola/unit/${unit.id}`}>{unit.name}</a> <span className="soft small">{unit.code}</span>
              </>
            ),
          },
          { key: 'kelurahan', head: t('staff.kelurahan'), cell: (unit) => `${unit.kelurahan} · ${unit.address}` },
          {
            key: 'members',
            head: t('staff.members'),
            numeric: true,
            cell: (unit) => formatNumber(unit.members, page.locale),
          },
          {
            key: 'last',
            head: t('staff.silent.last'),
            numeric: true,
            cell: (unit) =>
              unit.lastWeighingOn === null
                ? t('staff.silent.never')
                : formatDate(unit.lastWeighingOn, page.locale, 'medium'),
          },
        ]}
      />
      <ListWays page={page} of={units} />
      {choices.length === 0 ? null : <NewUnit page={page} choices={choices} answer={actionData} />}
    </StaffPage>
  )
}

interface NewUnitProps {
  page: StaffFacts
  choices: { value: string; label: string }[]
  answer: unknown
}

function NewUnit({ page, choices, answer }: NewUnitProps) {
  const t = translator(staffTexts, page.locale)
  const field = fieldsOf(answer)
  return (
    <Section id="tambah" title={t('staff.unit.add')}>
      <StaffForm page={page} at="tambah" answer={answer}>
        <Select
          {...field('kelurahanId')}
          label={t('staff.kelurahan')}
          placeholder={t('staff.unit.choose')}
          choices={choices}
          required
        />
        <TextInput {...field('name')} label={t('staff.unit.name')} maxLength={80} required />
        <TextInput
          {...field('code')}
          label={t('staff.unit.code')}
          hint={t('staff.unit.code_hint')}
          maxLength={4}
          required
        />
        <TextInput
          {...field('address')}
          label={t('staff.unit.address')}
          hint={t('staff.unit.address_hint')}
          maxLength={120}
        />
        <DateInput {...field('openedOn')} label={t('staff.unit.opened')} required />
        <Button>{t('staff.unit.add_button')}</Button>
      </StaffForm>
    </Section>
  )
}

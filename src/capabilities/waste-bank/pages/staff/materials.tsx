import { Form, redirect } from 'react-router'
import { businessDay, systemClock } from '../../../../kernel/clock/index.ts'
import { formatDate, translator } from '../../../../kernel/i18n/contract.ts'
import { measures } from '../../../../kernel/money/contract.ts'
import type { Measure } from '../../../../kernel/money/contract.ts'
import { attempt, pageIn } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { DateInput, Select, TextInput } from '../../../../ui/field/index.ts'
import { pictureNames } from '../field/material-picture.tsx'
import { Section } from '../../../../ui/section/index.ts'
import { findPlace } from '../../../places/index.ts'
import { addMaterial, closeMaterial, listMaterials } from '../../index.ts'
import { catalogueTexts } from '../../texts/catalogue.ts'
import { staffTexts } from '../../texts/staff.ts'
import { callOptions, textOf } from '../field/read-form.ts'
import type { Route } from './+types/materials.ts'
import { asStaff, choiceIn, placesWith, searchIn } from './staff-facts.ts'
import { groupName } from '../../rules/group-name.ts'
import type { StaffFacts } from './staff-facts.ts'
import { fieldsOf, StaffForm } from './staff-form.tsx'
import { ListFilters, ListWays, StaffTable, statuses, StatusSelect } from './staff-list.tsx'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { on, page } = asStaff(context, request)
  const query = new URL(request.url).searchParams
  const asked = { search: searchIn(query), status: choiceIn(query, 'keadaan', statuses) }
  const [materials, city] = await Promise.all([
    on.caller.ask(listMaterials, { ...asked, page: pageIn(query), size: 25 }),
    on.caller.ask(findPlace, { text: on.city.name, kind: 'city' }),
  ])
  const manages = await placesWith(
    on,
    'waste.material.manage',
    city.map(({ placeId }) => placeId),
  )
  return { page, asked, materials, mayManage: manages.size > 0 }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { on } = asStaff(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    const given = (name: string) => textOf(form, name)
    if (given('materialId') !== '') {
      const validTo = businessDay(systemClock.now(), on.city.zone)
      await on.caller.do(closeMaterial, { materialId: given('materialId'), validTo }, callOptions(form))
      return redirect('/kelola/bahan?tersimpan')
    }
    const input = {
      code: given('code'),
      nameId: given('nameId'),
      nameEn: given('nameEn'),
      category: given('category'),
      measure: given('measure') as Measure,
      picture: given('picture'),
      validFrom: given('validFrom'),
    }
    await on.caller.do(addMaterial, input, callOptions(form))
    return redirect('/kelola/bahan?tersimpan')
  })
}

/** The catalogue of what can be brought. */
export default function Materials({ loaderData, actionData }: Route.ComponentProps) {
  const { page, asked, materials, mayManage } = loaderData
  const t = translator(staffTexts, page.locale)
  return (
    <StaffPage page={page} title={t('staff.materials')} here="materials">
      <ListFilters page={page} search={asked.search}>
        <StatusSelect page={page} status={asked.status} />
      </ListFilters>
      <Form method="post">
        <input type="hidden" name="key" value={page.sendKey} />
        <StaffTable
          page={page}
          id="bahan"
          caption={t('staff.materials')}
          rows={materials.rows}
          rowKey={(material) => material.id}
          stack
          none={t('staff.material.none')}
          columns={[
            {
              key: 'name',
              head: t('staff.material'),
              rowHeader: true,
              cell: (material) => (page.locale === 'id' ? material.nameId : material.nameEn),
            },
            {
              key: 'category',
              head: t('staff.material.category'),
              cell: (material) => groupName(material.category, page.locale),
            },
            {
              key: 'measure',
              head: t('staff.material.measure'),
              cell: (material) => t(`staff.measure.${material.measure}`),
            },
            {
              key: 'since',
              head: t('staff.material.since'),
              cell: (material) => formatDate(material.validFrom, page.locale, 'medium'),
            },
            {
              key: 'close',
              head: <span className="vh">{t('staff.act')}</span>,
              cell: (material) =>
                material.validTo !== null ? (
                  formatDate(material.validTo, page.locale, 'medium')
                ) : mayManage ? (
                  <Button kind="quiet" small name="materialId" value={material.id}>
                    {t('staff.material.close')}
                  </Button>
                ) : null,
            },
          ]}
        />
      </Form>
      <ListWays page={page} of={materials} />
      {mayManage ? <NewMaterial page={page} answer={actionData} /> : null}
    </StaffPage>
  )
}

function NewMaterial({ page, answer }: { page: StaffFacts; answer: unknown }) {
  const t = translator(staffTexts, page.locale)
  const words = translator(catalogueTexts, page.locale)
  const field = fieldsOf(answer)
  return (
    <Section id="tambah" title={t('staff.material.add')}>
      <StaffForm page={page} at="tambah" answer={answer}>
        <TextInput {...field('nameId')} label={t('staff.material.name_id')} maxLength={60} required />
        <TextInput {...field('nameEn')} label={t('staff.material.name_en')} maxLength={60} required />
        <TextInput {...field('code')} label={t('staff.material.code')} maxLength={30} required />
        <TextInput {...field('category')} label={t('staff.material.category')} maxLength={40} required />
        <Select
          {...field('measure')}
          label={t('staff.material.measure')}
          choices={measures.map((value) => ({ value, label: t(`staff.measure.${value}`) }))}
        />
        <Select
          {...field('picture')}
          label={t('staff.material.picture')}
          choices={pictureNames.map((value) => ({ value, label: words(`catalogue.picture.${value}`) }))}
        />
        <DateInput {...field('validFrom')} label={t('staff.prices.from')} required />
        <Button>{t('staff.material.add_button')}</Button>
      </StaffForm>
    </Section>
  )
}

import { Form, redirect } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { listIndicators, listPlacesOfIndicator } from '../../../../kernel/indicator/index.ts'
import { attempt, formKey, signedIn } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { DateInput, Select, Textarea } from '../../../../ui/field/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { makeClaim } from '../../index.ts'
import { claimTexts } from '../../texts/claims.ts'
import { figureTexts } from '../../texts/figures.ts'
import { factsOf, textsIn } from '../page-facts.ts'
import type { Route } from './+types/new-claim.ts'
import { errorOf, StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  const { rows: indicators } = await on.caller.ask(listIndicators, { size: 200 })
  const asked = await Promise.all(indicators.map(({ name }) => on.caller.ask(listPlacesOfIndicator, { name })))
  const places = new Map(asked.flatMap(({ rows }) => rows.map((row) => [row.id, row])))
  return { page: factsOf(on), indicators, places: [...places.values()], key: formKey() }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { caller } = signedIn(context, request)
  const form = await request.formData()
  const text = textsIn(form)
  const given = (name: string) => (text(name) === '' ? {} : { [name]: text(name) })
  return attempt(context, form, async () => {
    const input = { name: text('name'), textId: text('textId'), textEn: text('textEn') }
    const optional = { ...given('placeId'), ...given('from'), ...given('businessAsOf') }
    const { token } = await caller.do(makeClaim, { ...input, ...optional }, { key: text('key') })
    return redirect(`/kelola/klaim/${token}`)
  })
}

/** A sentence and the figure that it is about; the figure itself is never typed. */
export default function NewClaim({ loaderData: { page, indicators, places, key }, actionData }: Route.ComponentProps) {
  const { locale } = page
  const t = translator(claimTexts, locale)
  const f = translator(figureTexts, locale)
  const refused = actionData && 'refusal' in actionData ? actionData : undefined
  const field = (name: string) => ({
    name,
    error: errorOf(refused?.refusal, name),
    defaultValue: refused?.typed[name] ?? '',
  })
  return (
    <StaffPage page={page} title={t('claims.make')} refusal={refused?.refusal}>
      <PageHeader title={t('claims.make')} lead={t('claims.make_intro')} />
      <Form method="post" className="stack">
        <input type="hidden" name="key" value={refused?.typed['key'] ?? key} />
        <Select
          {...field('name')}
          label={f('figures.title')}
          choices={indicators.map(({ name, title }) => ({ value: name, label: title[locale] }))}
          required
        />
        <Select
          {...field('placeId')}
          label={f('figure.place')}
          choices={[
            { value: '', label: f('figure.everywhere') },
            ...places.map(({ id, name, depth }) => ({ value: id, label: `${'– '.repeat(depth - 1)}${name}` })),
          ]}
        />
        <DateInput {...field('from')} label={t('claims.since_day')} />
        <DateInput {...field('businessAsOf')} label={f('figure.business_as_of')} />
        <Textarea {...field('textId')} label={t('claims.text_id')} maxLength={300} required />
        <Textarea {...field('textEn')} label={t('claims.text_en')} maxLength={300} required />
        <Button>{t('claims.make')}</Button>
      </Form>
    </StaffPage>
  )
}

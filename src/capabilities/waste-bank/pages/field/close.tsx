import { Form, redirect } from 'react-router'
import { formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, formKey } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { TextInput } from '../../../../ui/field/index.ts'
import { closeDay, getDay, getRecap } from '../../index.ts'
import { sumOfPieces } from '../../rules/cash.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/close.ts'
import { CashCount } from './cash-count.tsx'
import { DayClosed } from './day-closed.tsx'
import { FieldPage } from './field-page.tsx'
import { asTeller } from './page-facts.ts'
import { callOptions, optionalText, rupiahOf, textOf } from './read-form.ts'
import { RecapRows } from './recap-rows.tsx'
import { errorAt, refusedIn, RefusedNote } from './refused-note.tsx'

export async function loader({ request, context, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const day = await on.caller.ask(getDay, { unitId })
  const recap = day.open === null ? undefined : await on.caller.ask(getRecap, { dayId: day.open.dayId })
  return { page, day, recap, sendKey: formKey() }
}

export async function action({ request, context, params: { unitId } }: Route.ActionArgs) {
  const { on } = asTeller(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    // Without scripts nobody has added the pieces up yet.
    const pieces = textOf(form, 'counted') === '' ? sumOfPieces((field) => textOf(form, field)) : undefined
    const counted = pieces ?? rupiahOf(form, 'counted')
    const { dayId } = await on.caller.do(
      closeDay,
      { unitId, counted, note: optionalText(form, 'note') },
      callOptions(form),
    )
    return redirect(`/timbang/${unitId}/rekap/${dayId}`)
  })
}

export default function Close({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, day, recap, sendKey } = loaderData
  const t = translator(fieldTexts, page.locale)
  const refused = refusedIn(actionData)
  const home = `/timbang/${unitId}`
  return (
    <FieldPage
      page={page}
      title={t('field.close.title')}
      place={`${day.unitName}, ${day.kelurahan}`}
      back={{ href: home, label: t('field.back.day') }}
    >
      {recap === undefined ? (
        <DayClosed locale={page.locale} home={home} />
      ) : (
        <Form method="post" className="phone-pad stack">
          <RefusedNote locale={page.locale} answer={actionData} />
          <RecapRows page={page} recap={recap} />
          <p className="field-sum">
            <span>{t('field.close.expected')}</span>
            <b className="num">{formatMoney(recap.expectedCash, page.locale)}</b>
          </p>
          <CashCount
            locale={page.locale}
            expected={recap.expectedCash}
            typed={refused?.typed ?? {}}
            error={errorAt(refused, 'counted')}
          />
          <TextInput
            name="note"
            label={t('field.close.note')}
            hint={t('field.close.note.hint')}
            defaultValue={refused?.typed['note']}
            error={errorAt(refused, 'note')}
          />
          <Button wide icon="lock-simple">
            {t('field.close.button')}
          </Button>
          <input type="hidden" name="key" value={sendKey} />
        </Form>
      )}
    </FieldPage>
  )
}

import { Form } from 'react-router'
import { qrSvgPath } from '../../../../kernel/documents/contract.ts'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, formKey } from '../../../../kernel/page/index.ts'
import { refuse } from '../../../../kernel/refusal/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { NumberInput, TextInput } from '../../../../ui/field/index.ts'
import { getDay, joinMember } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/new-member.ts'
import { CardView } from './card.tsx'
import { FieldPage } from './field-page.tsx'
import { asTeller } from './page-facts.ts'
import { callOptions, optionalText } from './read-form.ts'
import { errorAt, refusedIn, RefusedNote } from './refused-note.tsx'

export async function loader({ request, context, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  return { page, day: await on.caller.ask(getDay, { unitId }), sendKey: formKey() }
}

export async function action({ request, context, params: { unitId } }: Route.ActionArgs) {
  const { on } = asTeller(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    const typed = {
      fullName: optionalText(form, 'fullName'),
      birthYear: yearOf(optionalText(form, 'birthYear')),
      phone: optionalText(form, 'phone'),
      nik: optionalText(form, 'nik'),
    }
    const joined = await on.caller.do(joinMember, { unitId, ...typed }, callOptions(form))
    return {
      card: {
        memberId: joined.memberId,
        number: joined.number,
        name: typed.fullName ?? '',
        claimCode: joined.claimCode || undefined,
        qr: qrSvgPath(`${on.origin}/k/${joined.cardToken}`),
      },
    }
  })
}

function yearOf(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined
  if (!/^\d{4}$/.test(typed)) throw refuse('year.unreadable', {}, { field: 'birthYear' })
  return Number(typed)
}

export default function NewMember({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, day, sendKey } = loaderData
  const t = translator(fieldTexts, page.locale)
  const refused = refusedIn(actionData)
  const typed = refused?.typed ?? {}
  const card = actionData && 'card' in actionData ? actionData.card : undefined
  const frame = {
    page,
    place: `${day.unitName}, ${day.kelurahan}`,
    back: { href: `/timbang/${unitId}/nasabah`, label: t('field.back.members') },
  }
  if (card !== undefined)
    return (
      <FieldPage {...frame} title={t('field.card.done', { name: card.name })}>
        <CardView locale={page.locale} unitId={unitId} unitName={day.unitName} card={card} />
      </FieldPage>
    )
  return (
    <FieldPage {...frame} title={t('field.join.title')}>
      <Form method="post" className="phone-pad stack">
        <RefusedNote locale={page.locale} answer={actionData} />
        <p>{t('field.join.lead')}</p>
        <TextInput
          name="fullName"
          label={t('field.join.name')}
          required
          autoComplete="off"
          autoCapitalize="words"
          defaultValue={typed['fullName']}
          error={errorAt(refused, 'fullName')}
          autoFocus
        />
        <NumberInput
          name="birthYear"
          whole
          label={t('field.join.birthYear')}
          hint={t('field.join.birthYear.hint')}
          defaultValue={typed['birthYear']}
          error={errorAt(refused, 'birthYear')}
          maxLength={4}
        />
        <TextInput
          name="phone"
          type="tel"
          label={t('field.join.phone')}
          hint={t('field.join.phone.hint')}
          optional
          autoComplete="off"
          defaultValue={typed['phone']}
          error={errorAt(refused, 'phone')}
        />
        <NumberInput
          name="nik"
          whole
          label={t('field.join.nik')}
          hint={t('field.join.nik.hint')}
          optional
          defaultValue={typed['nik']}
          error={errorAt(refused, 'nik')}
        />
        <Button wide>{t('field.join.button')}</Button>
        <input type="hidden" name="key" value={sendKey} />
      </Form>
    </FieldPage>
  )
}

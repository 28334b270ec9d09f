import { Form, redirect } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, formKey } from '../../../../kernel/page/index.ts'
import { refuse } from '../../../../kernel/refusal/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { TextInput } from '../../../../ui/field/index.ts'
import { getMember, setPin } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/set-pin.ts'
import { FieldPage } from './field-page.tsx'
import { MemberStrip } from './member-strip.tsx'
import { asTeller } from './page-facts.ts'
import { callOptions, textOf } from './read-form.ts'
import { errorAt, refusedIn, RefusedNote } from './refused-note.tsx'

export async function loader({ request, context, params: { memberId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  return { page, member: await on.caller.ask(getMember, { memberId }), sendKey: formKey() }
}

export async function action({ request, context, params: { unitId, memberId } }: Route.ActionArgs) {
  const { on } = asTeller(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    const pin = textOf(form, 'pin')
    if (!/^\d{6}$/.test(pin)) throw refuse('withdrawal.pin_format', {}, { field: 'pin' })
    if (pin !== textOf(form, 'again.pin')) throw refuse('member.pin_differs', {}, { field: 'again' })
    await on.caller.do(setPin, { memberId, pin }, callOptions(form))
    return redirect(`/timbang/${unitId}/tarik/${memberId}`)
  })
}

/** The member chooses the six digits, at the teller's phone. */
export default function ChoosePin({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, member, sendKey } = loaderData
  const t = translator(fieldTexts, page.locale)
  const refused = refusedIn(actionData)
  const digits = { type: 'password', inputMode: 'numeric', maxLength: 6, autoComplete: 'off' } as const
  return (
    <FieldPage
      page={page}
      title={t('field.pin.title')}
      back={{ href: `/timbang/${unitId}/tarik/${member.memberId}`, label: t('field.back') }}
    >
      <MemberStrip member={member} locale={page.locale} />
      <Form method="post" className="phone-pad stack">
        <RefusedNote locale={page.locale} answer={actionData} />
        <p>{t('field.pin.lead')}</p>
        <TextInput name="pin" label={t('field.pin.pin')} error={errorAt(refused, 'pin')} required {...digits} />
        <TextInput
          name="again.pin"
          id="again"
          label={t('field.pin.again')}
          error={errorAt(refused, 'again')}
          required
          {...digits}
        />
        <Button wide>{t('field.pin.button')}</Button>
        <input type="hidden" name="key" value={sendKey} />
      </Form>
    </FieldPage>
  )
}

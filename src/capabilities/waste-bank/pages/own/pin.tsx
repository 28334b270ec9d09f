import { Form, redirect } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, requestContext } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { TextInput } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { myMemberships, setPin } from '../../index.ts'
import { ownTexts } from '../../texts/own.ts'
import type { Route } from './+types/pin.ts'
import { asMember } from './own-facts.ts'
import { OwnPage } from './own-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request }: Route.LoaderArgs) {
  const { on, page } = asMember(context)
  const { rows } = await on.caller.ask(myMemberships, {})
  return { page, memberships: rows, saved: new URL(request.url).searchParams.has('tersimpan') }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { caller } = context.get(requestContext)
  const form = await request.formData()
  const [memberId, pin] = [form.get('memberId'), form.get('pin')]
  return attempt(context, form, async () => {
    await caller.do(setPin, {
      memberId: typeof memberId === 'string' ? memberId : '',
      pin: typeof pin === 'string' ? pin : '',
    })
    return redirect('/milik/pin?tersimpan')
  })
}

export default function Pin({ loaderData: { page, memberships, saved }, actionData }: Route.ComponentProps) {
  const t = translator(ownTexts, page.locale)
  const { refusal, typed } = actionData ?? {}
  const refused = refusal ? (refusal.issues[0]?.message ?? refusal.message) : undefined
  return (
    <OwnPage page={page} title={t('own.pin')} here="pin">
      {saved && !refusal ? <Notice tone="ok" role="status" title={t('own.pin.saved')} /> : null}
      <p>{t('own.pin.lead')}</p>
      {memberships.length === 0 ? <p>{t('own.none')}</p> : null}
      {memberships.map((row) => (
        <Form key={row.memberId} method="post" className="stack">
          <h2>{`${row.unitName}, ${row.kelurahan}`}</h2>
          <input type="hidden" name="memberId" value={row.memberId} />
          <TextInput
            id={`pin-${row.memberId}`}
            name="pin"
            type="password"
            inputMode="numeric"
            label={t('own.pin.label')}
            error={typed?.['memberId'] === row.memberId ? refused : undefined}
            autoComplete="new-password"
            maxLength={6}
            required
          />
          <Button wide>{t('own.pin.button')}</Button>
        </Form>
      ))}
    </OwnPage>
  )
}

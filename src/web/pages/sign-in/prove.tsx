import { Form, redirect } from 'react-router'
import { translator } from '../../../kernel/i18n/contract.ts'
import { attempt, requestContext } from '../../../kernel/page/index.ts'
import { proveSession } from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { TextInput } from '../../../ui/field/index.ts'
import { PageHeader } from '../../../ui/page-header/index.ts'
import { signInTexts } from '../../texts/sign-in.ts'
import type { Route } from './+types/prove.ts'
import { AccountFrame, errorOf, RefusedForm } from './account-frame.tsx'
import { wayBack, withWayBack } from './rules/way-back.ts'
import { textIn } from './text-in.ts'

export const handle = { scripts: false }

export function loader({ request, context }: Route.LoaderArgs) {
  const { session, locale } = context.get(requestContext)
  const next = wayBack(new URL(request.url).searchParams.get('lanjut'), '/akun')
  if (session === undefined) throw redirect(withWayBack('/masuk', next))
  return { locale, next }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { caller } = context.get(requestContext)
  const form = await request.formData()
  return attempt(context, form, async () => {
    await caller.do(proveSession, { password: textIn(form, 'password') })
    return redirect(wayBack(form.get('next'), '/akun'))
  })
}

export default function ProveAgain({ loaderData, actionData }: Route.ComponentProps) {
  const t = translator(signInTexts, loaderData.locale)
  return (
    <AccountFrame>
      <title>{t('web.prove.title')}</title>
      <PageHeader title={t('web.prove.title')} lead={t('web.prove.lead')} />
      <Form method="post" className="sign-in stack">
        <RefusedForm refusal={actionData?.refusal} />
        <input type="hidden" name="next" value={loaderData.next} />
        <TextInput
          name="password"
          type="password"
          label={t('web.sign_in.password')}
          error={errorOf(actionData?.refusal, 'password')}
          autoComplete="current-password"
          required
        />
        <Button>{t('web.prove.submit')}</Button>
        <p>
          <a href={withWayBack('/masuk/kunci-sandi', loaderData.next)}>{t('web.passkey.prove_title')}</a>
        </p>
      </Form>
    </AccountFrame>
  )
}

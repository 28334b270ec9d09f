import { Form, redirect } from 'react-router'
import { translator } from '../../../kernel/i18n/contract.ts'
import { attempt, requestContext } from '../../../kernel/page/index.ts'
import { openSession, sessionCookie } from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { TextInput } from '../../../ui/field/index.ts'
import { PageHeader } from '../../../ui/page-header/index.ts'
import { signInTexts } from '../../texts/sign-in.ts'
import type { Route } from './+types/sign-in.ts'
import { AccountFrame, errorOf, NewPassword, RefusedForm } from './account-frame.tsx'
import { wayBack, withWayBack } from './rules/way-back.ts'
import { textIn } from './text-in.ts'

export const handle = { scripts: false }

export function loader({ request, context }: Route.LoaderArgs) {
  const { session, locale } = context.get(requestContext)
  const next = wayBack(new URL(request.url).searchParams.get('lanjut'))
  if (session !== undefined) throw redirect(next)
  return { locale, next }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { caller, origin } = context.get(requestContext)
  const form = await request.formData()
  const newPassword = textIn(form, 'newPassword')
  return attempt(context, form, async () => {
    const input = { userName: textIn(form, 'userName'), password: textIn(form, 'password') }
    const { token } = await caller.do(openSession, newPassword === '' ? input : { ...input, newPassword })
    return redirect(wayBack(form.get('next')), { headers: { 'set-cookie': sessionCookie(token, origin) } })
  })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = translator(signInTexts, loaderData.locale)
  const { refusal, typed } = actionData ?? {}
  const chooses = refusal?.issues.some(({ field }) => field === 'newPassword')
  return (
    <AccountFrame>
      <title>{t('web.sign_in.title')}</title>
      <PageHeader title={t('web.sign_in.title')} lead={t('web.sign_in.lead')} />
      <Form method="post" className="sign-in stack">
        <RefusedForm refusal={refusal} />
        <input type="hidden" name="next" value={loaderData.next} />
        <TextInput
          name="userName"
          label={t('web.sign_in.name')}
          error={errorOf(refusal, 'userName')}
          defaultValue={typed?.['userName'] ?? ''}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
        <TextInput
          name="password"
          type="password"
          label={t('web.sign_in.password')}
          error={errorOf(refusal, 'password')}
          autoComplete="current-password"
          required
        />
        {chooses ? <NewPassword refusal={refusal} /> : null}
        <Button>{t('web.sign_in.submit')}</Button>
        <h2>{t('web.sign_in.other')}</h2>
        <ul>
          <li>
            <a href={withWayBack('/masuk/kode', loaderData.next)}>{t('web.sign_in.by_code')}</a>
          </li>
          <li>
            <a href={withWayBack('/masuk/kunci-sandi', loaderData.next)}>{t('web.sign_in.by_passkey')}</a>
          </li>
        </ul>
        <p className="soft small">{t('web.sign_in.forgot')}</p>
      </Form>
    </AccountFrame>
  )
}

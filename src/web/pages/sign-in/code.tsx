import { Form, redirect } from 'react-router'
import { translator } from '../../../kernel/i18n/contract.ts'
import { attempt, requestContext } from '../../../kernel/page/index.ts'
import { openWithCode, sendCode, sessionCookie } from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { TextInput } from '../../../ui/field/index.ts'
import { Notice } from '../../../ui/notice/index.ts'
import { PageHeader } from '../../../ui/page-header/index.ts'
import { signInTexts } from '../../texts/sign-in.ts'
import type { Route } from './+types/code.ts'
import { AccountFrame, errorOf, RefusedForm } from './account-frame.tsx'
import { wayBack, withWayBack } from './rules/way-back.ts'
import { textIn } from './text-in.ts'

export const handle = { scripts: false }

export function loader({ request, context }: Route.LoaderArgs) {
  const { session, locale, demo } = context.get(requestContext)
  const next = wayBack(new URL(request.url).searchParams.get('lanjut'))
  if (session !== undefined) throw redirect(next)
  return { locale, next, demo }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { caller, origin } = context.get(requestContext)
  const form = await request.formData()
  const phone = textIn(form, 'phone')
  return attempt(context, form, async () => {
    if (form.get('act') === 'send') return { sent: await caller.do(sendCode, { phone }), phone }
    const { token } = await caller.do(openWithCode, { phone, code: textIn(form, 'code') })
    return redirect(wayBack(form.get('next')), { headers: { 'set-cookie': sessionCookie(token, origin) } })
  })
}

export default function SignInWithCode({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, next, demo } = loaderData
  const t = translator(signInTexts, locale)
  const refusal = actionData && 'refusal' in actionData ? actionData.refusal : undefined
  const typed = actionData && 'typed' in actionData ? actionData.typed : undefined
  const sent = actionData && 'sent' in actionData ? actionData : undefined
  const phone = sent?.phone ?? typed?.['phone'] ?? ''
  const waits = sent !== undefined || typed?.['act'] === 'open'
  return (
    <AccountFrame>
      <title>{t('web.code.title')}</title>
      <PageHeader title={t('web.code.title')} />
      <div className="sign-in stack">
        <RefusedForm refusal={refusal} />
        {sent === undefined ? null : (
          <Notice tone="ok" title={t('web.code.sent')} role="status">
            {t('web.code.sent_text', { minutes: sent.sent.minutes })}{' '}
            {demo ? <a href="/kotak-surat">{t('web.code.mailbox')}</a> : null}
          </Notice>
        )}
        <Form method="post" className="stack">
          <input type="hidden" name="next" value={next} />
          <TextInput
            name="phone"
            type="tel"
            label={t('web.code.phone')}
            hint={t('web.code.phone_hint')}
            error={errorOf(refusal, 'phone')}
            defaultValue={phone}
            autoComplete="tel"
            required
          />
          {waits ? (
            <>
              <TextInput
                name="code"
                label={t('web.code.code')}
                hint={t('web.code.code_hint')}
                error={errorOf(refusal, 'code')}
                autoComplete="one-time-code"
                autoCapitalize="characters"
                spellCheck={false}
              />
              <Button name="act" value="open">
                {t('web.sign_in.submit')}
              </Button>
            </>
          ) : null}
          <Button name="act" value="send" kind={waits ? 'quiet' : 'primary'}>
            {waits ? t('web.code.again') : t('web.code.send')}
          </Button>
        </Form>
        <p>
          <a href={withWayBack('/masuk', next)}>{t('web.sign_in.by_password')}</a>
        </p>
      </div>
    </AccountFrame>
  )
}

import { startAuthentication } from '@simplewebauthn/browser'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { Form, redirectDocument, useNavigation, useSubmit } from 'react-router'
import { translator } from '../../../kernel/i18n/contract.ts'
import { attempt, requestContext } from '../../../kernel/page/index.ts'
import { beginPasskey, openWithPasskey, proveWithPasskey, sessionCookie } from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { PageHeader } from '../../../ui/page-header/index.ts'
import { signInTexts } from '../../texts/sign-in.ts'
import type { Route } from './+types/passkey.ts'
import { AccountFrame, RefusedForm } from './account-frame.tsx'
import { readBrowserAnswer } from './browser-answer.ts'
import { PasskeyNotes } from './passkey-notes.tsx'
import { wayBack, withWayBack } from './rules/way-back.ts'

export function loader({ request, context }: Route.LoaderArgs) {
  const { session, locale } = context.get(requestContext)
  const next = wayBack(new URL(request.url).searchParams.get('lanjut'))
  return { locale, next, proves: session !== undefined }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { caller, origin, session } = context.get(requestContext)
  const form = await request.formData()
  return attempt(context, form, async () => {
    if (form.get('act') === 'begin') return { begun: await caller.do(beginPasskey, {}) }
    const answer = readBrowserAnswer(form)
    const next = wayBack(form.get('next'))
    if (session !== undefined) {
      await caller.do(proveWithPasskey, answer)
      return redirectDocument(next)
    }
    const { token } = await caller.do(openWithPasskey, answer)
    return redirectDocument(next, { headers: { 'set-cookie': sessionCookie(token, origin) } })
  })
}

export default function SignInWithPasskey({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, next, proves } = loaderData
  const t = translator(signInTexts, locale)
  const submit = useSubmit()
  const isBusy = useNavigation().state !== 'idle'
  const [cancelled, setCancelled] = useState<string>()
  const refusal = actionData && 'refusal' in actionData ? actionData.refusal : undefined
  const begun = actionData && 'begun' in actionData ? actionData.begun : undefined

  useEffect(() => {
    if (begun === undefined) return
    // The options are the library's own, from the server through the page.
    const optionsJSON = begun.options as object as PublicKeyCredentialRequestOptionsJSON
    startAuthentication({ optionsJSON }).then(
      async (response) => {
        const answer = { act: 'finish', next, challengeId: begun.challengeId, response: JSON.stringify(response) }
        await submit(answer, { method: 'post' })
      },
      () => setCancelled(begun.challengeId),
    )
  }, [begun, next, submit])

  const title = proves ? t('web.passkey.prove_title') : t('web.passkey.title')
  return (
    <AccountFrame>
      <title>{title}</title>
      <PageHeader title={title} lead={t('web.passkey.lead')} />
      <div className="sign-in stack">
        <RefusedForm refusal={refusal} />
        <PasskeyNotes cancelled={begun !== undefined && cancelled === begun.challengeId} />
        <Form method="post">
          <Button name="act" value="begin" busy={isBusy ? t('web.passkey.busy') : undefined}>
            {t('web.passkey.use')}
          </Button>
        </Form>
        <p>
          <a href={withWayBack(proves ? '/masuk/ulang' : '/masuk', next)}>{t('web.sign_in.by_password')}</a>
        </p>
      </div>
    </AccountFrame>
  )
}

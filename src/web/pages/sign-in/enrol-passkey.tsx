import { startRegistration } from '@simplewebauthn/browser'
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { Form, redirectDocument, useNavigation, useSubmit } from 'react-router'
import { translator } from '../../../kernel/i18n/contract.ts'
import { attempt, requestContext } from '../../../kernel/page/index.ts'
import { beginEnrol, finishEnrol, myAccount } from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { TextInput } from '../../../ui/field/index.ts'
import { PageHeader } from '../../../ui/page-header/index.ts'
import { signInTexts } from '../../texts/sign-in.ts'
import type { Route } from './+types/enrol-passkey.ts'
import { AccountFrame, errorOf, RefusedForm } from './account-frame.tsx'
import { readBrowserAnswer } from './browser-answer.ts'
import { PasskeyNotes } from './passkey-notes.tsx'
import { proveFirst } from './prove-first.ts'
import { textIn } from './text-in.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { caller, locale } = context.get(requestContext)
  await caller.ask(myAccount, {})
  return { locale }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { caller } = context.get(requestContext)
  const form = await request.formData()
  const label = textIn(form, 'label')
  return attempt(context, form, () =>
    proveFirst('/akun/kunci-sandi', async () => {
      if (form.get('act') === 'begin') return { begun: await caller.do(beginEnrol, {}), label }
      await caller.do(finishEnrol, { ...readBrowserAnswer(form), label })
      return redirectDocument('/akun?sudah=passkey_added')
    }),
  )
}

export default function EnrolPasskey({ loaderData, actionData }: Route.ComponentProps) {
  const t = translator(signInTexts, loaderData.locale)
  const submit = useSubmit()
  const isBusy = useNavigation().state !== 'idle'
  const [cancelled, setCancelled] = useState<string>()
  const given = actionData && 'refusal' in actionData ? actionData : undefined
  const begun = actionData && 'begun' in actionData ? actionData : undefined

  useEffect(() => {
    if (begun === undefined) return
    const { challengeId, options } = begun.begun
    // The options are the library's own, from the server through the page.
    const optionsJSON = options as object as PublicKeyCredentialCreationOptionsJSON
    startRegistration({ optionsJSON }).then(
      async (response) => {
        const answer = { act: 'finish', challengeId, label: begun.label, response: JSON.stringify(response) }
        await submit(answer, { method: 'post' })
      },
      () => setCancelled(challengeId),
    )
  }, [begun, submit])

  return (
    <AccountFrame>
      <title>{t('web.passkey.enrol_title')}</title>
      <PageHeader title={t('web.passkey.enrol_title')} lead={t('web.passkey.enrol_lead')} />
      <Form method="post" className="sign-in stack">
        <RefusedForm refusal={given?.refusal} />
        <PasskeyNotes cancelled={begun !== undefined && cancelled === begun.begun.challengeId} />
        <TextInput
          name="label"
          label={t('web.passkey.label')}
          hint={t('web.passkey.label_hint')}
          error={errorOf(given?.refusal, 'label')}
          defaultValue={given?.typed['label'] ?? begun?.label ?? ''}
          maxLength={60}
          required
        />
        <Button name="act" value="begin" busy={isBusy ? t('web.passkey.busy') : undefined}>
          {t('web.passkey.enrol')}
        </Button>
      </Form>
    </AccountFrame>
  )
}

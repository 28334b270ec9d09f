import { Form, redirect } from 'react-router'
import { formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, formKey } from '../../../../kernel/page/index.ts'
import { Button, LinkButton } from '../../../../ui/button/index.ts'
import { Textarea } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { getReceipt, reverseDeposit } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/reverse.ts'
import { FieldPage } from './field-page.tsx'
import { asTeller } from './page-facts.ts'
import { callOptions, coSignOf, textOf } from './read-form.ts'
import { CoSignFields, errorAt, refusedIn, RefusedNote } from './refused-note.tsx'

export async function loader({ request, context, params: { receiptId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  return { page, receipt: await on.caller.ask(getReceipt, { receiptId }), sendKey: formKey() }
}

export async function action({ request, context, params: { unitId, receiptId } }: Route.ActionArgs) {
  const { on } = asTeller(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    const { reversalId } = await on.caller.do(
      reverseDeposit,
      { depositId: receiptId, reason: textOf(form, 'reason'), deviceId: on.deviceId, ...coSignOf(form) },
      callOptions(form),
    )
    return redirect(`/timbang/${unitId}/bukti/${reversalId}?baru=ya`)
  })
}

export default function Reverse({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, receipt, sendKey } = loaderData
  const t = translator(fieldTexts, page.locale)
  const refused = refusedIn(actionData)
  const back = `/timbang/${unitId}/bukti/${receipt.id}`
  const possible = receipt.kind === 'deposit' && receipt.reversedBy === null
  return (
    <FieldPage
      page={page}
      title={t('field.reverse.title')}
      place={`${receipt.number}, ${receipt.memberName}`}
      back={{ href: back, label: t('field.back') }}
    >
      {possible ? (
        <Form method="post" className="phone-pad stack">
          <RefusedNote locale={page.locale} answer={actionData} />
          <p>
            {t('field.reverse.lead', {
              number: receipt.number,
              amount: formatMoney(receipt.memberShare, page.locale),
            })}
          </p>
          <Textarea
            name="reason"
            rows={2}
            label={t('field.reverse.reason')}
            hint={t('field.reverse.reason.hint')}
            required
            defaultValue={refused?.typed['reason']}
            error={errorAt(refused, 'reason')}
          />
          <CoSignFields locale={page.locale} answer={actionData} />
          <Button kind="danger" wide>
            {t('field.reverse.button')}
          </Button>
          <input type="hidden" name="key" value={sendKey} />
        </Form>
      ) : (
        <div className="phone-pad stack">
          <Notice tone="stop">{t('field.reverse.only')}</Notice>
          <LinkButton href={back} kind="second">
            {t('field.back')}
          </LinkButton>
        </div>
      )}
    </FieldPage>
  )
}

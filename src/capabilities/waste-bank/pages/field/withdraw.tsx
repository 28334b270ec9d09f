import { useState } from 'react'
import { Form, redirect } from 'react-router'
import { formatMoney, formatNumber, translator } from '../../../../kernel/i18n/contract.ts'
import { parseRupiah } from '../../../../kernel/money/contract.ts'
import { attempt, formKey } from '../../../../kernel/page/index.ts'
import { refuse } from '../../../../kernel/refusal/index.ts'
import { Button, LinkButton } from '../../../../ui/button/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { NumberInput } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { getDay, getMember, payWithdrawal, sendWithdrawalCode } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/withdraw.ts'
import { DayClosed } from './day-closed.tsx'
import { FieldPage } from './field-page.tsx'
import { revalidateWhenAnswered, untilAnswered } from './lost-answer.tsx'
import { MemberStrip } from './member-strip.tsx'
import { asTeller } from './page-facts.ts'
import { callOptions, rupiahOf, textOf } from './read-form.ts'
import { errorAt, refusedIn, RefusedNote } from './refused-note.tsx'
import { Consent } from './withdraw-consent.tsx'
import type { By } from './withdraw-consent.tsx'

export async function loader({ request, context, params: { unitId, memberId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const [day, member] = await Promise.all([on.caller.ask(getDay, { unitId }), on.caller.ask(getMember, { memberId })])
  return { page, day, member, sendKey: formKey() }
}

export async function action({ request, context, params: { unitId, memberId } }: Route.ActionArgs) {
  const { on } = asTeller(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    const amount = rupiahOf(form, 'amount')
    if (form.get('act') === 'send') {
      const { phoneEnd } = await on.caller.do(sendWithdrawalCode, { unitId, memberId, amount })
      return { sentTo: phoneEnd, amount: textOf(form, 'amount') }
    }
    const paid = await on.caller.do(
      payWithdrawal,
      { unitId, memberId, amount, deviceId: on.deviceId, confirmation: confirmationIn(form) },
      callOptions(form),
    )
    return redirect(`/timbang/${unitId}/bukti/${paid.withdrawalId}?baru=ya`)
  })
}

function confirmationIn(form: FormData) {
  switch (textOf(form, 'by')) {
    case 'signature': {
      const strokes = textOf(form, 'strokes')
      if (strokes.length < 20) throw refuse('withdrawal.signature_missing', {}, { field: 'strokes' })
      return { by: 'signature' as const, strokes }
    }
    case 'pin': {
      const pin = textOf(form, 'pin')
      if (!/^\d{6}$/.test(pin)) throw refuse('withdrawal.pin_format', {}, { field: 'pin' })
      return { by: 'pin' as const, pin }
    }
    case 'code': {
      const code = textOf(form, 'code')
      if (code.length < 4) throw refuse('withdrawal.code_empty', {}, { field: 'code' })
      return { by: 'code' as const, code }
    }
    default:
      throw refuse('withdrawal.by_missing', {}, { field: 'by' })
  }
}

export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return untilAnswered(serverAction)
}
export const shouldRevalidate = revalidateWhenAnswered

export default function Withdraw({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, day, member } = loaderData
  const t = translator(fieldTexts, page.locale)
  const home = `/timbang/${unitId}`
  return (
    <FieldPage
      page={page}
      title={t('field.withdraw.title')}
      place={`${day.unitName}, ${day.kelurahan}`}
      back={{ href: home, label: t('field.back.day') }}
    >
      <MemberStrip member={member} locale={page.locale} />
      {day.open === null ? (
        <DayClosed locale={page.locale} home={home} />
      ) : member.balance <= 0 ? (
        <div className="phone-pad">
          <Empty
            title={t('field.withdraw.none')}
            action={
              <LinkButton href={`${home}/setor/${member.memberId}`} kind="second">
                {t('field.withdraw.toWeigh')}
              </LinkButton>
            }
          >
            {t('field.withdraw.none.next')}
          </Empty>
        </div>
      ) : (
        <WithdrawForm {...loaderData} answer={actionData} />
      )}
      <p className="phone-pad">
        <a href={`${home}/nasabah/${member.memberId}/pin`}>
          {t(member.hasPin ? 'field.pin.change' : 'field.pin.make')}
        </a>
      </p>
    </FieldPage>
  )
}

type FormProps = Route.ComponentProps['loaderData'] & { answer: Route.ComponentProps['actionData'] }

function WithdrawForm({ page, day, member, answer, ...given }: FormProps) {
  const t = translator(fieldTexts, page.locale)
  const { locale } = page
  const [sendKey] = useState(given.sendKey)
  const refused = refusedIn(answer)
  const sent = answer && 'sentTo' in answer ? answer : undefined
  const [typed, setTyped] = useState(refused?.typed['amount'] ?? sent?.amount ?? '')
  const read = parseRupiah(typed)
  const began = refused?.typed['by'] ?? (sent === undefined ? 'signature' : 'code')
  return (
    <Form method="post" className="phone-pad stack">
      <RefusedNote locale={locale} answer={answer} idOf={(field) => field.replace(/^confirmation\./, '')} />
      {sent === undefined ? null : (
        <Notice tone="ok" role="status">
          {t('field.withdraw.code.sent', { end: sent.sentTo })}
        </Notice>
      )}
      <NumberInput
        name="amount"
        whole
        required
        prefix="Rp"
        label={t('field.withdraw.amount')}
        hint={t('field.withdraw.amount.hint', {
          max: formatMoney(member.balance, locale),
          cash: formatMoney(day.cash, locale),
        })}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={errorAt(refused, 'amount')}
      />
      <p className="needs-script">
        <Button type="button" kind="quiet" small onClick={() => setTyped(formatNumber(member.balance, 'id'))}>
          {t('field.withdraw.all', { amount: formatMoney(member.balance, locale) })}
        </Button>
      </p>
      <Consent locale={locale} answer={answer} member={member} began={began as By} />
      {read.ok && read.amount > 0 && read.amount <= member.balance ? (
        <p className="field-sum">
          <span>{t('field.withdraw.after')}</span>
          <b className="num">{formatMoney(member.balance - read.amount, locale)}</b>
        </p>
      ) : null}
      <Button wide icon="hand-coins">
        {t('field.withdraw.button')}
      </Button>
      <input type="hidden" name="key" value={sendKey} />
    </Form>
  )
}

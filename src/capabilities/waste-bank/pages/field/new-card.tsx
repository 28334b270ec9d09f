import { Form } from 'react-router'
import { qrSvgPath } from '../../../../kernel/documents/contract.ts'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, formKey } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { getDay, getMember, renewClaimCode } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/new-card.ts'
import { CardView } from './card.tsx'
import { FieldPage } from './field-page.tsx'
import { MemberStrip } from './member-strip.tsx'
import { asTeller } from './page-facts.ts'
import { callOptions } from './read-form.ts'
import { RefusedNote } from './refused-note.tsx'

export async function loader({ request, context, params: { unitId, memberId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const [day, member] = await Promise.all([on.caller.ask(getDay, { unitId }), on.caller.ask(getMember, { memberId })])
  return { page, day, member, sendKey: formKey() }
}

export async function action({ request, context, params: { memberId } }: Route.ActionArgs) {
  const { on } = asTeller(context, request)
  const form = await request.formData()
  return attempt(context, form, async () => {
    const renewed = await on.caller.do(renewClaimCode, { memberId }, callOptions(form))
    return { claimCode: renewed.claimCode, qr: qrSvgPath(`${on.origin}/k/${renewed.cardToken}`) }
  })
}

/** A new card and code for who lost the old ones. */
export default function NewCard({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, day, member, sendKey } = loaderData
  const t = translator(fieldTexts, page.locale)
  const made = actionData && 'qr' in actionData ? actionData : undefined
  return (
    <FieldPage
      page={page}
      title={t('field.card.title')}
      place={`${day.unitName}, ${day.kelurahan}`}
      back={{ href: `/timbang/${unitId}/nasabah`, label: t('field.back.members') }}
    >
      <MemberStrip member={member} locale={page.locale} />
      {made === undefined ? (
        <Form method="post" className="phone-pad stack">
          <RefusedNote locale={page.locale} answer={actionData} />
          <Notice tone="wait">{t('field.card.renewed')}</Notice>
          <Button>{t('field.card.renew')}</Button>
          <input type="hidden" name="key" value={sendKey} />
        </Form>
      ) : (
        <CardView
          locale={page.locale}
          unitId={unitId}
          unitName={day.unitName}
          card={{
            memberId: member.memberId,
            number: member.number,
            name: member.fullName,
            claimCode: made.claimCode || undefined,
            qr: made.qr,
          }}
        />
      )}
    </FieldPage>
  )
}

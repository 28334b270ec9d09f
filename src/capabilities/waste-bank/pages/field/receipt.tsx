import { qrSvgPath } from '../../../../kernel/documents/contract.ts'
import { formatInstant, formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Actions, LinkButton } from '../../../../ui/button/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { getMember, getReceipt } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import { roomTexts } from '../../texts/room.ts'
import type { Route } from './+types/receipt.ts'
import { FieldPage } from './field-page.tsx'
import { asTeller } from './page-facts.ts'
import { PrintButton } from './print-button.tsx'
import { ReceiptPaper } from './receipt-paper.tsx'

export async function loader({ request, context, params: { receiptId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const receipt = await on.caller.ask(getReceipt, { receiptId })
  const member = await on.caller.ask(getMember, { memberId: receipt.memberId })
  return {
    page,
    receipt,
    phoneEnd: member.phoneEnd,
    qr: qrSvgPath(`${on.origin}/b/${receipt.token}`),
    isNew: new URL(request.url).searchParams.get('baru') === 'ya',
  }
}

export default function ReceiptPage({ loaderData, params: { unitId } }: Route.ComponentProps) {
  const { page, receipt, phoneEnd, qr, isNew } = loaderData
  const t = translator(fieldTexts, page.locale)
  const home = `/timbang/${unitId}`
  return (
    <FieldPage
      page={page}
      title={t(`field.receipt.${receipt.kind}`)}
      place={receipt.number}
      back={{ href: isNew ? home : `${home}/bukti`, label: isNew ? t('field.back.day') : t('field.back.receipts') }}
    >
      <div className="phone-pad no-print stack-s">
        {isNew ? (
          <Notice tone="ok" role="status" title={t('field.receipt.saved', { number: receipt.number })}>
            {receipt.kind === 'reversal' ? t('field.reverse.done') : null}
          </Notice>
        ) : null}
        {receipt.reversedBy === null || receipt.kind === 'reversal' ? null : (
          <Notice tone="stop" title={t('field.receipt.reversed', { number: receipt.reversedBy.number })}>
            {t('field.receipt.reversed.why', {
              reason: receipt.reversedBy.reason,
              at: formatInstant(receipt.reversedBy.recordedAt, page.zone, page.locale),
            })}
          </Notice>
        )}
        <LinkButton href={home} wide icon="scales">
          {t('field.receipt.next')}
        </LinkButton>
      </div>
      <ReceiptPaper page={page} receipt={receipt} qr={qr} />
      <div className="phone-pad no-print stack">
        <Actions>
          <PrintButton>{t('field.receipt.print')}</PrintButton>
          <LinkButton
            href={`/unduh/deposit.receipt.58.pdf?receiptId=${receipt.id}`}
            kind="second"
            icon="download-simple"
          >
            {t('field.receipt.pdf58')}
          </LinkButton>
          <LinkButton
            href={`/unduh/deposit.receipt.a6.pdf?receiptId=${receipt.id}`}
            kind="second"
            icon="download-simple"
          >
            {t('field.receipt.pdfA6')}
          </LinkButton>
        </Actions>
        <MessageToMember locale={page.locale} receipt={receipt} phoneEnd={phoneEnd} />
        {receipt.kind === 'deposit' && receipt.reversedBy === null ? (
          <p>
            <a href={`${home}/bukti/${receipt.id}/balik`}>{t('field.receipt.reverse')}</a>
          </p>
        ) : null}
      </div>
    </FieldPage>
  )
}

interface MessageProps {
  locale: Locale
  receipt: Route.ComponentProps['loaderData']['receipt']
  phoneEnd: string | null
}

/** The words that the member was sent; messages go out in Indonesian. */
function MessageToMember({ locale, receipt, phoneEnd }: MessageProps) {
  const t = translator(fieldTexts, locale)
  const words = translator(roomTexts, 'id')(`waste.message.${receipt.kind}`, {
    number: receipt.number,
    amount: formatMoney(receipt.memberShare, 'id'),
    balance: formatMoney(receipt.balanceAfter ?? 0, 'id'),
  })
  return (
    <section aria-labelledby="pesan" className="stack-s">
      <h2 id="pesan">{t('field.receipt.message')}</h2>
      <blockquote className="field-message" lang="id">
        {words}
      </blockquote>
      <p className="small soft">
        {phoneEnd === null ? t('field.receipt.message.none') : t('field.receipt.message.sent', { end: phoneEnd })}
      </p>
    </section>
  )
}

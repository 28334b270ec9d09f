import { qrSvgPath } from '../../../../kernel/documents/contract.ts'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { Actions, LinkButton } from '../../../../ui/button/index.ts'
import { getReceipt } from '../../index.ts'
import { ownTexts } from '../../texts/own.ts'
import { ReceiptPaper } from '../field/receipt-paper.tsx'
import type { Route } from './+types/receipt.ts'
import { asMember } from './own-facts.ts'
import { OwnPage } from './own-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, params: { receiptId } }: Route.LoaderArgs) {
  const { on, page } = asMember(context)
  const receipt = await on.caller.ask(getReceipt, { receiptId })
  return { page, receipt, qr: qrSvgPath(`${on.origin}/b/${receipt.token}`) }
}

export default function OwnReceipt({ loaderData: { page, receipt, qr } }: Route.ComponentProps) {
  const t = translator(ownTexts, page.locale)
  return (
    <OwnPage page={page} title={`${t(`own.kind.${receipt.kind}`)} ${receipt.number}`} here="savings">
      <ReceiptPaper page={page} receipt={receipt} qr={qr} />
      <Actions>
        <LinkButton href={`/unduh/deposit.receipt.a6.pdf?receiptId=${receipt.id}`} icon="download-simple">
          {t('own.receipt.pdf')}
        </LinkButton>
        <LinkButton href={`/milik/bank-sampah/${receipt.memberId}`} kind="second">
          {t('own.receipt.back')}
        </LinkButton>
      </Actions>
    </OwnPage>
  )
}

import { formatBasisPoints, formatFor, translator, unitName } from '../../../../kernel/i18n/contract.ts'
import { Corak, shortHash } from '../../../../ui/corak/index.ts'
import { ProofMark } from '../../../../ui/proof-mark/index.ts'
import { QrCode } from '../../../../ui/qr-code/index.ts'
import { Receipt as Paper, ReceiptLines } from '../../../../ui/receipt/index.ts'
import type { Receipt } from '../../contract.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { PageFacts } from './page-facts.ts'

/** One document as it is handed over, on the screen and on a roll of 58 mm. */
export function ReceiptPaper({
  page,
  receipt,
  qr,
}: {
  page: PageFacts
  receipt: Receipt
  qr: { path: string; size: number }
}) {
  const t = translator(fieldTexts, page.locale)
  const format = formatFor(page.locale, page.zone)
  const { kind } = receipt
  return (
    <Paper
      title={t(`field.receipt.${kind}`)}
      heading={2}
      paper={58}
      pillar="environment"
      place={t('field.receipt.place', { unit: receipt.unitName, kelurahan: receipt.kelurahan })}
      facts={[
        { key: 'number', name: t('field.receipt.number'), value: <b>{receipt.number}</b> },
        { key: 'day', name: t('field.receipt.day'), value: format.date(receipt.businessDay, 'medium') },
        { key: 'at', name: t('field.receipt.at'), value: format.instant(receipt.recordedAt) },
        {
          key: 'member',
          name: t('field.receipt.member'),
          value: (
            <>
              {receipt.memberName}
              <br />
              {t('field.number', { number: receipt.memberNumber })}
            </>
          ),
        },
        { key: 'teller', name: t('field.receipt.teller'), value: receipt.tellerName },
      ]}
      total={{
        label: t(
          kind === 'deposit' ? 'field.receipt.in' : kind === 'withdrawal' ? 'field.receipt.out' : 'field.receipt.back',
        ),
        amount: format.money(receipt.memberShare),
      }}
      note={
        receipt.balanceAfter === null
          ? undefined
          : t('field.receipt.balance', { balance: format.money(receipt.balanceAfter) })
      }
      state={<ProofMark state="sent">{t('field.state.sent')}</ProofMark>}
      proof={{
        qr: (
          <QrCode
            path={qr.path}
            modules={qr.size}
            size={112}
            label={t('field.receipt.qr', { number: receipt.number })}
          />
        ),
        corak: <Corak hash={receipt.proof} />,
        text: (
          <p>
            <b className="num">{shortHash(receipt.proof)}</b>
            <br />
            {t('field.receipt.scan')}
          </p>
        ),
      }}
      foot={kind === 'deposit' ? t('field.receipt.wrong') : undefined}
    >
      {receipt.lines.length === 0 ? null : (
        <>
          <ReceiptLines
            label={t('field.receipt.lines')}
            lines={receipt.lines.map((line, index) => ({
              key: `${index}`,
              name: page.locale === 'id' ? line.nameId : line.nameEn,
              reckoning: t('field.receipt.reckoning', {
                quantity: format.quantity(line.quantity, line.measure),
                price: format.money(line.price),
                unit: unitName(line.measure, page.locale),
              }),
              amount: format.money(line.amount),
            }))}
          />
          <dl className="receipt-facts">
            <div>
              <dt>{t('field.receipt.total')}</dt>
              <dd>{format.money(receipt.total)}</dd>
            </div>
            <div>
              <dt>
                {t('field.receipt.unitShare')} {formatBasisPoints(10_000 - receipt.memberBasisPoints, page.locale)}
              </dt>
              <dd>{format.money(receipt.unitShare)}</dd>
            </div>
          </dl>
        </>
      )}
    </Paper>
  )
}

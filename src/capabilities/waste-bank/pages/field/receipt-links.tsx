import { formatInstant, formatMoney, formatTime, translator } from '../../../../kernel/i18n/contract.ts'
import { ProofList } from '../../../../ui/proof-mark/index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { PageFacts } from './page-facts.ts'

interface Row {
  id: string
  kind: 'deposit' | 'withdrawal' | 'reversal'
  number: string
  recordedAt: string
  businessDay: string
  memberName: string
  amount: number
  reversed: boolean
}

interface ReceiptLinksProps {
  page: PageFacts
  unitId: string
  label: string
  rows: readonly Row[]
  /** Rows of this day show the time alone. */
  today: string
}

/** Documents of a unit: when, whose, state of proof, amount. What left the cash box or was taken back has a minus. */
export function ReceiptLinks({ page, unitId, label, rows, today }: ReceiptLinksProps) {
  const t = translator(fieldTexts, page.locale)
  return (
    <ProofList
      label={label}
      lines={rows.map((row) => ({
        id: row.id,
        state: 'sent' as const,
        title: (
          <>
            <a href={`/timbang/${unitId}/bukti/${row.id}`}>{row.memberName}</a>
            <span className="small soft num field-number">
              {row.businessDay === today
                ? formatTime(row.recordedAt, page.zone, page.locale)
                : formatInstant(row.recordedAt, page.zone, page.locale)}
            </span>
            <span className="small soft num field-number">{row.number}</span>
          </>
        ),
        stateText: row.reversed
          ? t('field.state.reversed')
          : row.kind === 'deposit'
            ? t('field.state.sent')
            : t(`field.receipts.kind.${row.kind}`),
        amount: formatMoney(row.kind === 'deposit' ? row.amount : -row.amount, page.locale),
      }))}
    />
  )
}

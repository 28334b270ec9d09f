import { receiptFrame58, receiptFrameA6, renderPdf } from '../../../kernel/documents/index.ts'
import type { Receipt as Paper } from '../../../kernel/documents/index.ts'
import { download } from '../../../kernel/download/contract.ts'
import type { DownloadSetting } from '../../../kernel/download/contract.ts'
import { formatFor, translator } from '../../../kernel/i18n/contract.ts'
import type { Receipt } from '../contract.ts'
import { getReceipt } from '../queries/receipts.ts'
import { paperTexts } from '../texts/paper.ts'

/** The numbered receipt, for a roll of 58 mm and a leaf of A6. */
export const receiptDownload = download({
  name: 'deposit.receipt',
  about: 'The receipt of a deposit, withdrawal or reversal on paper.',
  query: getReceipt,
  formats: {
    '58.pdf': {
      mediaType: 'application/pdf',
      render: (data, setting) => renderPdf(receiptFrame58(paperOf(data, setting))),
    },
    'a6.pdf': {
      mediaType: 'application/pdf',
      render: (data, setting) => renderPdf(receiptFrameA6(paperOf(data, setting))),
    },
  },
  fileName: (data) => `bukti-${data.number}`,
})

function paperOf(receipt: Receipt, { locale, city, publicUrl }: DownloadSetting): Paper {
  const t = translator(paperTexts, locale)
  const format = formatFor(locale, city.zone)
  const title = t(`paper.${receipt.kind}`)
  const share = format.basisPoints(receipt.memberBasisPoints)
  const total = {
    deposit: { label: t('paper.member_share', { share }), value: format.money(receipt.memberShare) },
    withdrawal: { label: t('paper.paid'), value: format.money(receipt.total) },
    reversal: { label: t('paper.taken_back'), value: format.money(receipt.memberShare) },
  }[receipt.kind]
  const hasLines = receipt.lines.length > 0
  return {
    title,
    language: locale,
    createdAt: receipt.recordedAt,
    author: t('paper.unit', { name: receipt.unitName }),
    issuer: {
      name: t('paper.unit', { name: receipt.unitName }),
      place: t('paper.kelurahan', { name: receipt.kelurahan }),
    },
    rows: [
      { label: t('paper.number'), value: receipt.number },
      { label: t('paper.time'), value: format.instant(receipt.recordedAt) },
      { label: t('paper.member'), value: `${receipt.memberName}, ${String(receipt.memberNumber).padStart(4, '0')}` },
      { label: t('paper.teller'), value: receipt.tellerName },
    ],
    lines: receipt.lines.map((line) => ({
      label: locale === 'id' ? line.nameId : line.nameEn,
      detail: `${format.quantity(line.quantity, line.measure)} × ${format.number(line.price)}`,
      amount: format.money(line.amount),
    })),
    sums: hasLines
      ? [
          { label: t('paper.total'), value: format.money(receipt.total) },
          { label: t('paper.unit_share'), value: format.money(receipt.unitShare) },
        ]
      : [],
    total,
    notes: [
      ...(receipt.balanceAfter === null ? [] : [t('paper.balance', { balance: format.money(receipt.balanceAfter) })]),
      ...(receipt.reversedBy && receipt.kind === 'deposit'
        ? [t('paper.reversed', { number: receipt.reversedBy.number, reason: receipt.reversedBy.reason })]
        : []),
      ...(receipt.kind === 'deposit' ? [t('paper.mistake')] : []),
    ],
    state: { state: 'sent', words: t('paper.on_server') },
    proof: { url: `${publicUrl}/b/${receipt.token}`, hash: receipt.proof, caption: t('paper.scan') },
    ...(city.demo ? { sample: t('paper.sample') } : {}),
  }
}

import {
  definitionRows,
  largeFigure,
  letterFrame,
  paragraph,
  qrPicture,
  renderPdf,
  sectionTitle,
} from '../../../kernel/documents/index.ts'
import { formatDate, formatInstant, formatNumber, translator } from '../../../kernel/i18n/index.ts'
import { timelinesses } from '../../../kernel/indicator/contract.ts'
import type { Timeliness, Words } from '../../../kernel/indicator/contract.ts'
import { claimSentence, figureText } from '../rules/claim-sentence.ts'
import type { FigureMeasure } from '../rules/claim-sentence.ts'
import { claimTexts } from '../texts/claims.ts'

export interface ClaimPaper {
  readonly number: string
  readonly textId: string
  readonly textEn: string
  readonly head: {
    readonly title: Words
    readonly definition: Words
    readonly measure: FigureMeasure
    readonly populationTitle: Words
    readonly place: { readonly name: string } | null
    readonly from: string | null
    readonly businessAsOf: string
    readonly recordedAsOf: string
  }
  readonly label: { readonly nameId: string } | null
  readonly n: number
  readonly amount: number
  readonly root: string
  readonly timeliness: Readonly<Record<Timeliness, number>>
  readonly reported: number
  readonly population: number
  readonly cityName: string
  readonly zone: string
  readonly isSample: boolean
  /** What the QR holds. */
  readonly address: string
  readonly madeAt: string
}

/** The record is Indonesian whatever the reader's language, so that there is one paper and one hash. */
const t = translator(claimTexts, 'id')
const QR_SIDE = 96

/** One page: sentence, figure, both times, timeliness, root and QR. The same arguments give the same bytes. */
export function claimPage(paper: ClaimPaper): Promise<Buffer> {
  const { head, number, amount, root, address } = paper
  const title = t('claim.paper_title')
  const qr = qrPicture(address, QR_SIDE)
  return renderPdf(
    letterFrame({
      title,
      language: 'id',
      createdAt: paper.madeAt,
      issuer: { name: paper.cityName },
      references: [{ label: t('claim.number'), value: number }],
      dateInWords: formatInstant(paper.madeAt, paper.zone, 'id'),
      body: [
        paragraph(claimSentence(paper.textId, amount, head.measure, 'id')),
        largeFigure(figureText(amount, head.measure, 'id'), head.title.id),
        definitionRows(rowsOf(paper)),
        sectionTitle(t('claim.paper_check')),
        {
          columns: [
            { width: QR_SIDE, stack: [qr] },
            {
              width: '*',
              stack: [paragraph(t('claim.paper_how')), paragraph(address), paragraph(t('claim.paper_root', { root }))],
            },
          ],
          columnGap: 14,
        },
      ],
      pageWords: (page, pages) => t('claim.paper_page', { page, pages }),
      record: { label: t('claim.title'), id: number, hash: root },
      ...(paper.isSample ? { sample: t('claim.sample') } : {}),
    }),
  )
}

function rowsOf({ head, label, n, timeliness, reported, population, zone }: ClaimPaper) {
  const place = head.place?.name ?? t('claim.everywhere')
  const since = head.from === null ? '' : `${t('claim.since', { day: formatDate(head.from, 'id') })} `
  return [
    { label: t('claim.counted'), value: head.definition.id },
    { label: t('claim.place'), value: label ? `${place}, ${label.nameId}` : place },
    { label: t('claim.days'), value: since + t('claim.until', { day: formatDate(head.businessAsOf, 'id') }) },
    { label: t('claim.on_record'), value: formatInstant(head.recordedAsOf, zone, 'id') },
    { label: t('claim.records'), value: formatNumber(n, 'id') },
    {
      label: t('claim.timeliness'),
      value: timelinesses
        .filter((each) => timeliness[each] > 0)
        .map((each) => `${t(`claim.timeliness.${each}`)} ${formatNumber(timeliness[each], 'id')}`)
        .join(' · '),
    },
    { label: head.populationTitle.id, value: t('claim.reported', { n: reported, of: population }) },
  ]
}

import type { Column, Content } from 'pdfmake/interfaces.js'
import { shortHash } from './corak.ts'
import { families } from './fonts.ts'
import { mm } from './measure.ts'
import { palette } from './palette.ts'
import {
  type DefinitionRow,
  type ProofState,
  corakPicture,
  definitionRows,
  proofLine,
  qrPicture,
  sampleBox,
} from './pieces.ts'
import type { DocumentHead, PdfDefinition } from './render.ts'

export interface ReceiptLine {
  label: string
  /** How the amount came about: "1,85 kg × 3.000". */
  detail?: string
  amount: string
}

export interface Receipt extends DocumentHead {
  /** Unit and place that hand it out. */
  issuer: { name: string; place?: string }
  rows: readonly DefinitionRow[]
  lines: readonly ReceiptLine[]
  /** Sums above the large total. */
  sums?: readonly DefinitionRow[]
  total?: DefinitionRow
  /** Sentences below the total: balance, remainder, whom to tell of a mistake. */
  notes?: readonly string[]
  state?: { state: ProofState; words: string }
  /** What the QR code opens, and the record's SHA-256 for corak and first digits. */
  proof?: { url: string; hash: string; caption: string }
  /** "data contoh" in the reader's language; set in every demo. */
  sample?: string
}

interface Paper {
  width: number
  height: number | 'auto'
  margin: [number, number, number, number]
  text: number
  title: number
  total: number
  qr: number
  corak: number
  /** Room for the detail beside its label rather than below it. */
  isWide: boolean
}

/** A roll of 58 mm, of which a printer reaches 48; as long as its content. */
const roll58: Paper = {
  width: mm(58),
  height: 'auto',
  margin: [mm(5), mm(4), mm(5), mm(8)],
  text: 7.5,
  title: 11,
  total: 13,
  qr: mm(26),
  corak: mm(12),
  isWide: false,
}
const a6: Paper = {
  width: mm(105),
  height: mm(148),
  margin: [mm(8), mm(6), mm(8), mm(5)],
  text: 8.5,
  title: 14,
  total: 16,
  qr: mm(20),
  corak: mm(14),
  isWide: true,
}

/** A receipt for a thermal printer: 58 mm wide, one page as long as its content. */
export function receiptFrame58(receipt: Receipt): PdfDefinition {
  return frame(receipt, roll58)
}

/** The same receipt on A6 (105 × 148 mm); a long one goes on to further pages. */
export function receiptFrameA6(receipt: Receipt): PdfDefinition {
  return frame(receipt, a6)
}

function frame(receipt: Receipt, paper: Paper): PdfDefinition {
  const width = paper.width - paper.margin[0] - paper.margin[2]
  const parts: (Content | undefined)[] = [
    ...heading(receipt, paper),
    { text: receipt.issuer.name, bold: true },
    receipt.issuer.place === undefined ? undefined : { text: receipt.issuer.place, color: palette.inkSoft },
    rule(width, 'thick'),
    definitionRows(receipt.rows, paper.text),
    receipt.lines.length === 0 ? undefined : rule(width, 'thin'),
    ...receipt.lines.map((line) => receiptLine(line, paper)),
    ...(receipt.sums === undefined || receipt.sums.length === 0
      ? []
      : [
          rule(width, 'thin'),
          ...receipt.sums.map((sum) => receiptLine({ label: sum.label, amount: sum.value }, paper)),
        ]),
    receipt.total === undefined ? undefined : total(receipt.total, paper, width),
    ...(receipt.notes ?? []).map((text): Content => ({ text, color: palette.inkSoft, margin: [0, 3, 0, 0] })),
    ...evidence(receipt, paper, width),
  ]
  return {
    title: receipt.title,
    language: receipt.language,
    createdAt: receipt.createdAt,
    author: receipt.author ?? receipt.issuer.name,
    page: {
      pageSize: { width: paper.width, height: paper.height },
      pageMargins: paper.margin,
      defaultStyle: { fontSize: paper.text, lineHeight: 1.25 },
      content: parts.filter((part) => part !== undefined),
    },
  }
}

function rule(width: number, weight: 'thick' | 'thin'): Content {
  const look =
    weight === 'thick' ? { lineWidth: 1, lineColor: palette.ink } : { lineWidth: 0.5, lineColor: palette.lineStrong }
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, ...look }], margin: [0, 4, 0, 4] }
}

function receiptLine(line: ReceiptLine, paper: Paper): Content {
  const detail: Content[] =
    line.detail === undefined
      ? []
      : [
          {
            text: line.detail,
            color: palette.inkSoft,
            fontFeatures: ['tnum'],
            alignment: paper.isWide ? 'right' : 'left',
          },
        ]
  return {
    columns: [
      { width: '*', stack: paper.isWide ? [{ text: line.label }] : [{ text: line.label }, ...detail] },
      ...(paper.isWide && detail.length > 0 ? [{ width: 'auto', stack: detail }] : []),
      { width: paper.isWide ? mm(20) : 'auto', text: line.amount, alignment: 'right', fontFeatures: ['tnum'] },
    ],
    columnGap: 6,
    fontSize: paper.text,
    margin: [0, 1, 0, 1],
    unbreakable: true,
  }
}

function total(row: DefinitionRow, paper: Paper, width: number): Content {
  return {
    unbreakable: true,
    stack: [
      rule(width, 'thick'),
      {
        columns: [
          { width: '*', text: row.label, bold: true, margin: [0, paper.total * 0.35, 0, 0] },
          {
            width: 'auto',
            text: row.value,
            font: families.display,
            bold: true,
            fontSize: paper.total,
            lineHeight: 1.1,
            alignment: 'right',
            fontFeatures: ['tnum'],
          },
        ],
        columnGap: 6,
      },
    ],
  }
}

function heading({ title, sample }: Receipt, paper: Paper): Content[] {
  const head: Content = { text: title, bold: true, fontSize: paper.title, lineHeight: 1.15 }
  if (sample === undefined) return [head]
  const box = sampleBox(sample, paper.text)
  if (!paper.isWide) return [{ ...box, margin: [0, 0, 0, 5] }, head]
  return [
    {
      columns: [
        { ...head, width: '*' },
        { width: 'auto', stack: [box] },
      ],
    },
  ]
}

/** Where the record stands, and how to look it up: below each other on a roll; on a leaf side by side, to fit one page. */
function evidence({ state, proof: record }: Receipt, paper: Paper, width: number): Content[] {
  const words = state === undefined ? [] : [proofLine(state.state, state.words, paper.text)]
  const above: Content[] = words.length > 0 ? [{ stack: words, margin: [0, 6, 0, 0] }] : []
  if (record === undefined) return above
  const hash: Content = { text: shortHash(record.hash), bold: true, fontFeatures: ['tnum'], margin: [0, 2, 0, 0] }
  const caption: Content = {
    text: record.caption,
    fontSize: paper.text - 0.5,
    color: palette.inkSoft,
    lineHeight: 1.15,
  }
  const qr: Column = { width: paper.qr, stack: [qrPicture(record.url, paper.qr)] }
  const corak = corakPicture(record.hash, paper.corak)
  const columns: Column[] = paper.isWide
    ? [qr, { width: paper.corak, stack: [corak] }, { width: '*', stack: [...words, hash, caption] }]
    : [qr, { width: '*', stack: [corak, hash, caption] }]
  const columnGap = paper.isWide ? 8 : 4
  const block: Content = { unbreakable: true, stack: [rule(width, 'thin'), { columns, columnGap }] }
  return paper.isWide ? [block] : [...above, block]
}

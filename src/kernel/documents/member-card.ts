import type { Column, Content, TableCell } from 'pdfmake/interfaces.js'
import { mm } from './measure.ts'
import { palette } from './palette.ts'
import { qrPicture, sampleBox } from './pieces.ts'
import type { DocumentHead, PdfDefinition } from './render.ts'

/** What stands on one card. Nothing secret: a card is lost easily. */
export interface MemberCard {
  /** What kind of card: "Kartu nasabah". */
  kind: string
  issuer: string
  name: string
  /** Shown large, for reading aloud: "0142". */
  number: string
  /** Small lines: place, since when. */
  notes?: readonly string[]
  /** What the QR code says; a random token, never a number of identity. */
  qrText: string
}

export interface MemberCards extends DocumentHead {
  cards: readonly MemberCard[]
  /** "data contoh" in the reader's language; set in every demo. */
  sample?: string
}

/** ISO/IEC 7810 ID-1, rounded as card stock is sold. */
const width = mm(85.6)
const height = mm(54)
const padding = mm(4)
const qrSide = mm(27)

/** One card a page, each page as large as a card, for a card printer. */
export function memberCard(cards: MemberCards): PdfDefinition {
  return {
    ...headOf(cards),
    page: {
      pageSize: { width, height },
      pageMargins: [padding, padding, padding, 0],
      content: cards.cards.map((card, index) => ({
        ...face(card, cards.sample),
        ...(index === 0 ? {} : { pageBreak: 'before' as const }),
      })),
    },
  }
}

/** Ten cards on A4, with hairlines to cut along. */
export function memberCardSheet(cards: MemberCards): PdfDefinition {
  const rows: TableCell[][] = []
  for (let start = 0; start < cards.cards.length; start += 2) {
    const pair = cards.cards.slice(start, start + 2).map((card): TableCell => face(card, cards.sample))
    rows.push(pair.length === 2 ? pair : [...pair, ''])
  }
  return {
    ...headOf(cards),
    page: {
      pageSize: 'A4',
      pageMargins: [(mm(210) - 2 * width) / 2, mm(12), 0, mm(10)],
      content: [
        {
          table: {
            widths: [width - 2 * padding, width - 2 * padding],
            heights: height - 2 * padding,
            dontBreakRows: true,
            body: rows.length === 0 ? [['', '']] : rows,
          },
          layout: {
            hLineWidth: () => 0.25,
            vLineWidth: () => 0.25,
            hLineColor: () => palette.lineStrong,
            vLineColor: () => palette.lineStrong,
            paddingLeft: () => padding,
            paddingRight: () => padding,
            paddingTop: () => padding,
            paddingBottom: () => padding,
          },
        },
      ],
    },
  }
}

function headOf(cards: MemberCards): DocumentHead {
  const { title, language, createdAt, author } = cards
  return { title, language, createdAt, ...(author === undefined ? {} : { author }) }
}

function face(card: MemberCard, sample: string | undefined): { columns: Column[]; columnGap: number } {
  const words: Content[] = [
    { text: card.issuer, fontSize: 7.5, color: palette.inkSoft, lineHeight: 1.15 },
    { text: card.kind, fontSize: 9, bold: true, margin: [0, 1, 0, 6] },
    { text: card.number, fontSize: 19, bold: true, lineHeight: 1.05, fontFeatures: ['tnum'] },
    { text: card.name, fontSize: 10, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 3] },
    ...(card.notes ?? []).map((text) => ({ text, fontSize: 7, color: palette.inkSoft, lineHeight: 1.15 })),
  ]
  return {
    columns: [
      { width: '*', stack: words },
      {
        width: qrSide,
        stack: [
          qrPicture(card.qrText, qrSide),
          ...(sample === undefined
            ? []
            : [{ ...sampleBox(sample, 6.5), margin: [0, 4, 0, 0] as [number, number, number, number] }]),
        ],
      },
    ],
    columnGap: 6,
  }
}

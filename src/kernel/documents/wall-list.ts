import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { families } from './fonts.ts'
import { watermark } from './letter-frame.ts'
import { mm } from './measure.ts'
import { palette } from './palette.ts'
import { qrPicture, sampleBox } from './pieces.ts'
import type { DocumentHead, PdfDefinition } from './render.ts'

export interface WallList extends DocumentHead {
  issuer: { name: string; place?: string }
  /** From which day it holds, in words. */
  validInWords: string
  /** Heads of the two columns: "Bahan", "Rp per kg". */
  heads: readonly [string, string]
  groups: readonly { name?: string; rows: readonly { label: string; detail?: string; price: string }[] }[]
  /** Sentences below the list. */
  notes?: readonly string[]
  /** Where the same list stands on the network. */
  qr?: { url: string; caption: string }
  /** "data contoh" in the reader's language; set in every demo. */
  sample?: string
}

const side = mm(16)
const sizes = [24, 21, 18, 16, 14, 12, 11, 10] as const
/** A line of this face in points for each point of size, as set in the table. */
const lineHeight = 1.26 * 1.05
const rowPadding = 7.5
const roomBelowHead = mm(297 - 14 - 12) - 130

/** A price list for the wall on A4, in letters as large as its number of rows allows; over about 25 rows it goes on. */
export function wallList(list: WallList): PdfDefinition {
  const size = fittingSize(list)
  return {
    title: list.title,
    language: list.language,
    createdAt: list.createdAt,
    author: list.author ?? list.issuer.name,
    page: {
      pageSize: 'A4',
      pageMargins: [side, mm(14), side, mm(12)],
      ...(list.sample === undefined ? {} : { watermark: watermark(list.sample) }),
      content: [head(list), table(list, size), foot(list)],
    },
  }
}

function fittingSize(list: WallList): number {
  const lines = list.groups.reduce(
    (sum, group) =>
      sum +
      (group.name === undefined ? 0 : 1) +
      group.rows.reduce((rows, row) => rows + (row.detail === undefined ? 1 : 1.55), 0),
    1,
  )
  const room = roomBelowHead - Math.max(list.qr === undefined ? 0 : 112, 12 + 22 * (list.notes?.length ?? 0))
  return sizes.find((size) => lines * (size * lineHeight + rowPadding) <= room) ?? 10
}

function head(list: WallList): Content {
  return {
    columns: [
      {
        width: '*',
        stack: [
          { text: list.title, bold: true, font: families.display, fontSize: 32, lineHeight: 1.1 },
          { text: list.issuer.name, bold: true, fontSize: 14 },
          ...(list.issuer.place === undefined
            ? []
            : [{ text: list.issuer.place, fontSize: 11, color: palette.inkSoft }]),
          { text: list.validInWords, fontSize: 13, margin: [0, 4, 0, 0] },
        ],
      },
      ...(list.sample === undefined ? [] : [{ width: 'auto', stack: [sampleBox(list.sample, 11)] }]),
    ],
    margin: [0, 0, 0, 12],
  }
}

function table(list: WallList, size: number): Content {
  const body: TableCell[][] = [
    [
      { text: list.heads[0], fontSize: 12, bold: true },
      { text: list.heads[1], fontSize: 12, bold: true, alignment: 'right' },
    ],
  ]
  for (const group of list.groups) {
    if (group.name !== undefined) {
      body.push([
        {
          text: group.name,
          fontSize: size * 0.62,
          bold: true,
          color: palette.inkSoft,
          colSpan: 2,
          margin: [0, 4, 0, 0],
        },
        {},
      ])
    }
    for (const row of group.rows) {
      body.push([
        {
          stack: [
            { text: row.label, fontSize: size },
            ...(row.detail === undefined ? [] : [{ text: row.detail, fontSize: size * 0.55, color: palette.inkSoft }]),
          ],
        },
        { text: row.price, fontSize: size, bold: true, alignment: 'right', fontFeatures: ['tnum'] },
      ])
    }
  }
  return {
    layout: 'dahaTable',
    table: { headerRows: 1, dontBreakRows: true, widths: ['*', 'auto'], body },
    lineHeight: 1.05,
  }
}

function foot(list: WallList): Content {
  const notes: Content[] = (list.notes ?? []).map((text) => ({ text, fontSize: 12, margin: [0, 0, 0, 3] }))
  if (list.qr === undefined) return { stack: notes, margin: [0, 12, 0, 0], unbreakable: true }
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [
      { width: '*', stack: notes },
      {
        width: mm(30),
        stack: [qrPicture(list.qr.url, mm(28)), { text: list.qr.caption, fontSize: 8, color: palette.inkSoft }],
      },
    ],
    columnGap: 14,
  }
}

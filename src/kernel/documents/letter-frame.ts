import type { Content } from 'pdfmake/interfaces.js'
import { mm } from './measure.ts'
import { palette } from './palette.ts'
import { type DefinitionRow, definitionRows, recordMark, sampleBox } from './pieces.ts'
import type { DocumentHead, PdfDefinition } from './render.ts'

/** The city's own emblem, as it was given: never drawn by the program. */
export type Emblem = { svg: string } | { bytes: Buffer; mediaType: 'image/png' | 'image/jpeg' }

export interface Issuer {
  /** The body above: the city, the ministry. */
  parent?: string
  name: string
  address?: string
  /** Telephone, mail, page. */
  contact?: string
  emblem?: Emblem
}

export interface Letter extends DocumentHead {
  issuer: Issuer
  /** Document number and the like, left of the date. */
  references?: readonly DefinitionRow[]
  /** Place and date in words: "Kediri, 10 Oktober 2026". */
  dateInWords?: string
  /** Under the title: number of a decree, period of a report. */
  subtitle?: string
  body: readonly Content[]
  /** "halaman 2 dari 3"; called for each page. */
  pageWords: (page: number, pages: number) => string
  /** Which record the paper speaks of. `hash` is its SHA-256 in hexadecimal, `label` says what the id is of. */
  record?: { label: string; id: string; hash: string }
  /** "data contoh" in the reader's language; set in every demo. */
  sample?: string
  orientation?: 'portrait' | 'landscape'
}

const side = mm(22)
const top = mm(18)
const bottom = mm(24)

/** A letter, decree, report or minutes on A4: letterhead on the first page, foot with record and page on every page. */
export function letterFrame(letter: Letter): PdfDefinition {
  const orientation = letter.orientation ?? 'portrait'
  const width = (orientation === 'portrait' ? mm(210) : mm(297)) - 2 * side
  return {
    title: letter.title,
    language: letter.language,
    createdAt: letter.createdAt,
    author: letter.author ?? letter.issuer.name,
    page: {
      pageSize: 'A4',
      pageOrientation: orientation,
      pageMargins: [side, top, side, bottom],
      header: (page) => (page === 1 ? null : runningHead(letter)),
      footer: (page, pages) => foot(letter, width, page, pages),
      ...(letter.sample === undefined ? {} : { watermark: watermark(letter.sample) }),
      content: [letterhead(letter.issuer, width), opening(letter), ...letter.body],
      pageBreakBefore: (node, nodes) => isLoneHeadline(node, nodes.getFollowingNodesOnPage().length),
    },
  }
}

/** A section's title never stands alone at the end of a page. */
function isLoneHeadline(node: { headlineLevel?: number | string | undefined }, following: number): boolean {
  return node.headlineLevel !== undefined && following === 0
}

export function watermark(words: string): {
  text: string
  color: string
  opacity: number
  bold: boolean
  fontSize: number
  angle: number
} {
  return { text: words, color: palette.lineStrong, opacity: 0.16, bold: true, fontSize: 64, angle: -38 }
}

function emblemPicture(emblem: Emblem, height: number): Content {
  if ('svg' in emblem) return { svg: emblem.svg, fit: [height, height] }
  return { image: `data:${emblem.mediaType};base64,${emblem.bytes.toString('base64')}`, fit: [height, height] }
}

function letterhead(issuer: Issuer, width: number): Content {
  const words: Content[] = [
    ...(issuer.parent === undefined ? [] : [{ text: issuer.parent, fontSize: 10 }]),
    { text: issuer.name, bold: true, fontSize: 15, lineHeight: 1.15 },
    ...[issuer.address, issuer.contact]
      .filter((line) => line !== undefined)
      .map((text) => ({ text, fontSize: 8.5, color: palette.inkSoft, lineHeight: 1.2 })),
  ]
  return {
    stack: [
      issuer.emblem === undefined
        ? { stack: words }
        : {
            columns: [
              { width: 54, stack: [emblemPicture(issuer.emblem, 54)] },
              { width: '*', stack: words },
            ],
            columnGap: 14,
          },
      {
        canvas: [
          { type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 1.4, lineColor: palette.ink },
          { type: 'line', x1: 0, y1: 2.6, x2: width, y2: 2.6, lineWidth: 0.5, lineColor: palette.ink },
        ],
        margin: [0, 8, 0, 14],
      },
    ],
  }
}

function opening(letter: Letter): Content {
  const references = letter.references ?? []
  return {
    stack: [
      {
        columns: [
          references.length === 0 ? { text: '', width: '*' } : { ...definitionRows(references), width: '*' },
          { text: letter.dateInWords ?? '', width: 'auto', fontSize: 9, alignment: 'right' },
        ],
        columnGap: 12,
        margin: [0, 0, 0, 12],
      },
      { text: letter.title, bold: true, fontSize: 16, lineHeight: 1.2 },
      ...(letter.subtitle === undefined ? [] : [{ text: letter.subtitle, color: palette.inkSoft }]),
      { text: '', margin: [0, 0, 0, 10] },
    ],
  }
}

function runningHead(letter: Letter): Content {
  const number = letter.references?.[0]
  return {
    columns: [
      { text: letter.title, width: '*' },
      { text: number === undefined ? '' : number.value, width: 'auto', alignment: 'right' },
    ],
    fontSize: 8,
    color: palette.inkSoft,
    margin: [side, mm(9), side, 0],
  }
}

function foot(letter: Letter, width: number, page: number, pages: number): Content {
  return {
    margin: [side, 6, side, 0],
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: palette.line }],
        margin: [0, 0, 0, 6],
      },
      {
        columns: [
          {
            width: '*',
            stack: [
              letter.record === undefined
                ? { text: letter.issuer.name, fontSize: 7.5, color: palette.inkSoft }
                : recordMark(letter.record),
            ],
          },
          ...(letter.sample === undefined ? [] : [{ width: 'auto', stack: [sampleBox(letter.sample)] }]),
          {
            text: letter.pageWords(page, pages),
            width: 'auto',
            alignment: 'right',
            fontSize: 8,
            fontFeatures: ['tnum'],
          },
        ],
        columnGap: 14,
      },
    ],
  }
}

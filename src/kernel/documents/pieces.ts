import type { Content, ContentTable, Style, TableCell } from 'pdfmake/interfaces.js'
import { corakPath, shortHash } from './corak.ts'
import { families } from './fonts.ts'
import { palette } from './palette.ts'
import { qrSvgPath } from './qr.ts'

/** A name and its value, both already in the reader's language. */
export interface DefinitionRow {
  label: string
  value: string
}

export interface TableColumn {
  header: string
  /** Points, `auto`, or `*` for what is left. */
  width?: number | 'auto' | '*'
  /** Figures stand right, with figures of one width. */
  isFigure?: boolean
}

export interface TableData {
  columns: readonly TableColumn[]
  rows: readonly (readonly string[])[]
  /** The row of sums. */
  foot?: readonly string[]
}

/** How far a record has come: only on the device, on the server, or under a seal. */
export const proofStates = ['local', 'sent', 'sealed'] as const
export type ProofState = (typeof proofStates)[number]

const figures: Required<Pick<Style, 'fontFeatures'>> = { fontFeatures: ['tnum'] }

/** A table whose head is repeated on every page and whose rows do not break. Throws when a row has another width. */
export function dataTable(data: TableData, fontSize = 9): ContentTable {
  const cell = (text: string, index: number, isStrong: boolean): TableCell => ({
    text,
    fontSize,
    bold: isStrong,
    ...(data.columns[index]?.isFigure ? { alignment: 'right', ...figures } : {}),
  })
  const lines = data.foot === undefined ? data.rows : [...data.rows, data.foot]
  for (const line of lines) {
    if (line.length !== data.columns.length) {
      throw new RangeError(`a row has ${line.length} cells, the table has ${data.columns.length} columns`)
    }
  }
  return {
    layout: 'dahaTable',
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: data.columns.map((column) => column.width ?? (column.isFigure ? 'auto' : '*')),
      body: [
        data.columns.map((column, index) => cell(column.header, index, true)),
        ...data.rows.map((row) => row.map((text, index) => cell(text, index, false))),
        ...(data.foot === undefined ? [] : [data.foot.map((text, index) => cell(text, index, true))]),
      ],
    },
  }
}

/** Names left, values right of them. */
export function definitionRows(rows: readonly DefinitionRow[], fontSize = 9): ContentTable {
  return {
    layout: 'dahaRows',
    table: {
      widths: ['auto', '*'],
      body: rows.map(({ label, value }) => [
        { text: label, fontSize, color: palette.inkSoft },
        { text: value, fontSize, ...figures },
      ]),
    },
  }
}

/** A title of a section within a document. */
export function sectionTitle(text: string): Content {
  return { text, bold: true, fontSize: 11.5, margin: [0, 10, 0, 4], headlineLevel: 1 }
}

export function paragraph(text: string): Content {
  return { text, margin: [0, 0, 0, 6] }
}

/** The dashed grey box that says that nothing here is real; `words` is "data contoh" in the reader's language. */
export function sampleBox(words: string, fontSize = 7.5): ContentTable {
  return {
    layout: 'dahaSample',
    table: { widths: ['auto'], body: [[{ text: words, fontSize, bold: true, color: palette.inkSoft, lineHeight: 1 }]] },
  }
}

/** A QR code with its quiet zone, `side` points wide. */
export function qrPicture(text: string, side: number): Content {
  const { size, path } = qrSvgPath(text)
  const box = size + 8
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 ${box} ${box}"><path d="${path}" fill="#000000"/></svg>`
  return { svg, width: side, height: side }
}

/** The seal lozenge of a record, `side` points wide. `hash` is its SHA-256 in hexadecimal. */
export function corakPicture(hash: string, side: number): Content {
  const path = corakPath(hash)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 52 52"><path d="${path}" stroke="${palette.ink}" stroke-width="1.5" fill="none"/></svg>`
  return { svg, width: side, height: side }
}

const proofMarks = {
  local: `<path d="M16 2 30 16 16 30 2 16Z" fill="none" stroke="${palette.wait}" stroke-width="2.4" stroke-dasharray="4.6 3.3"/>`,
  sent: `<path d="M16 2 30 16 16 30 2 16Z" fill="none" stroke="${palette.ok}" stroke-width="2.4"/>`,
  sealed: `<path d="M16 2 30 16 16 30 2 16Z" fill="${palette.ok}"/>`,
} as const satisfies Record<ProofState, string>

/** Lozenge and words: dashed while only the device has it, whole once the server has it, filled when sealed. */
export function proofLine(state: ProofState, words: string, fontSize = 8): Content {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${proofMarks[state]}</svg>`
  return {
    columns: [
      { svg, width: fontSize + 2, height: fontSize + 2 },
      { text: words, fontSize, width: '*', color: state === 'local' ? palette.wait : palette.ok },
    ],
    columnGap: 5,
  }
}

/** Corak and first digits of the hash side by side, with what they belong to. */
export function recordMark(record: { label: string; id: string; hash: string }, side = 22): Content {
  return {
    columns: [
      { ...corakColumn(record.hash, side) },
      {
        width: '*',
        stack: [
          { text: shortHash(record.hash), bold: true, fontSize: 7.5, ...figures },
          { text: `${record.label} ${record.id}`, fontSize: 7, color: palette.inkSoft },
        ],
        lineHeight: 1.1,
      },
    ],
    columnGap: 6,
  }
}

function corakColumn(hash: string, side: number): { width: number; stack: Content[] } {
  return { width: side, stack: [corakPicture(hash, side)] }
}

export interface SignaturePlace {
  /** In which role the person signs: "Ketua panitia". */
  role: string
  name: string
  /** Beneath the name: a staff number, or how it was signed. */
  note?: string
}

/** Places to sign, at most three in a row, with room for a hand-written signature. Kept together on one page. */
export function signatureRow(places: readonly SignaturePlace[]): Content {
  const rows: SignaturePlace[][] = []
  for (let start = 0; start < places.length; start += 3) rows.push(places.slice(start, start + 3))
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    stack: rows.map((row) => ({
      columnGap: 18,
      margin: [0, 0, 0, 14],
      columns: row.map((place) => ({
        width: '*',
        stack: [
          { text: place.role, fontSize: 9 },
          { text: place.name, bold: true, margin: [0, 46, 0, 0] },
          ...(place.note === undefined ? [] : [{ text: place.note, fontSize: 8, color: palette.inkSoft }]),
        ],
      })),
    })),
  }
}

/** A figure as on the screen: large and light, a dark rule above, its name below. */
export function largeFigure(value: string, name: string): Content {
  return {
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 110, y2: 0, lineWidth: 1, lineColor: palette.ink }] },
      { text: value, font: families.display, fontSize: 26, lineHeight: 1.05, margin: [0, 4, 0, 0], ...figures },
      { text: name, fontSize: 9, color: palette.inkSoft },
    ],
  }
}

import { attribute, XmlScan } from './xml-scan.ts'
import type { XmlEvents } from './xml-scan.ts'
import type { Archive } from './zip-archive.ts'
import { refuse } from '../refusal/index.ts'

export interface SheetPart {
  readonly name: string
  readonly path: string
  readonly hidden: boolean
}

export interface Workbook {
  readonly sheets: readonly SheetPart[]
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean
  readonly strings: readonly string[]
  /** By style number: whether the cell shows a date. */
  readonly dateStyles: readonly boolean[]
}

/** Everything of a workbook but the rows. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  if (!archive.has('xl/workbook.xml')) throw refuse('tabular.not_a_table', {}, { field: 'file' })
  const targets = new Map<string, string>()
  await scanPart(archive, 'xl/_rels/workbook.xml.rels', {
    open(name, attributes) {
      if (name === 'Relationship') targets.set(attribute(attributes, 'Id') ?? '', attribute(attributes, 'Target') ?? '')
    },
  })
  const sheets: SheetPart[] = []
  let from1904 = false
  await scanPart(archive, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      const target = targets.get(/\s[^\s=:]+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '')
      if (target === undefined) return
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
      if (archive.has(path)) sheets.push({ name: attribute(attributes, 'name') ?? '', path, hidden })
    },
  })
  if (sheets.length === 0) throw refuse('tabular.empty', {}, { field: 'file' })
  return { sheets, from1904, strings: await readStrings(archive), dateStyles: await readDateStyles(archive) }
}

/** Scans a part that may be missing. */
async function scanPart(archive: Archive, name: string, events: Partial<XmlEvents>): Promise<void> {
  if (!archive.has(name)) return
  const nothing = () => {}
  const scan = new XmlScan({ open: nothing, close: nothing, text: nothing, ...events })
  const decoder = new TextDecoder()
  for await (const piece of archive.read(name)) scan.write(decoder.decode(piece, { stream: true }))
  scan.write(decoder.decode())
  scan.end()
}

async function readStrings(archive: Archive): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let wanted = false
  let phonetic = 0
  await scanPart(archive, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') wanted = phonetic === 0
    },
    close(name) {
      if (name === 'si') strings.push(unescapeExcel(text))
      else if (name === 'rPh') phonetic -= 1
      else if (name === 't') wanted = false
    },
    text(piece) {
      if (wanted) text += piece
    },
  })
  return strings
}

async function readDateStyles(archive: Archive): Promise<boolean[]> {
  const custom = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  await scanPart(archive, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt') {
        custom.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      } else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        styles.push(isDateFormat(id, custom.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

/** Formats that a workbook only numbers, dates among them (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are East Asian). */
function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  const letters = code
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .toLowerCase()
  if (letters.includes('general')) return false
  return /[dy]/.test(letters) || (/m/.test(letters) && !/[hs]/.test(letters))
}

/** `_x000D_` is how a workbook writes a character that XML cannot carry. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

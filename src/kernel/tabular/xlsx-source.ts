import { refuse } from '../refusal/index.ts'
import { blankCell, numberCell, textCell } from './cell.ts'
import type { Cell, SourceRow } from './cell.ts'
import { dateOfSerial } from './excel-date.ts'
import type { TabularLimits } from './limits.ts'
import { readWorkbook, unescapeExcel } from './workbook-parts.ts'
import type { SheetPart, Workbook } from './workbook-parts.ts'
import { attribute, XmlScan } from './xml-scan.ts'
import { openArchive } from './zip-archive.ts'
import type { Archive } from './zip-archive.ts'

export interface XlsxSource {
  /** Names of the sheets that people see, in order. */
  readonly sheets: readonly string[]
  rows(sheet: string): AsyncGenerator<SourceRow>
}

export async function openXlsx(bytes: Uint8Array, limits: TabularLimits): Promise<XlsxSource> {
  const archive = await openArchive(bytes, limits)
  const workbook = await readWorkbook(archive)
  const visible = workbook.sheets.filter(({ hidden }) => !hidden)
  const sheets = visible.length > 0 ? visible : workbook.sheets
  return {
    sheets: sheets.map(({ name }) => name),
    rows(name) {
      const sheet = sheets.find((candidate) => candidate.name === name)
      if (sheet === undefined) throw refuse('tabular.no_such_sheet', { name }, { field: 'sheet' })
      return sheetRows(archive, sheet, workbook, limits)
    },
  }
}

async function* sheetRows(archive: Archive, sheet: SheetPart, workbook: Workbook, limits: TabularLimits) {
  const reader = new SheetReader(workbook, limits)
  const decoder = new TextDecoder()
  for await (const piece of archive.read(sheet.path)) {
    reader.scan.write(decoder.decode(piece, { stream: true }))
    yield* reader.take()
  }
  reader.scan.end()
  yield* reader.take()
}

/** Turns the tags of a sheet into rows. */
class SheetReader {
  readonly scan: XmlScan
  private readonly workbook: Workbook
  private readonly limits: TabularLimits
  private done: SourceRow[] = []
  private line = 0
  private cells: Cell[] = []
  private column = -1
  private type = ''
  private style = 0
  private formula = false
  private inside = ''
  private text = ''

  constructor(workbook: Workbook, limits: TabularLimits) {
    this.workbook = workbook
    this.limits = limits
    this.scan = new XmlScan({
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => {
        if (this.inside !== '') this.text += text
        if (this.text.length > limits.cellLength) {
          throw refuse('tabular.cell_too_long', { line: this.line, max: limits.cellLength }, { field: 'file' })
        }
      },
    })
  }

  /** The rows that are complete. */
  take(): SourceRow[] {
    const rows = this.done
    this.done = []
    return rows
  }

  private open(name: string, attributes: string): void {
    if (name === 'c') {
      const place = /^[A-Z]+/.exec(attribute(attributes, 'r') ?? '')?.[0]
      this.column = place === undefined ? this.column + 1 : columnNumber(place)
      this.type = attribute(attributes, 't') ?? 'n'
      this.style = Number(attribute(attributes, 's') ?? 0)
      this.formula = false
      this.text = ''
    } else if (name === 'v' || name === 't') this.inside = name
    else if (name === 'f') this.formula = true
    else if (name === 'rPh') this.inside = ''
    else if (name === 'row') {
      const line = Number(attribute(attributes, 'r') ?? this.line + 1)
      this.line = Number.isSafeInteger(line) && line > this.line ? line : this.line + 1
      this.cells = []
      this.column = -1
    }
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.inside = ''
    else if (name === 'row') this.done.push({ line: this.line, cells: this.cells })
    else if (name === 'c') this.put(this.cell())
  }

  private put(cell: Cell): void {
    if (cell.kind === 'blank' && !cell.formula) return
    if (this.column >= this.limits.columns) {
      throw refuse('tabular.too_wide', { max: this.limits.columns, line: this.line }, { field: 'file' })
    }
    while (this.cells.length < this.column) this.cells.push(blankCell)
    this.cells[this.column] = cell
  }

  private cell(): Cell {
    const { type, text, formula } = this
    if (type === 's') return textCell(this.workbook.strings[Number(text)] ?? '', formula)
    if (type === 'str' || type === 'inlineStr') return textCell(unescapeExcel(text), formula)
    if (text === '') return formula ? { ...blankCell, formula } : blankCell
    if (type === 'b') return { kind: 'boolean', text: text === '1' ? 'ya' : 'tidak', formula }
    if (type === 'e') return { kind: 'error', text, formula }
    if (type === 'd') return textCell(text.slice(0, 10), formula)
    const value = Number(text)
    if (!Number.isFinite(value)) return textCell(text, formula)
    const on = this.workbook.dateStyles[this.style] === true ? dateOfSerial(value, this.workbook.from1904) : undefined
    return on === undefined ? numberCell(value, formula) : { kind: 'date', text: on, on, number: value, formula }
  }
}

/** A is 0, Z is 25, AA is 26. */
function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.slice(0, 4)) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

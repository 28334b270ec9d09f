import { inflateSync } from 'node:zlib'

/*
 * Reads the text of PDFs that this program made: enough to prove that a document says its numbers, and no reader of
 * foreign files. A text is a row of glyph numbers; the font's ToUnicode map says which letters they are.
 */

interface PdfObject {
  dictionary: string
  stream: string
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g)) {
    const body = match[2] ?? ''
    const start = body.indexOf('stream\n')
    const dictionary = start < 0 ? body : body.slice(0, start)
    const raw = start < 0 ? '' : body.slice(start + 'stream\n'.length, body.lastIndexOf('\nendstream'))
    const isPacked = dictionary.includes('/FlateDecode') && !dictionary.includes('/Image')
    const stream = isPacked ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(match[1] ?? '', { dictionary, stream })
  }
  return objects
}

function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>()
  const unicode = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex').swap16().toString('utf16le')
  for (const range of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const first = Number.parseInt(range[1] ?? '0', 16)
    const targets = [...(range[2] ?? '').matchAll(/<([0-9a-f ]*)>/gi)]
    for (const [index, letter] of targets.entries()) {
      letters.set((first + index).toString(16).padStart(4, '0'), unicode(letter[1] ?? ''))
    }
  }
  return letters
}

/** Font name in a page's resources (`F1`) to its letters. Names are given once a document, not once a page. */
function fontsOf(objects: Map<string, PdfObject>): Map<string, Map<string, string>> {
  const fonts = new Map<string, Map<string, string>>()
  for (const { dictionary } of objects.values()) {
    for (const match of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(match[2] ?? '')
      const cmap = font === undefined ? undefined : /\/ToUnicode (\d+) 0 R/.exec(font.dictionary)?.[1]
      if (cmap !== undefined) fonts.set(match[1] ?? '', lettersOf(objects.get(cmap)?.stream ?? ''))
    }
  }
  return fonts
}

function pageText(stream: string, fonts: Map<string, Map<string, string>>): string {
  let letters = new Map<string, string>()
  const lines: string[] = []
  for (const match of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (match[1] !== undefined) letters = fonts.get(match[1]) ?? new Map<string, string>()
    if (match[2] === undefined) continue
    const glyphs = [...match[2].matchAll(/<([0-9a-f]*)>/gi)].map((part) => part[1] ?? '').join('')
    lines.push((glyphs.match(/.{4}/g) ?? []).map((glyph) => letters.get(glyph.toLowerCase()) ?? '�').join(''))
  }
  return lines.join('\n')
}

/** The text of each page, a line for each run of text in the order of drawing. */
export function pdfPages(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const fonts = fontsOf(objects)
  const pages: string[] = []
  for (const { dictionary } of objects.values()) {
    const contents = /\/Type \/Page\n/.test(dictionary) ? /\/Contents (\d+) 0 R/.exec(dictionary)?.[1] : undefined
    if (contents !== undefined) pages.push(pageText(objects.get(contents)?.stream ?? '', fonts))
  }
  return pages
}

/**
 * The text of the whole document, blanks and line ends reduced to single blanks. A word is set in pieces that end after
 * its hyphens; they are joined again.
 */
export function pdfText(pdf: Buffer): string {
  return pdfPages(pdf)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(\S)- /g, '$1-')
}

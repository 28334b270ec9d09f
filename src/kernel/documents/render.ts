import pdfmake from 'pdfmake'
import type { Content, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { settable } from './coverage.ts'
import { families, fontDictionary, isFace, readFace } from './fonts.ts'
import { tableLayouts } from './layouts.ts'
import { palette } from './palette.ts'

export type { Content, CustomTableLayout }

/** What every document says of itself, besides its content. */
export interface DocumentHead {
  /** Shown by the reader in its title bar. */
  title: string
  /** BCP 47 tag of the words: `id` or `en`. */
  language: string
  /** Instant (ISO, UTC) that becomes the creation date. The same instant and content give the same bytes. */
  createdAt: string
  /** Who issues the document. */
  author?: string
}

export interface PdfDefinition extends DocumentHead {
  /** Page, content, header and footer, in pdfmake's own words. */
  page: Omit<TDocumentDefinitions, 'info' | 'language' | 'version' | 'displayTitle' | 'compress' | 'permissions'>
}

declare module 'pdfmake' {
  /** Where pdfmake looks for a font before it asks the disk; present at run time, missing in its types. */
  export const virtualfs: {
    existsSync(name: string): boolean
    readFileSync(name: string): Buffer
  }
}

let isPrepared = false

function prepare(): void {
  if (isPrepared) return
  // A definition may hold words from outside: nothing in it can make the engine open a file or an address.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  pdfmake.setFonts(fontDictionary)
  pdfmake.setTableLayouts(tableLayouts)
  pdfmake.virtualfs.existsSync = isFace
  pdfmake.virtualfs.readFileSync = (name) => {
    if (!isFace(name)) throw new Error(`no such font file: ${name}`)
    return readFace(name)
  }
  isPrepared = true
}

/**
 * Renders a document to PDF 1.7 with embedded fonts, title and language. Deterministic: equal arguments give equal bytes,
 * so that the SHA-256 of a document can be signed and checked by rendering again. `compress: false` leaves the page
 * streams readable (for looking into a file). Throws when an image cannot be read or `createdAt` is not an instant.
 */
export async function renderPdf(definition: PdfDefinition, options: { compress?: boolean } = {}): Promise<Buffer> {
  prepare()
  const creationDate = new Date(definition.createdAt)
  if (Number.isNaN(creationDate.getTime())) throw new RangeError(`createdAt is not an instant: ${definition.createdAt}`)
  return pdfmake
    .createPdf({
      ...settable(definition.page),
      defaultStyle: {
        font: families.text,
        fontSize: 10,
        lineHeight: 1.25,
        color: palette.ink,
        ...definition.page.defaultStyle,
      },
      version: '1.7',
      compress: options.compress ?? true,
      language: definition.language,
      displayTitle: true,
      info: {
        title: definition.title,
        ...(definition.author === undefined ? {} : { author: definition.author }),
        creator: 'Daha',
        producer: 'Daha',
        creationDate,
        modDate: creationDate,
      },
    })
    .getBuffer()
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'

/*
 * Plus Jakarta Sans (SIL Open Font License 1.1), the face of the screens. The static files are used because the variable
 * one comes as WOFF2 only, whose glyphs the PDF library cannot subset.
 */

export const families = { text: 'Jakarta', display: 'JakartaDisplay', extended: 'JakartaExtended' } as const

const faces = {
  'latin-300-normal': 'latin-300-normal.woff',
  'latin-400-normal': 'latin-400-normal.woff',
  'latin-600-normal': 'latin-600-normal.woff',
  'latin-700-normal': 'latin-700-normal.woff',
  'latin-400-italic': 'latin-400-italic.woff',
  'latin-600-italic': 'latin-600-italic.woff',
  'latin-ext-400-normal': 'latin-ext-400-normal.woff',
  'latin-ext-600-normal': 'latin-ext-600-normal.woff',
} as const

type Face = keyof typeof faces

const extendedFaces = {
  normal: 'latin-ext-400-normal',
  bold: 'latin-ext-600-normal',
  italics: 'latin-ext-400-normal',
  bolditalics: 'latin-ext-600-normal',
} as const satisfies Record<string, Face>

/** Which face a family uses for which style. */
export const fontDictionary = {
  [families.text]: {
    normal: 'latin-400-normal',
    bold: 'latin-600-normal',
    italics: 'latin-400-italic',
    bolditalics: 'latin-600-italic',
  },
  [families.display]: {
    normal: 'latin-300-normal',
    bold: 'latin-700-normal',
    italics: 'latin-400-italic',
    bolditalics: 'latin-600-italic',
  },
  [families.extended]: extendedFaces,
} as const satisfies Record<string, Record<string, Face>>

const opened = new Map<string, Buffer>()

/** Whether a name in {@link fontDictionary} is meant. */
export function isFace(name: unknown): name is Face {
  return typeof name === 'string' && Object.hasOwn(faces, name)
}

/** The face as a TrueType file, kept in memory after the first use. */
export function readFace(face: Face): Buffer {
  const known = opened.get(face)
  if (known) return known
  const path = createRequire(import.meta.url).resolve(
    `@fontsource/plus-jakarta-sans/files/plus-jakarta-sans-${faces[face]}`,
  )
  const font = widenSpace(unwrapWoff(readFileSync(path)))
  opened.set(face, font)
  return font
}

/**
 * WOFF 1.0 to TrueType: only its tables are deflated. Done once here, because the PDF library would inflate every table
 * again for every document, which takes five times as long. Format: W3C, "WOFF File Format 1.0".
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 file')
  const count = woff.readUInt16BE(12)
  const directory = Buffer.alloc(12 + 16 * count)
  const log = Math.floor(Math.log2(count))
  woff.copy(directory, 0, 4, 8)
  directory.writeUInt16BE(count, 4)
  directory.writeUInt16BE(16 * 2 ** log, 6)
  directory.writeUInt16BE(log, 8)
  directory.writeUInt16BE(16 * count - 16 * 2 ** log, 10)

  const parts: Buffer[] = [directory]
  let position = directory.length
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index
    const offset = woff.readUInt32BE(entry + 4)
    const packedLength = woff.readUInt32BE(entry + 8)
    const length = woff.readUInt32BE(entry + 12)
    const packed = woff.subarray(offset, offset + packedLength)
    const table = packedLength < length ? inflateSync(packed) : packed
    const padding = (4 - (length % 4)) % 4
    const out = 12 + 16 * index
    woff.copy(directory, out, entry, entry + 4)
    directory.writeUInt32BE(woff.readUInt32BE(entry + 16), out + 4)
    directory.writeUInt32BE(position, out + 8)
    directory.writeUInt32BE(length, out + 12)
    parts.push(table, Buffer.alloc(padding))
    position += length + padding
  }
  return Buffer.concat(parts)
}

/**
 * This face sets its space narrow; screens add 0.06 em by style, which the PDF engine cannot, so the glyph itself is made
 * wider. Format: OpenType 1.9, tables cmap (format 4), hhea, hmtx, head.
 */
export function widenSpace(font: Buffer): Buffer {
  const tables = tableOffsets(font)
  const glyph = glyphOfSpace(font, tables.get('cmap') ?? 0)
  const advances = font.readUInt16BE((tables.get('hhea') ?? 0) + 34)
  const unitsPerEm = font.readUInt16BE((tables.get('head') ?? 0) + 18)
  if (glyph === 0 || glyph >= advances) throw new Error('the font has no space of its own width')
  const at = (tables.get('hmtx') ?? 0) + 4 * glyph
  const wider = Buffer.from(font)
  wider.writeUInt16BE(font.readUInt16BE(at) + Math.round(unitsPerEm * 0.06), at)
  return wider
}

function tableOffsets(font: Buffer): Map<string, number> {
  const offsets = new Map<string, number>()
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    offsets.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8))
  }
  return offsets
}

function glyphOfSpace(font: Buffer, cmap: number): number {
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
    if (font.readUInt16BE(table) !== 4) continue
    const doubled = font.readUInt16BE(table + 6)
    for (let segment = 0; segment < doubled; segment += 2) {
      if (font.readUInt16BE(table + 14 + segment) < 0x20) continue
      const start = font.readUInt16BE(table + 16 + doubled + segment)
      if (start > 0x20) break
      const delta = font.readUInt16BE(table + 16 + 2 * doubled + segment)
      const rangeAt = table + 16 + 3 * doubled + segment
      const range = font.readUInt16BE(rangeAt)
      if (range === 0) return (0x20 + delta) & 0xffff
      const glyph = font.readUInt16BE(rangeAt + range + 2 * (0x20 - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
  }
  return 0
}

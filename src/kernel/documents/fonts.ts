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
  const font = unwrapWoff(readFileSync(path))
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

/** What the program takes in, by content. The values are the registered media types (IANA). */
export const mediaTypes = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

/** As people call them, and how their names may end. */
export const mediaFacts: Readonly<Record<MediaType, { word: string; extensions: readonly string[] }>> = {
  'image/jpeg': { word: 'JPEG', extensions: ['jpg', 'jpeg', 'jfif'] },
  'image/png': { word: 'PNG', extensions: ['png'] },
  'image/webp': { word: 'WebP', extensions: ['webp'] },
  'image/heic': { word: 'HEIC', extensions: ['heic', 'heif'] },
  'application/pdf': { word: 'PDF', extensions: ['pdf'] },
  'text/csv': { word: 'CSV', extensions: ['csv', 'txt'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { word: 'XLSX', extensions: ['xlsx'] },
}

export const megabyte = 1_000_000

/** What may come in at one place of the program. */
export interface Intake {
  accept: readonly MediaType[]
  bytesMax: number
}

const pictures = [mediaTypes.jpeg, mediaTypes.png, mediaTypes.webp, mediaTypes.heic] as const

/** The three usual places; a room may name its own. Phones shrink photos before sending, so 15 MB is for those that cannot. */
export const intakes = {
  photo: { accept: pictures, bytesMax: 15 * megabyte },
  document: { accept: [...pictures, mediaTypes.pdf], bytesMax: 20 * megabyte },
  table: { accept: [mediaTypes.csv, mediaTypes.xlsx], bytesMax: 30 * megabyte },
} as const satisfies Record<string, Intake>

/** For the `accept` attribute of a file field. */
export function acceptAttribute(intake: Intake): string {
  return intake.accept.flatMap((type) => [type, ...mediaFacts[type].extensions.map((ending) => `.${ending}`)]).join(',')
}

import sharp from 'sharp'

/** What a camera wrote into a photo. It can be forged: a help for suspicion, never a proof of place or time. */
export interface PictureOrigin {
  /** Local time of the camera, without zone: `2026-10-10T09:41:00`. */
  takenAtLocal?: string
  /** Degrees, WGS 84. */
  latitude?: number
  longitude?: number
}

const tags = {
  exif: 0x8769,
  gps: 0x8825,
  takenAt: 0x9003,
  latitudeRef: 1,
  latitude: 2,
  longitudeRef: 3,
  longitude: 4,
} as const
const bytesOf: Readonly<Record<number, number>> = { 2: 1, 4: 4, 5: 8 }
const entriesMax = 200

interface Entry {
  type: number
  count: number
  at: number
}

/** Reads Exif (CIPA DC-008), as far as time and place. Empty when there is none or it is damaged. */
export async function readPictureOrigin(original: Buffer): Promise<PictureOrigin> {
  const exif = await sharp(original, { limitInputPixels: false })
    .metadata()
    .then(
      (metadata) => metadata.exif,
      () => undefined,
    )
  if (exif === undefined) return {}
  try {
    return parseExif(exif)
  } catch (error) {
    if (error instanceof RangeError) return {}
    throw error
  }
}

function parseExif(exif: Buffer): PictureOrigin {
  const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif
  const reader = new TiffReader(tiff)
  const root = reader.entries(reader.u32(4))
  const origin: PictureOrigin = {}

  const exifEntry = root.get(tags.exif)
  const takenAt = exifEntry === undefined ? undefined : reader.entries(reader.u32(exifEntry.at)).get(tags.takenAt)
  const written = takenAt === undefined ? null : /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(reader.text(takenAt))
  if (written) origin.takenAtLocal = `${written[1]}-${written[2]}-${written[3]}T${written[4]}`

  const gpsEntry = root.get(tags.gps)
  if (gpsEntry !== undefined) {
    const gps = reader.entries(reader.u32(gpsEntry.at))
    const latitude = reader.degrees(gps.get(tags.latitude), gps.get(tags.latitudeRef))
    const longitude = reader.degrees(gps.get(tags.longitude), gps.get(tags.longitudeRef))
    if (latitude !== undefined && Math.abs(latitude) <= 90) origin.latitude = latitude
    if (longitude !== undefined && Math.abs(longitude) <= 180) origin.longitude = longitude
  }
  return origin
}

/** The block structure of TIFF 6.0 that Exif uses. Throws a RangeError for offsets outside the block. */
class TiffReader {
  private readonly bytes: Buffer
  private readonly isLittle: boolean

  constructor(bytes: Buffer) {
    this.bytes = bytes
    this.isLittle = bytes.toString('latin1', 0, 2) === 'II'
  }

  u16(at: number): number {
    return this.isLittle ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at)
  }

  u32(at: number): number {
    return this.isLittle ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at)
  }

  entries(at: number): Map<number, Entry> {
    const found = new Map<number, Entry>()
    const count = Math.min(this.u16(at), entriesMax)
    for (let index = 0; index < count; index += 1) {
      const start = at + 2 + 12 * index
      const type = this.u16(start + 2)
      const values = this.u32(start + 4)
      const isInline = (bytesOf[type] ?? 1) * values <= 4
      found.set(this.u16(start), { type, count: values, at: isInline ? start + 8 : this.u32(start + 8) })
    }
    return found
  }

  text(entry: Entry): string {
    return this.bytes.toString('latin1', entry.at, entry.at + Math.min(entry.count, 64)).replace(/\0.*$/s, '')
  }

  /** Three fractions (degrees, minutes, seconds) and a letter of N, S, E, W. */
  degrees(entry: Entry | undefined, ref: Entry | undefined): number | undefined {
    if (entry === undefined || ref === undefined || entry.type !== 5 || entry.count !== 3) return undefined
    const [degrees = 0, minutes = 0, seconds = 0] = [0, 8, 16].map((offset) => {
      return this.u32(entry.at + offset) / this.u32(entry.at + offset + 4)
    })
    const sign = /^[SW]/.test(this.text(ref)) ? -1 : 1
    const value = sign * (degrees + minutes / 60 + seconds / 3600)
    return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : undefined
  }
}

import sharp from 'sharp'
import { refuse } from '../refusal/index.ts'
import { type MediaType, mediaTypes } from './contract.ts'

/** A decoded picture of 60 million points takes about 240 MB of memory; phones make up to 50 million. */
export const pixelsMax = 60_000_000

export interface PictureCopy {
  bytes: Buffer
  mediaType: 'image/jpeg' | 'image/webp'
  width: number
  height: number
}

export interface PictureCopies {
  /** At most 1600 points a side, upright, without any metadata. */
  shown: PictureCopy
  /** At most 320 points a side. */
  thumbnail: PictureCopy
}

/**
 * The copies of a photo that people see: turned upright and stripped of place, time and device, which stay in the
 * original only. Refuses `file.picture_unreadable` and `file.picture_too_many_pixels`.
 * `undefined` for an HEIC that this machine cannot decode: the original is kept and offered for download.
 */
export async function pictureCopies(
  original: Buffer,
  mediaType: MediaType,
  field?: string,
): Promise<PictureCopies | undefined> {
  const at = field === undefined ? {} : { field }
  try {
    const { width, height } = await sharp(original, { limitInputPixels: false }).metadata()
    if (width * height > pixelsMax) {
      const params = { megapixels: Math.ceil((width * height) / 1_000_000), limit: pixelsMax / 1_000_000 }
      throw refuse('file.picture_too_many_pixels', params, { kind: 'invalid', ...at })
    }
    return { shown: await copy(original, 1600, 'jpeg'), thumbnail: await copy(original, 320, 'webp') }
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    if (mediaType === mediaTypes.heic) return undefined
    throw refuse('file.picture_unreadable', {}, { kind: 'invalid', ...at })
  }
}

async function copy(original: Buffer, side: number, format: 'jpeg' | 'webp'): Promise<PictureCopy> {
  const picture = sharp(original, { limitInputPixels: pixelsMax, failOn: 'error' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
  const encoded = format === 'jpeg' ? picture.jpeg({ quality: 80, mozjpeg: true }) : picture.webp({ quality: 75 })
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
  return {
    bytes: data,
    mediaType: format === 'jpeg' ? 'image/jpeg' : 'image/webp',
    width: info.width,
    height: info.height,
  }
}

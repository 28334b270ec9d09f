import { randomBytes } from 'node:crypto'
import sharp, { type Exif } from 'sharp'
import { openWith, sealWith } from '../keys/index.ts'
import { type FileKeys, ringFileKeys } from './file-keys.ts'

/** Keys that live as long as the test. */
export function aFileKeys(): FileKeys {
  const key = randomBytes(32)
  return ringFileKeys({
    seal: (_purpose, plain) => sealWith(key, plain).toString('base64url'),
    open: (_purpose, sealed) => openWith(key, Buffer.from(sealed, 'base64url')),
  })
}

/** A small photo; `exif` as sharp's `withExif` takes it. */
export async function aPhoto(
  format: 'jpeg' | 'png' | 'webp' = 'jpeg',
  size: { width?: number; height?: number; exif?: Exif; orientation?: number } = {},
): Promise<Buffer> {
  const picture = sharp({
    create: { width: size.width ?? 40, height: size.height ?? 30, channels: 3, background: { r: 20, g: 122, b: 98 } },
  })
  if (size.exif !== undefined) picture.withExif(size.exif)
  if (size.orientation !== undefined) picture.withMetadata({ orientation: size.orientation })
  return picture.toFormat(format).toBuffer()
}

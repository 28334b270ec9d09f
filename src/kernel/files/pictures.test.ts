import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readPictureOrigin } from './picture-origin.ts'
import { pictureCopies } from './pictures.ts'
import { aPhoto } from './testing.ts'

const exif = {
  IFD0: { Make: 'Kamera Contoh' },
  IFD2: { DateTimeOriginal: '2026:10:10 09:41:00' },
  IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '7/1 49/1 3000/100', GPSLongitudeRef: 'E', GPSLongitude: '112/1 1/1 0/1' },
}

describe('pictureCopies', () => {
  it('shows a smaller, upright copy without place, time or device', async () => {
    const original = await aPhoto('jpeg', { width: 2000, height: 1000, exif, orientation: 6 })
    expect((await sharp(original).metadata()).exif?.includes('Kamera Contoh')).toBe(true)
    const copies = await pictureCopies(original, 'image/jpeg')
    expect(copies?.shown).toMatchObject({ mediaType: 'image/jpeg', width: 800, height: 1600 })
    expect(copies?.thumbnail).toMatchObject({ mediaType: 'image/webp', width: 160, height: 320 })
    const seen = await sharp(copies?.shown.bytes).metadata()
    expect([seen.exif, seen.icc, seen.xmp, seen.orientation]).toEqual([undefined, undefined, undefined, undefined])
  })

  it('never enlarges', async () => {
    expect((await pictureCopies(await aPhoto('png'), 'image/png'))?.shown).toMatchObject({ width: 40, height: 30 })
  })

  it('refuses a cut or foreign picture', async () => {
    const photo = await aPhoto('jpeg', { width: 400, height: 400 })
    for (const broken of [photo.subarray(0, photo.length >> 1), Buffer.from('not a picture')]) {
      await expect(pictureCopies(broken, 'image/jpeg', 'photo')).rejects.toMatchObject({
        code: 'file.picture_unreadable',
        issues: [{ field: 'photo' }],
      })
    }
  })

  it('refuses a small file that would unpack to a huge picture', async () => {
    const bomb = await aPhoto('png')
    bomb.writeUInt32BE(30_000, 16)
    bomb.writeUInt32BE(30_000, 20)
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    await expect(pictureCopies(bomb, 'image/png')).rejects.toMatchObject({
      code: 'file.picture_too_many_pixels',
      params: { megapixels: 900, limit: 60 },
    })
  })

  it('keeps an HEIC that cannot be decoded without a copy', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
    expect(await pictureCopies(heic, 'image/heic')).toBeUndefined()
  })
})

describe('readPictureOrigin', () => {
  it('reads time and place from the original', async () => {
    expect(await readPictureOrigin(await aPhoto('jpeg', { exif }))).toEqual({
      takenAtLocal: '2026-10-10T09:41:00',
      latitude: -7.825,
      longitude: 112.016667,
    })
  })

  it('is empty without Exif and for what is no picture', async () => {
    expect(await readPictureOrigin(await aPhoto())).toEqual({})
    expect(await readPictureOrigin(Buffer.from('x'))).toEqual({})
  })

  it('survives any damage to the block', async () => {
    const photo = await aPhoto('jpeg', { exif })
    const start = photo.indexOf('Exif')
    for (let at = start; at < start + 200; at += 3) {
      const damaged = Buffer.from(photo)
      damaged[at] = 0xff
      expect(await readPictureOrigin(damaged)).toBeTypeOf('object')
    }
  })
})

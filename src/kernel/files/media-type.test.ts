import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type Intake, acceptAttribute, intakes, megabyte } from './contract.ts'
import { extensionOf, judge } from './media-type.ts'
import { aPhoto } from './testing.ts'

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
const table = Buffer.from('nama;kg\nKardus;3,20\nBotol é;1,85\n')

async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Harga').addRow(['Kardus', 1500])
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('judge', () => {
  it('knows the accepted types by their content', async () => {
    expect(await judge(await aPhoto('jpeg'), intakes.photo, 'IMG.JPG')).toBe('image/jpeg')
    expect(await judge(await aPhoto('png'), intakes.photo)).toBe('image/png')
    expect(await judge(await aPhoto('webp'), intakes.photo, 'a.webp')).toBe('image/webp')
    expect(await judge(heic, intakes.photo, 'IMG_0001.HEIC')).toBe('image/heic')
    expect(await judge(pdf, intakes.document, 'surat.pdf')).toBe('application/pdf')
    expect(await judge(table, intakes.table, 'harga.csv')).toBe('text/csv')
    expect(await judge(await workbook(), intakes.table, 'harga.xlsx')).toContain('spreadsheetml')
  })

  it('refuses a PDF named .jpg and says what it is', async () => {
    await expect(judge(pdf, intakes.document, 'foto.jpg', 'photo')).rejects.toMatchObject({
      code: 'file.extension_mismatch',
      kind: 'invalid',
      params: { name: 'foto.jpg', extension: 'jpg', found: 'PDF' },
      issues: [{ field: 'photo' }],
    })
  })

  it('refuses a photo of 40 MB with its size and the limit', async () => {
    const photo = Buffer.concat([await aPhoto(), Buffer.alloc(40 * megabyte - 1000)])
    await expect(judge(photo, intakes.photo, 'foto.jpg')).rejects.toMatchObject({
      code: 'file.too_large',
      params: { sizeMb: 40, limitMb: 15 },
    })
  })

  it('takes a file at the limit and refuses one byte more', async () => {
    const intake: Intake = { accept: ['application/pdf'], bytesMax: pdf.length }
    expect(await judge(pdf, intake)).toBe('application/pdf')
    await expect(judge(pdf, { ...intake, bytesMax: pdf.length - 1 })).rejects.toMatchObject({ code: 'file.too_large' })
  })

  it('refuses what is not taken here, naming what is', async () => {
    await expect(judge(pdf, intakes.photo, 'surat.pdf')).rejects.toMatchObject({
      code: 'file.type_not_taken',
      params: { found: 'PDF', accepted: 'JPEG, PNG, WebP, HEIC' },
    })
    const gif = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1')
    await expect(judge(gif, intakes.photo)).rejects.toMatchObject({
      code: 'file.type_not_taken',
      params: { found: 'GIF' },
    })
  })

  it('refuses what is empty, unknown, or a page in disguise', async () => {
    await expect(judge(Buffer.alloc(0), intakes.photo, 'a.jpg')).rejects.toMatchObject({ code: 'file.empty' })
    await expect(judge(Buffer.from('hello'), intakes.photo, 'a.jpg')).rejects.toMatchObject({
      code: 'file.type_unknown',
    })
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')
    await expect(judge(page, intakes.document, 'surat.pdf')).rejects.toMatchObject({ code: 'file.type_unknown' })
    await expect(judge(Buffer.from('a;b\0c'), intakes.table, 'a.csv')).rejects.toMatchObject({
      code: 'file.type_unknown',
    })
  })
})

describe('file names', () => {
  it('end where the last dot says', () => {
    expect(['a.tar.GZ', 'noending', '.htaccess', 'a.'].map(extensionOf)).toEqual(['gz', '', '', ''])
  })

  it('are offered to a file field by type and ending', () => {
    expect(acceptAttribute({ accept: ['image/jpeg'], bytesMax: 1 })).toBe('image/jpeg,.jpg,.jpeg,.jfif')
  })
})

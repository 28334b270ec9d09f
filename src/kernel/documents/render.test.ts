import { describe, expect, it } from 'vitest'
import { readFace, unwrapWoff, widenSpace } from './fonts.ts'
import { dataTable, sectionTitle, signatureRow } from './pieces.ts'
import { type PdfDefinition, renderPdf } from './render.ts'
import { pdfPages, pdfText } from './testing.ts'

const head = { title: 'Berita acara é', language: 'id', createdAt: '2026-10-10T02:41:00.000Z' }
const document = (content: PdfDefinition['page']['content']): PdfDefinition => ({ ...head, page: { content } })

describe('renderPdf', () => {
  it('gives the same bytes for the same input, also from one definition used twice', async () => {
    const definition = document([
      sectionTitle('Isi'),
      { text: 'Rp11.250', bold: true },
      { text: 'miring', italics: true },
    ])
    const first = await renderPdf(definition)
    expect((await renderPdf(definition)).equals(first)).toBe(true)
    expect((await renderPdf({ ...definition, createdAt: '2026-10-10T02:41:01.000Z' })).equals(first)).toBe(false)
  })

  it('says title, language and creation date', async () => {
    const bytes = await renderPdf(document('isi'), { compress: false })
    const text = bytes.toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/Lang (id)')
    expect(text).toContain('(D:20261010024100Z)')
    expect(text).toContain('/DisplayDocTitle true')
    expect(bytes.includes(Buffer.from('Berita acara é', 'utf16le').swap16())).toBe(true)
  })

  it('embeds its fonts and keeps the letters readable', async () => {
    const pdf = await renderPdf(document([{ text: 'Kediri é – • · ‘x’ Ḥ ×' }, { text: 'Rp1.234.567', bold: true }]))
    expect(pdf.toString('latin1').match(/\/FontFile2/g)?.length).toBe(3)
    expect(pdfText(pdf)).toContain('Kediri é – • · ‘x’')
    expect(pdfText(pdf)).toContain('Ḥ')
    expect(pdfText(pdf)).toContain('Rp1.234.567')
  })

  it('repeats the head of a table on every page and never breaks a row', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => [`Unit ${index + 1}`, `${index + 1}.250`])
    const table = dataTable({
      columns: [{ header: 'Unit' }, { header: 'Jumlah', isFigure: true }],
      rows,
      foot: ['Semua', '9.999'],
    })
    const pages = pdfPages(await renderPdf(document([table, signatureRow([{ role: 'Ketua', name: 'Siti Maimunah' }])])))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages.slice(0, -1)) expect(page).toContain('Jumlah')
    expect(pages.join('\n')).toContain('90.250')
    expect(pages.at(-1)).toContain('9.999')
  })

  it('refuses a table with a row of another width', () => {
    expect(() => dataTable({ columns: [{ header: 'Unit' }], rows: [['a', 'b']] })).toThrow(RangeError)
  })

  it('refuses a creation date that is none, and a file or address named in a definition', async () => {
    await expect(renderPdf({ ...document('isi'), createdAt: 'kemarin' })).rejects.toThrow(RangeError)
    await expect(renderPdf(document({ image: '/etc/hostname' }))).rejects.toThrow()
    await expect(renderPdf(document({ image: 'a', pageBreak: 'after' }))).rejects.toThrow()
  })

  it('widens nothing but the space of a face', () => {
    const face = readFace('latin-400-normal')
    const wider = widenSpace(face)
    const changed = [...face.keys()].filter((at) => face[at] !== wider[at])
    expect(changed.length).toBeGreaterThan(0)
    expect((changed.at(-1) ?? 0) - (changed[0] ?? 0)).toBeLessThan(2)
  })

  it('refuses a font file of another format', () => {
    expect(() => unwrapWoff(Buffer.from('wOF2 and more'))).toThrow('WOFF')
  })
})

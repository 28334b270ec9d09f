import { describe, expect, it } from 'vitest'
import { type Letter, letterFrame } from './letter-frame.ts'
import { memberCard, memberCardSheet } from './member-card.ts'
import { paragraph } from './pieces.ts'
import { type Receipt, receiptFrame58, receiptFrameA6 } from './receipt-frame.ts'
import { renderPdf } from './render.ts'
import { pdfPages, pdfText } from './testing.ts'
import { wallList } from './wall-list.ts'

const hash = '57eb6b34'.padEnd(64, '0')
const head = { language: 'id', createdAt: '2026-10-10T02:41:00.000Z' }

const receipt: Receipt = {
  ...head,
  title: 'Bukti setoran',
  issuer: { name: 'Bank Sampah Hijau Daun', place: 'Kelurahan Bujel' },
  rows: [{ label: 'Nomor', value: 'HD-A-2026-000123' }],
  lines: [
    { label: 'Botol PET bening', detail: '1,85 kg × 3.000', amount: '5.550' },
    { label: 'Kardus', detail: '3,20 kg × 1.500', amount: '4.800' },
  ],
  sums: [{ label: 'Jumlah', value: '10.350' }],
  total: { label: 'Masuk ke saldo', value: 'Rp10.350' },
  notes: ['Salah timbang? Katakan kepada petugas hari ini juga.'],
  state: { state: 'local', words: 'Belum di server' },
  proof: { url: 'https://daha.example/b/Q7fX2kLm9vT3aRz1', hash, caption: 'Pindai untuk melihat catatan ini.' },
  sample: 'data contoh',
}

const letter: Letter = {
  ...head,
  title: 'Laporan bulanan',
  issuer: { parent: 'Pemerintah Kota Contoh', name: 'Dinas Lingkungan Hidup', address: 'Jalan Contoh 1' },
  references: [{ label: 'Nomor', value: 'DLH-A-2026-000123' }],
  dateInWords: 'Kota Contoh, Sabtu 10 Oktober 2026',
  body: Array.from({ length: 80 }, (_, index) => paragraph(`Alinea ke-${index + 1}.`)),
  pageWords: (page, pages) => `halaman ${page} dari ${pages}`,
  record: { label: 'catatan', id: '0199c0de-7b1a-7000-8000-0000000000aa', hash },
  sample: 'data contoh',
}

const mediaBox = (pdf: Buffer) =>
  /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1'))?.slice(1, 3).map(Number)

describe('receipts', () => {
  it('say number, lines, total, state, seal and that they are a sample, on both papers', async () => {
    for (const frame of [receiptFrame58, receiptFrameA6]) {
      const text = pdfText(await renderPdf(frame(receipt)))
      for (const words of [
        'HD-A-2026-000123',
        '1,85 kg × 3.000',
        '5.550',
        'Rp10.350',
        'Belum di server',
        '57eb 6b34',
        'data contoh',
      ]) {
        expect(text).toContain(words)
      }
    }
  })

  it('are as long on the roll as what they say, and one page', async () => {
    const short = await renderPdf(receiptFrame58({ ...receipt, lines: receipt.lines.slice(0, 1) }))
    const many = Array.from({ length: 60 }, () => receipt.lines).flat()
    const long = await renderPdf(receiptFrame58({ ...receipt, lines: many }))
    const [shortWidth = 0, shortHeight = 0] = mediaBox(short) ?? []
    const [longWidth = 0, longHeight = 0] = mediaBox(long) ?? []
    expect([shortWidth, longWidth]).toEqual([164.409, 164.409])
    expect(shortHeight).toBeGreaterThan(150)
    expect(longHeight - shortHeight).toBeGreaterThan(119 * 15)
    expect(pdfPages(long)).toHaveLength(1)
  })

  it('fit on one leaf of A6, and go on when there are many lines', async () => {
    expect(pdfPages(await renderPdf(receiptFrameA6(receipt)))).toHaveLength(1)
    const many = Array.from({ length: 20 }, () => receipt.lines).flat()
    expect(pdfPages(await renderPdf(receiptFrameA6({ ...receipt, lines: many }))).length).toBeGreaterThan(1)
  })

  it('say nothing of a sample when they are none', async () => {
    const { sample: _, ...real } = receipt
    expect(pdfText(await renderPdf(receiptFrame58(real)))).not.toContain('contoh')
  })

  it('are ready within 150 ms once the fonts are read', async () => {
    const times: number[] = []
    for (let round = 0; round < 6; round += 1) {
      const start = performance.now()
      await renderPdf(receiptFrame58(receipt))
      times.push(performance.now() - start)
    }
    expect(Math.min(...times)).toBeLessThan(150)
  })

  it('refuse a seal that is no SHA-256', () => {
    expect(() => receiptFrame58({ ...receipt, proof: { url: 'https://x', hash: 'abc', caption: '' } })).toThrow(
      RangeError,
    )
  })
})

describe('letterFrame', () => {
  it('has its letterhead once, and page, seal and sample on every page', async () => {
    const pages = pdfPages(await renderPdf(letterFrame(letter)))
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) {
      const text = page.replaceAll(/\s+/g, ' ')
      expect(text).toContain(`halaman ${index + 1} dari ${pages.length}`)
      expect(text).toContain('57eb 6b34')
      expect(text).toContain('data contoh')
      expect(text.includes('Pemerintah Kota Contoh')).toBe(index === 0)
    }
    expect(pages.join(' ').replaceAll(/\s+/g, ' ')).toContain('Sabtu 10 Oktober 2026')
  })

  it('places the emblem that was given, and draws none without', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
    const emblem = { bytes: Buffer.from(pixel, 'base64'), mediaType: 'image/png' } as const
    const withEmblem = await renderPdf(letterFrame({ ...letter, issuer: { ...letter.issuer, emblem } }))
    expect(withEmblem.includes('/Subtype /Image')).toBe(true)
    expect((await renderPdf(letterFrame(letter))).includes('/Subtype /Image')).toBe(false)
  })
})

describe('wallList', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ label: `Bahan ${index}`, price: `${index}.500` }))
  const list = (count: number) =>
    wallList({
      ...head,
      title: 'Harga',
      issuer: { name: 'Bank Sampah Hijau Daun' },
      validInWords: 'Berlaku sejak Senin 5 Oktober 2026',
      heads: ['Bahan', 'Rp per kg'],
      groups: [{ name: 'Plastik', rows: rows(count) }],
    })

  it('is one leaf up to 25 rows, in smaller letters when there are more rows', async () => {
    for (const count of [3, 12, 25]) {
      const pages = pdfPages(await renderPdf(list(count)))
      expect(pages).toHaveLength(1)
      expect(pages[0]).toContain(`${count - 1}.500`)
    }
    expect(pdfPages(await renderPdf(list(60))).length).toBeGreaterThan(1)
  })
})

describe('member cards', () => {
  const card = (number: string) => ({
    kind: 'Kartu nasabah',
    issuer: 'Hijau Daun',
    name: 'Siti Maimunah',
    number,
    qrText: `dh1:${number}`,
  })
  const cards = { ...head, title: 'Kartu nasabah', sample: 'data contoh', cards: ['0141', '0142', '0143'].map(card) }

  it('are one page each, of the size of a card', async () => {
    const pdf = await renderPdf(memberCard(cards))
    expect(mediaBox(pdf)).toEqual([242.646, 153.071])
    const pages = pdfPages(pdf)
    expect(pages).toHaveLength(3)
    expect(pages[1]).toContain('0142')
    expect(pages[1]).toContain('contoh')
  })

  it('are ten to a sheet, the last leaf with what is left', async () => {
    const many = Array.from({ length: 11 }, (_, index) => card(`${1000 + index}`))
    const pages = pdfPages(await renderPdf(memberCardSheet({ ...cards, cards: many })))
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('1009')
    expect(pages[1]).toContain('1010')
  })
})

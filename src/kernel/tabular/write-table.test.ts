import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  readDate,
  readIdentifier,
  readKilogram,
  readRupiah,
  readTable,
  readText,
  readYesNo,
  tableBytes,
  tableShape,
  takeAll,
  writeCsv,
  writeXlsx,
} from './index.ts'
import type { OutColumn, TableOut } from './index.ts'

interface Deposit {
  name: string
  phone: string | null
  gram: number
  amount: number
  on: string
  paid: boolean
}

const columns: OutColumn<Deposit>[] = [
  { key: 'name', header: 'Nama', kind: 'text', value: ({ name }) => name },
  { key: 'phone', header: 'Telepon', kind: 'identifier', value: ({ phone }) => phone },
  { key: 'gram', header: 'Berat (kg)', kind: 'gram', value: ({ gram }) => gram },
  { key: 'amount', header: 'Jumlah Rupiah', kind: 'rupiah', value: ({ amount }) => amount },
  { key: 'on', header: 'Tanggal', kind: 'date', value: ({ on }) => on },
  { key: 'paid', header: 'Lunas', kind: 'yesno', value: ({ paid }) => paid },
]

const shape = tableShape({
  name: { headers: ['Nama'], read: readText, schema: z.string() },
  phone: { headers: ['Telepon'], read: readIdentifier(), schema: z.string().nullable().prefault(null) },
  gram: { headers: ['Berat (kg)'], read: readKilogram, schema: z.int() },
  amount: { headers: ['Jumlah Rupiah'], read: readRupiah, schema: z.int() },
  on: { headers: ['Tanggal'], read: readDate(), schema: z.string() },
  paid: { headers: ['Lunas'], read: readYesNo, schema: z.boolean() },
})

const siti: Deposit = { name: 'Siti', phone: '08123456789', gram: 1850, amount: 11_250, on: '2026-10-10', paid: true }
const table = (rows: Deposit[], more: Partial<TableOut<Deposit>> = {}): TableOut<Deposit> => ({
  columns,
  rows,
  locale: 'id',
  ...more,
})

const deposit: fc.Arbitrary<Deposit> = fc.record({
  name: fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom('=1+1', '@x', '-5', '+62', '"a";b', "O'Neil", "'=x", 'a\nb'),
    )
    // What a reader sees: spaces joined, and nothing that XML cannot carry.
    .map((name) => name.replaceAll(/\p{C}/gu, '').normalize('NFC').replaceAll(/\s+/g, ' ').trim() || 'x')
    .filter(
      (name) => !/^'|_x[0-9A-Fa-f]{4}_/.test(name) && !/^(grand )?(sub ?)?(total|jumlah|jml|rata-rata)/i.test(name),
    ),
  phone: fc.option(fc.stringMatching(/^0\d{5,12}$/)),
  gram: fc.integer({ min: 0, max: 1e9 }),
  amount: fc.integer({ min: -1e12, max: 1e12 }),
  on: fc
    .integer({ min: 0, max: 60_000 })
    .map((days) => new Date(Date.UTC(1930, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)),
  paid: fc.boolean(),
})

describe('a table going out', () => {
  it('is CSV as Excel in Indonesia opens it', async () => {
    const text = String(await tableBytes(table([siti], { notes: ['Data contoh'] }), 'csv'))
    expect(text).toBe(
      '\ufeffData contoh\r\nNama;Telepon;Berat (kg);Jumlah Rupiah;Tanggal;Lunas\r\nSiti;08123456789;1,85;11250;2026-10-10;ya\r\n',
    )
    const english = String(await tableBytes(table([siti], { locale: 'en' }), 'csv', { delimiter: ',', bom: false }))
    expect(english).toBe(
      'Nama,Telepon,Berat (kg),Jumlah Rupiah,Tanggal,Lunas\r\nSiti,08123456789,1.85,11250,2026-10-10,yes\r\n',
    )
  })

  it('is JSON in our own units', async () => {
    const text = String(await tableBytes(table([siti, siti], { notes: ['Data contoh'] }), 'json'))
    expect(JSON.parse(text)).toEqual({ notes: ['Data contoh'], rows: [siti, siti] })
    expect(JSON.parse(String(await tableBytes(table([]), 'json')))).toEqual({ notes: [], rows: [] })
  })

  it.each(['=1+1', '+62812', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\uff1d1'])(
    'never lets %j be computed',
    async (name) => {
      for (const format of ['csv', 'xlsx'] as const) {
        const bytes = await tableBytes(table([{ ...siti, name }]), format)
        if (format === 'csv') expect(String(bytes)).toContain(`'${name}`)
        // XML knows one line break only.
        else expect(await namesIn(bytes)).toEqual([`'${name.replace('\r', '\n')}`])
      }
    },
  )

  it('comes back as it went', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(deposit, { maxLength: 5 }),
        fc.constantFrom('csv' as const, 'xlsx' as const),
        async (rows, format) => {
          const bytes = await tableBytes(table(rows, { notes: ['Data contoh'] }), format)
          const back = await takeAll(await readTable(bytes, shape, { today: '2026-10-10' }))
          expect(back.rejected).toEqual([])
          expect(back.rows.map(({ values }) => values)).toEqual(rows)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is streamed', async () => {
    async function* many() {
      for (let i = 0; i < 5000; i++) yield { ...siti, gram: i }
    }
    const stream = new PassThrough()
    const [bytes] = await Promise.all([
      buffer(stream),
      writeXlsx(table([], { rows: many() }), 'Setoran: a/b [c] yang namanya terlalu panjang', stream),
    ])
    const reading = await readTable(bytes, shape, { today: '2026-10-10' })
    expect(reading.sheet).toBe('Setoran  a b  c  yang namanya t')
    const { rows } = await takeAll(reading)
    expect(rows).toHaveLength(5000)
    expect(rows[4999]?.values.gram).toBe(4999)
    let pieces = 0
    for await (const piece of writeCsv(table([], { rows: many() }))) pieces += piece.length > 0 ? 1 : 0
    expect(pieces).toBe(11)
  })
})

async function namesIn(bytes: Buffer): Promise<unknown[]> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  return [sheet?.getCell('A2').value]
}

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { checkTexts, translator } from '../i18n/index.ts'
import { Refusal } from '../refusal/index.ts'
import {
  describeProblem,
  readDate,
  readIdentifier,
  readKilogram,
  readName,
  readRupiah,
  readTable,
  tableShape,
  tabularTexts,
  takeAll,
} from './index.ts'
import type { ReadOptions } from './index.ts'

const shape = tableShape({
  name: { headers: ['Nama', 'Nama Nasabah'], read: readName, schema: z.string() },
  nik: {
    headers: ['NIK'],
    read: readIdentifier({ digits: 16 }),
    schema: z.string().optional(),
    mayBeMissing: true,
    sensitive: true,
  },
  weightGram: { headers: ['Berat (kg)', 'Berat'], read: readKilogram, schema: z.int().min(1) },
  price: { headers: ['Harga'], read: readRupiah, schema: z.int().optional(), mayBeMissing: true },
  depositedOn: { headers: ['Tanggal', 'Tgl'], read: readDate({ past: true }), schema: z.string() },
})

const bytes = (text: string) => Buffer.from(text)
const open = (text: string | Buffer, options: Partial<ReadOptions> = {}) =>
  readTable(typeof text === 'string' ? bytes(text) : text, shape, { today: '2026-10-10', ...options })
const take = async (text: string | Buffer, options: Partial<ReadOptions> = {}) => takeAll(await open(text, options))
const refusal = (text: string | Buffer, options: Partial<ReadOptions> = {}) =>
  take(text, options).then(
    () => 'taken',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

describe('a CSV file', () => {
  it('is read with its titles, delimiter, numbering, repeated header and total', async () => {
    const file = [
      'BANK SAMPAH "CONTOH";;;',
      'Bulan Oktober 2026;;;',
      ';;;',
      'No;NAMA;Berat  (Kg);Tgl.;Keterangan',
      '1;2;3;4;5',
      '1;Siti Aminah;1,85;3/10/2026;',
      '2;"Budi; Santoso";1.284;04-10-26;x',
      'No;NAMA;Berat  (Kg);Tgl.;Keterangan',
      '3;Ani;dua;5/10/2026;',
      ';;;;',
      'Jumlah;;1.285,85;;',
    ].join('\r\n')
    const reading = await open(file)
    expect(reading).toMatchObject({
      format: 'csv',
      delimiter: ';',
      encoding: 'utf-8',
      headerLine: 4,
      ignored: ['No', 'Keterangan'],
    })
    const { rows, rejected } = await takeAll(reading)
    expect(rows).toEqual([
      {
        line: 6,
        values: { name: 'Siti Aminah', nik: undefined, weightGram: 1850, price: undefined, depositedOn: '2026-10-03' },
      },
      {
        line: 7,
        values: {
          name: 'Budi; Santoso',
          nik: undefined,
          weightGram: 1_284_000,
          price: undefined,
          depositedOn: '2026-10-04',
        },
      },
    ])
    expect(rejected.map(({ line, problems }) => [line, problems.map(({ field, code }) => `${field} ${code}`)])).toEqual(
      [
        [9, ['weightGram tabular.row.not_number']],
        [11, [' tabular.row.total']],
      ],
    )
  })

  it('tells the columns of merged headers apart', async () => {
    const merged = tableShape({
      name: { headers: ['Nama'], read: readName, schema: z.string() },
      inGram: { headers: ['Setoran Berat'], read: readKilogram, schema: z.int() },
      outGram: { headers: ['Penjualan Berat'], read: readKilogram, schema: z.int() },
    })
    const file = 'Laporan,,,,\nNama,Setoran,,Penjualan,\n,Berat,Nilai,Berat,Nilai\nSiti,1,2000,3,4000\n'
    const { rows } = await takeAll(await readTable(bytes(file), merged, { today: '2026-10-10' }))
    expect(rows).toEqual([{ line: 4, values: { name: 'Siti', inGram: 1000, outGram: 3000 } }])
  })

  it.each([
    ['UTF-8 with mark', Buffer.from('\ufeffNama,Berat,Tanggal\nRené,1,1/10/2026\n'), 'utf-8'],
    ['Windows-1252', Buffer.from('Nama,Berat,Tanggal\nRené,1,1/10/2026\n', 'latin1'), 'windows-1252'],
    ['UTF-16', Buffer.from('\ufeffNama\tBerat\tTanggal\nRené\t1\t1/10/2026\n', 'utf16le'), 'utf-16le'],
  ])('may be %s', async (_, file, encoding) => {
    const reading = await open(file)
    expect(reading.encoding).toBe(encoding)
    expect((await takeAll(reading)).rows[0]?.values.name).toBe('René')
  })

  it('may be separated by tabs, bars or as its first line says', async () => {
    for (const mark of ['\t', '|', ';', ',']) {
      const file = ['Nama', 'Berat', 'Tanggal'].join(mark) + '\n' + ['Siti', '2', '1/10/2026'].join(mark)
      expect((await open(file)).delimiter).toBe(mark)
      expect((await take(file)).rows).toHaveLength(1)
    }
    expect((await take('sep=;\nNama;Berat;Tanggal\nSiti;1,5;1/10/2026\n')).rows[0]).toMatchObject({
      line: 3,
      values: { weightGram: 1500 },
    })
  })

  it('counts lines through quoted line breaks', async () => {
    const file = 'Nama,Berat,Tanggal\n"Siti\nAminah",1,1/10/2026\nBudi,x,1/10/2026\n'
    const { rows, rejected } = await take(file)
    expect(rows[0]).toMatchObject({ line: 2, values: { name: 'Siti Aminah' } })
    expect(rejected[0]?.line).toBe(4)
  })

  it('is refused as a whole when it is no table', async () => {
    expect(await refusal('')).toBe('tabular.empty')
    expect(await refusal('\n\n\n')).toBe('tabular.no_header')
    expect(await refusal('halo dunia')).toBe('tabular.no_header')
    expect(await refusal('Nama,Tanggal\nSiti,1/10/2026\n')).toBe('tabular.columns_missing')
    expect(await refusal('Nama,Nama Nasabah,Berat,Tanggal\n')).toBe('tabular.columns_doubled')
    expect(await refusal('%PDF-1.7\n')).toBe('tabular.not_a_table')
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe('tabular.not_a_table')
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toBe('tabular.old_excel')
    expect(await refusal('Nama,Berat,Tanggal\n"Siti,1,1/10/2026\n')).toBe('tabular.broken_quotes')
    expect(await refusal(`Nama,Berat,Tanggal\n"${'x\n'.repeat(300_000)}`)).toBe('tabular.broken_quotes')
    expect(await refusal(`Nama,Berat,Tanggal\n${'x'.repeat(40_000)},1,1/10/2026\n`)).toBe('tabular.cell_too_long')
    expect(await refusal(`Nama,Berat,Tanggal\n${','.repeat(300)}\n`)).toBe('tabular.too_wide')
    expect(await refusal('Nama,Berat,Tanggal\n'.padEnd(3000, 'x'), { limits: { bytes: 2000 } })).toBe(
      'tabular.too_large',
    )
    expect(await refusal('Nama,Berat,Tanggal\nA,1,1/1/26\nB,1,1/1/26\n', { limits: { rows: 1 } })).toBe(
      'tabular.too_many_rows',
    )
  })

  it('with a header alone has no rows', async () => {
    expect(await take('Nama,Berat,Tanggal\n')).toEqual({ rows: [], rejected: [], flags: [] })
  })
})

describe('a refused row', () => {
  it('says where, what and what to do, in both languages, and no secret', async () => {
    const { rejected } = await take('NIK,Nama,Berat,Tanggal\n3571024502900001x,,-1,31/4/2026\n')
    const problems = rejected[0]?.problems ?? []
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['Nama', 'tabular.row.required'],
      ['NIK', 'tabular.row.not_digits'],
      ['Berat', 'tabular.row.too_small'],
      ['Tanggal', 'tabular.row.date_not_real'],
    ])
    expect(JSON.stringify(rejected)).not.toContain('3571')
    const last = problems[3]
    expect(last && describeProblem(2, last, translator(tabularTexts, 'id'))).toEqual({
      where: 'Baris 2, kolom Tanggal',
      what: 'Tanggal 31/4/2026 tidak ada.',
      remedy: 'Periksa tanggal, bulan, dan tahunnya.',
    })
    expect(last && describeProblem(2, last, translator(tabularTexts, 'en')).what).toBe(
      'The date 31/4/2026 does not exist.',
    )
  })

  it('has its words', () => {
    expect(checkTexts(tabularTexts)).toEqual([])
    const keys = Object.keys(tabularTexts.id).filter(
      (key) => key.startsWith('tabular.row.') && !key.endsWith('.remedy'),
    )
    expect(keys.filter((key) => !translator(tabularTexts, 'id').has(`${key}.remedy`))).toEqual([])
  })
})

describe('many rows', () => {
  it('are read one by one in little time', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `Orang ${i},"1,${i % 1000}",${(i % 28) + 1}/9/2026`)
    const start = performance.now()
    let count = 0
    for await (const row of (await open(`Nama,Berat,Tanggal\n${lines.join('\n')}\n`)).rows()) if (row.ok) count += 1
    expect(count).toBe(40_000)
    expect(performance.now() - start).toBeLessThan(20_000)
  }, 30_000)
})

import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../refusal/index.ts'
import {
  readDate,
  readIdentifier,
  readKilogram,
  readName,
  readRupiah,
  readTable,
  readText,
  tableShape,
  takeAll,
} from './index.ts'
import type { ReadOptions } from './index.ts'
import { workbookBytes } from './testing.ts'

const shape = tableShape({
  name: { headers: ['Nama'], read: readName, schema: z.string() },
  nik: {
    headers: ['NIK'],
    read: readIdentifier({ digits: 16 }),
    schema: z.string().optional(),
    mayBeMissing: true,
    sensitive: true,
  },
  weightGram: { headers: ['Berat'], read: readKilogram, schema: z.int() },
  price: { headers: ['Harga'], read: readRupiah, schema: z.int().optional(), mayBeMissing: true },
  on: { headers: ['Tanggal'], read: readDate(), schema: z.string() },
})

const open = (bytes: Uint8Array, options: Partial<ReadOptions> = {}) =>
  readTable(bytes, shape, { today: '2026-10-10', ...options })
const take = async (bytes: Uint8Array, options: Partial<ReadOptions> = {}) => takeAll(await open(bytes, options))
const refusal = (bytes: Uint8Array, options: Partial<ReadOptions> = {}) =>
  take(bytes, options).then(
    () => 'taken',
    (error: unknown) =>
      error instanceof Refusal ? [error.code, error.params['what']].filter(Boolean).join(' ') : String(error),
  )

const header = ['Nama', 'NIK', 'Berat', 'Harga', 'Tanggal']
const date = new Date('2026-11-25T00:00:00Z')

describe('a workbook', () => {
  it('is read with titles, merged headers, dates, results of formulas and hidden sheets', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.addWorksheet('Catatan').addRow(['bukan tabel'])
      const hidden = workbook.addWorksheet('Lama', { state: 'hidden' })
      hidden.addRow(header)
      const sheet = workbook.addWorksheet('Setoran')
      sheet.addRow(['BANK SAMPAH CONTOH'])
      sheet.mergeCells('A1:E1')
      sheet.addRow([])
      sheet.addRow(['Nama', 'NIK', 'Setoran', null, 'Tanggal'])
      sheet.addRow([null, null, 'Berat', 'Harga', null])
      sheet.mergeCells('C3:D3')
      sheet.addRow(['Siti <Aminah> & "Ani"', '3571024502900001', 1.85, 3500, date]).getCell(5).numFmt = 'dd/mm/yyyy'
      sheet.addRow(['Budi', null, { formula: '1+1', result: 2 }, 'Rp 2.000', '25/11/2026'])
      sheet.addRow([{ richText: [{ text: 'Rich ' }, { text: 'Text' }] }, null, '1.284', null, 46_351])
      sheet.addRow(['Total', null, { formula: 'SUM(C5:C7)', result: 3 }])
    })
    const reading = await open(bytes)
    expect(reading).toMatchObject({ format: 'xlsx', sheet: 'Setoran', headerLine: 3, ignored: [] })
    const { rows, rejected, flags } = await takeAll(reading)
    expect(rows.map(({ line, values }) => [line, ...Object.values(values)])).toEqual([
      [5, 'Siti <Aminah> & "Ani"', '3571024502900001', 1850, 3500, '2026-11-25'],
      [6, 'Budi', undefined, 2000, 2000, '2026-11-25'],
      [7, 'Rich Text', undefined, 1_284_000, undefined, '2026-11-25'],
    ])
    expect(rejected.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([[8, 'tabular.row.total']])
    expect(flags.map(({ line, field, code }) => [line, field, code])).toEqual([
      [6, 'weightGram', 'tabular.flag.formula'],
      [7, 'on', 'tabular.flag.serial_date'],
    ])
  })

  it('says what a spreadsheet did to numbers, and keeps formulas from names', async () => {
    const bytes = await workbookBytes((workbook) => {
      const sheet = workbook.addWorksheet('S')
      sheet.addRow(header)
      sheet.addRow(['Siti', 3_571_024_502_900_000, 1, 1, date])
      sheet.addRow([{ formula: 'HYPERLINK("http://x")', result: '=cmd|calc' }, null, 1, 1, date])
      sheet.addRow(['Ani', null, { error: '#REF!' }, 1, date])
      sheet.addRow(['Budi', null, { formula: 'A1' }, 1, date])
    })
    const { rows, rejected, flags } = await take(bytes)
    expect(rows.map(({ values }) => values.name)).toEqual(['cmd|calc'])
    expect(flags.map(({ code }) => code)).toEqual(['tabular.flag.formula', 'tabular.flag.neutralised'])
    expect(rejected.map(({ line, problems }) => [line, problems[0]?.code, problems[0]?.column])).toEqual([
      [2, 'tabular.row.digits_lost', 'NIK'],
      [4, 'tabular.row.cell_error', 'Berat'],
      [5, 'tabular.row.formula_without_result', 'Berat'],
    ])
    expect(JSON.stringify(rejected)).not.toContain('3571')
  })

  it('may count its days from 1904, and name its sheet', async () => {
    const bytes = await workbookBytes((workbook) => {
      workbook.properties.date1904 = true
      workbook.addWorksheet('A').addRow(header)
      const sheet = workbook.addWorksheet('B')
      sheet.addRow(header)
      sheet.addRow(['Siti', null, 1, 1, date])
    })
    expect((await take(bytes, { sheet: 'A' })).rows).toEqual([])
    expect((await take(bytes, { sheet: 'B' })).rows[0]?.values.on).toBe('2026-11-25')
    expect(await refusal(bytes, { sheet: 'C' })).toBe('tabular.no_such_sheet')
  })
})

/** A workbook of one sheet, written part by part. */
function rawWorkbook(sheetXml: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml),
    ...more,
  })
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const headerXml = `<row r="1">${['Nama', 'Berat', 'Tanggal'].map(inline).join('')}</row>`
const rowXml = `<row r="2">${['Siti', '1,5', '1/10/2026'].map(inline).join('')}</row>`
const sheetXml = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

describe('a hostile or broken workbook', () => {
  it('is read when only its writer was plain', async () => {
    expect((await take(rawWorkbook(sheetXml(headerXml + rowXml)))).rows[0]?.values).toMatchObject({
      name: 'Siti',
      weightGram: 1500,
    })
    const prefixed = sheetXml(headerXml + rowXml)
      .replaceAll('<', '<x:')
      .replaceAll('<x:/', '</x:')
    expect((await take(rawWorkbook(`<?xml version="1.0"?><!-- > -->${prefixed}`))).rows).toHaveLength(1)
  })

  it('that unpacks too far is refused before it is unpacked', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024)
    const bomb = rawWorkbook(sheetXml(headerXml), { 'xl/media/a.bin': zeros })
    expect(bomb.length).toBeLessThan(200_000)
    const start = performance.now()
    expect(await refusal(bomb)).toBe('tabular.unpacks_too_large ratio')
    expect(performance.now() - start).toBeLessThan(5000)
    expect(await refusal(bomb, { limits: { ratio: 1e9, unpackedBytes: 1_000_000 } })).toBe(
      'tabular.unpacks_too_large size',
    )
    const parts = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`a${i}`, strToU8('x')]))
    expect(await refusal(rawWorkbook('', parts), { limits: { parts: 20 } })).toBe('tabular.unpacks_too_large parts')
  })

  it('that lies about its size is stopped', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => rowXml.replace('r="2"', `r="${i + 2}"`)).join('')
    const bytes = Buffer.from(rawWorkbook(sheetXml(headerXml + rows)))
    const place = bytes.lastIndexOf('xl/worksheets/sheet1.xml')
    bytes.writeUInt32LE(4000, place - 46 + 24)
    expect(await refusal(bytes)).toBe('tabular.broken_workbook')
  })

  it('is refused, never half read', async () => {
    const good = rawWorkbook(sheetXml(headerXml + rowXml))
    expect(await refusal(good.subarray(0, good.length - 30))).toBe('tabular.broken_workbook')
    expect(await refusal(strToU8('PK nothing'))).toBe('tabular.broken_workbook')
    expect(await refusal(zipSync({ 'a.txt': strToU8('x') }))).toBe('tabular.not_a_table')
    expect(await refusal(rawWorkbook(sheetXml(headerXml + rowXml).slice(0, -20)))).toBe('tabular.broken_workbook')
    const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>${sheetXml(headerXml)}`
    expect(await refusal(rawWorkbook(entities))).toBe('tabular.broken_workbook')
    expect(await refusal(rawWorkbook(`<a ${'x'.repeat(2_000_000)}`), { limits: { ratio: 1e9 } })).toBe(
      'tabular.broken_workbook',
    )
    expect(await refusal(rawWorkbook(sheetXml(`<row>${inline('Nama')}<c r="ZZ1" t="str"><v>x</v></c></row>`)))).toBe(
      'tabular.too_wide',
    )
    expect(await refusal(rawWorkbook(sheetXml(`<row>${inline('x'.repeat(40_000))}</row>`)))).toBe(
      'tabular.cell_too_long',
    )
    expect(await refusal(rawWorkbook(sheetXml('')))).toBe('tabular.no_header')
  })

  it('with a password is refused with the cure', async () => {
    const bytes = Buffer.from(rawWorkbook(sheetXml(headerXml)))
    const place = bytes.lastIndexOf('xl/worksheets/sheet1.xml')
    bytes.writeUInt16LE(bytes.readUInt16LE(place - 46 + 8) | 1, place - 46 + 8)
    expect(await refusal(bytes)).toBe('tabular.locked')
  })

  it('cannot make cells of characters that XML lacks, nor of unknown entities', async () => {
    const texts = tableShape({ name: { headers: ['Nama'], read: readText, schema: z.string() } })
    const rows = `<row>${inline('Nama')}</row><row>${inline('a&#x41;&amp;lt;&foo;_x0041_<![CDATA[<b>]]>')}</row>`
    const { rows: taken } = await takeAll(await readTable(rawWorkbook(sheetXml(rows)), texts, { today: '2026-10-10' }))
    expect(taken[0]?.values.name).toBe('aA&lt;&foo;A<b>')
  })
})

describe('many rows', () => {
  it('of a workbook are read in little time', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => [
      `<row r="${i + 2}"><c r="A${i + 2}" t="inlineStr"><is><t>Orang ${i}</t></is></c>`,
      `<c r="B${i + 2}"><v>${(i % 977) / 8 + i}</v></c><c r="C${i + 2}"><v>${46_000 + (i % 300)}</v></c></row>`,
    ])
    const bytes = rawWorkbook(sheetXml(headerXml + rows.flat().join('')))
    const start = performance.now()
    const { rows: taken, rejected } = await take(bytes)
    expect([taken.length, rejected.length]).toEqual([40_000, 0])
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(Object.keys(unzipSync(bytes))).toHaveLength(3)
  }, 30_000)
})

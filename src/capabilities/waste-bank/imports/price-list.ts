import { intakes, judge } from '../../../kernel/files/index.ts'
import { readRupiah, readTable, readText, tableShape, takeAll } from '../../../kernel/tabular/index.ts'
import type { RejectedRow } from '../../../kernel/tabular/index.ts'
import { z } from 'zod'

const shape = tableShape({
  material: {
    headers: ['bahan', 'nama bahan', 'jenis', 'material'],
    read: readText,
    schema: z.string().min(1).max(60),
  },
  rupiah: { headers: ['harga', 'harga per kg', 'rupiah', 'price'], read: readRupiah, schema: z.int().min(0) },
})

export interface PriceRows {
  readonly prices: readonly { readonly materialId: string; readonly rupiah: number }[]
  /** Rows that could not be read, with line, column and remedy. */
  readonly rejected: readonly RejectedRow[]
  /** Rows whose material is not in the catalogue. */
  readonly unknown: readonly { readonly line: number; readonly name: string }[]
}

/**
 * A price list as people keep it: CSV or XLSX, with `Rp 3.500`, merged title rows and whatever case.
 * @throws Refusal `file.*` or `tabular.*` on the field `file`: another kind of file under this name, too large, no table
 */
export async function readPriceList(
  file: { readonly name: string; readonly bytes: Uint8Array },
  materials: readonly {
    readonly id: string
    readonly nameId: string
    readonly nameEn: string
    readonly code: string
  }[],
  today: string,
): Promise<PriceRows> {
  const bytes = Buffer.from(file.bytes)
  await judge(bytes, intakes.table, file.name, 'file')
  const table = await takeAll(await readTable(bytes, shape, { today }))
  const byName = new Map(
    materials.flatMap(({ id, nameId, nameEn, code }) => [nameId, nameEn, code].map((name) => [name.toLowerCase(), id])),
  )
  const prices = []
  const unknown = []
  for (const { line, values } of table.rows) {
    const materialId = byName.get(values.material.toLowerCase().trim())
    if (materialId === undefined) unknown.push({ line, name: values.material })
    else prices.push({ materialId, rupiah: values.rupiah })
  }
  return { prices, rejected: table.rejected, unknown }
}

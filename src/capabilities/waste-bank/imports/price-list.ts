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
 * @throws Refusal `tabular.*` on the field `file` when it is no table at all
 */
export async function readPriceList(
  bytes: Uint8Array,
  materials: readonly {
    readonly id: string
    readonly nameId: string
    readonly nameEn: string
    readonly code: string
  }[],
  today: string,
): Promise<PriceRows> {
  const table = await takeAll(await readTable(Buffer.from(bytes), shape, { today }))
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

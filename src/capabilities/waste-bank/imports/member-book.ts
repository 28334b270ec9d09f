import { z } from 'zod'
import { intakes, judge } from '../../../kernel/files/index.ts'
import {
  readIdentifier,
  readInteger,
  readName,
  readTable,
  readText,
  tableShape,
  takeAll,
} from '../../../kernel/tabular/index.ts'
import type { TakenTable } from '../../../kernel/tabular/index.ts'

const BirthYear = z.int().refine((year) => year >= 1900 && year <= 2100, { params: { code: 'tabular.row.not_a_year' } })

const shape = tableShape({
  number: {
    headers: ['nomor', 'no', 'nomor nasabah', 'no nasabah', 'number'],
    read: readInteger,
    schema: z.int().min(1).max(99_999).optional(),
    mayBeMissing: true,
  },
  fullName: {
    headers: ['nama', 'nama nasabah', 'nama lengkap', 'name'],
    read: readName,
    schema: z.string().min(2).max(80),
  },
  birthYear: {
    headers: ['tahun lahir', 'lahir', 'year of birth'],
    read: readInteger,
    schema: BirthYear.optional(),
    mayBeMissing: true,
  },
  phone: {
    headers: ['telepon', 'ponsel', 'hp', 'no hp', 'nomor hp', 'wa', 'phone'],
    read: readIdentifier({ leadingZero: true }),
    schema: z.string().max(20).optional(),
    mayBeMissing: true,
  },
  address: {
    headers: ['alamat', 'address'],
    read: readText,
    schema: z.string().max(120).optional(),
    mayBeMissing: true,
  },
})

export interface BookRow {
  readonly number?: number | undefined
  readonly fullName: string
  readonly birthYear?: number | undefined
  readonly phone?: string | undefined
  readonly address?: string | undefined
}

/**
 * The member book of a unit as people keep it: number, name, year of birth, telephone, address; only the name is needed.
 * @throws Refusal `file.*` or `tabular.*` on the field `file`: another kind of file under this name, too large, no table
 */
export async function readMemberBook(
  file: { readonly name: string; readonly bytes: Uint8Array },
  today: string,
): Promise<TakenTable<BookRow>> {
  const bytes = Buffer.from(file.bytes)
  await judge(bytes, intakes.table, file.name, 'file')
  return takeAll(await readTable(bytes, shape, { today }))
}

import { parseRupiah } from '../../../../kernel/money/contract.ts'
import type { Measure } from '../../../../kernel/money/contract.ts'
import { refuse, refuseFields } from '../../../../kernel/refusal/index.ts'
import type { FieldIssue } from '../../../../kernel/refusal/index.ts'
import { quantityIssue, readQuantity } from '../../rules/quantity.ts'

/** As many lines as one receipt holds. */
const LINES_MAX = 40

/** What was typed in one field, without the space around it; `''` when it is not there. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Undefined when left empty. */
export function optionalText(form: FormData, name: string): string | undefined {
  return textOf(form, name) || undefined
}

/** Whether a file was chosen; a browser sends one without a name when none was. */
export function hasFile(form: FormData, field: string): boolean {
  const file = form.get(field)
  return file instanceof File && (file.size > 0 || file.name !== '')
}

/** @throws Refusal `file.none_chosen`, `file.empty`, with the field's name */
export function fileOf(form: FormData, field: string): File {
  const file = form.get(field)
  if (!(file instanceof File) || !hasFile(form, field)) throw refuse('file.none_chosen', {}, { field })
  if (file.size === 0) throw refuse('file.empty', {}, { field })
  return file
}

/**
 * Questions that were answered with yes, in this or in an earlier attempt; and the key of the form.
 * @throws Refusal `input.required` for a form without key, because two of them would be taken for one
 */
export function callOptions(form: FormData): { key: string; confirm: string[] } {
  const confirm = [...textOf(form, 'confirmed').split(','), ...form.getAll('confirm').map(String)].filter(Boolean)
  const key = textOf(form, 'key')
  if (key === '') throw refuse('input.required', {}, { field: 'key' })
  return { key, confirm }
}

/** The second person, when anything of it was typed. */
export function coSignOf(form: FormData): { coSign?: { userName: string; password: string } } {
  const userName = textOf(form, 'coSign.userName')
  const typed = form.get('coSign.password')
  const password = typeof typed === 'string' ? typed : ''
  return userName === '' && password === '' ? {} : { coSign: { userName, password } }
}

/** @throws Refusal `amount.empty`, `amount.unreadable`, with the field's name */
export function rupiahOf(form: FormData, field: string): number {
  const read = parseRupiah(textOf(form, field))
  if (!read.ok) throw refuse(read.problem === 'empty' ? 'amount.empty' : 'amount.unreadable', {}, { field })
  return read.amount
}

/**
 * The weighed lines `m0`, `w0`, `m1`, `w1`, …: material and what the scale showed. Rows left empty do not count.
 * @throws Refusal with an issue for each line that cannot be read; `deposit.no_lines` when there is none
 */
export function weighedLines(
  form: FormData,
  measures: ReadonlyMap<string, Measure>,
): { materialId: string; quantity: number }[] {
  const rows = Array.from({ length: LINES_MAX }, (_, at) => ({
    materialId: textOf(form, `m${at}`),
    typed: textOf(form, `w${at}`),
  })).filter(({ materialId, typed }) => materialId !== '' || typed !== '')
  if (rows.length === 0) throw refuse('deposit.no_lines', {}, { field: 'lines' })
  const issues: FieldIssue[] = []
  const lines = rows.map(({ materialId, typed }, at) => {
    if (materialId === '') issues.push({ field: `lines.${at}.materialId`, code: 'quantity.no_material', params: {} })
    const measure = measures.get(materialId) ?? 'gram'
    const read = readQuantity(typed, measure)
    if (read.ok) return { materialId, quantity: read.quantity }
    issues.push(quantityIssue(`lines.${at}.quantity`, read.problem, measure))
    return { materialId, quantity: 0 }
  })
  const [first, ...others] = issues
  if (first !== undefined) {
    throw others.length > 0 ? refuseFields(issues) : refuse(first.code, first.params, { field: first.field })
  }
  return lines
}

/**
 * A weight in kilograms, as grams.
 * @throws Refusal `quantity.*` with the field's name, its limit in kilograms
 */
export function kilogramsOf(form: FormData, field: string): number {
  const read = readQuantity(textOf(form, field), 'gram')
  if (read.ok) return read.quantity
  const { code, params } = quantityIssue(field, read.problem, 'gram')
  throw refuse(code, params, { field })
}

/**
 * A part in percent, as basis points.
 * @throws Refusal `sharing.part_range` with the field's name
 */
export function percentOf(form: FormData, field: string): number {
  const typed = textOf(form, field).replace(',', '.')
  const percent = Number(typed)
  if (typed === '' || !(percent >= 0 && percent <= 100)) throw refuse('sharing.part_range', {}, { field })
  return Math.round(percent * 100)
}

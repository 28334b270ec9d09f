import { parseRupiah } from '../../../../kernel/money/contract.ts'
import type { Measure } from '../../../../kernel/money/contract.ts'
import { refuse, refuseFields } from '../../../../kernel/refusal/index.ts'
import type { FieldIssue } from '../../../../kernel/refusal/index.ts'
import { readQuantity } from '../../rules/quantity.ts'

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
    const read = readQuantity(typed, measures.get(materialId) ?? 'gram')
    if (read.ok) return { materialId, quantity: read.quantity }
    const code = read.problem === 'zero' ? 'deposit.weight_zero' : `quantity.${read.problem}`
    issues.push({ field: `lines.${at}.quantity`, code, params: {} })
    return { materialId, quantity: 0 }
  })
  if (issues.length === 1) throw refuse(issues[0]?.code ?? '', {}, { field: issues[0]?.field ?? '' })
  if (issues.length > 1) throw refuseFields(issues)
  return lines
}

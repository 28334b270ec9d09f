import { businessDay, systemClock } from '../../../../kernel/clock/index.ts'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { RequestContext } from '../../../../kernel/page/index.ts'
import { Refusal, refuse, refuseFields } from '../../../../kernel/refusal/index.ts'
import { describeProblem, tabularTexts } from '../../../../kernel/tabular/index.ts'
import { importMembers, MEMBER_ROWS_MAX, readMemberBook } from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import { callOptions, fileOf, textOf } from '../field/read-form.ts'

/** What became of a member book; each row that stayed out in words, by its line. */
export interface BookAnswer {
  readonly joined: number
  readonly rejected: readonly string[]
  /** Rows that went in although something was seen in them. */
  readonly noticed: readonly string[]
}

/** Takes the file of the form; whoever wants all rows or none gets the reasons and no member. */
export async function importBook(on: RequestContext, unitId: string, form: FormData): Promise<BookAnswer> {
  const { city, locale } = on
  const t = translator(staffTexts, locale)
  const inFile = translator<Record<string, string>>(tabularTexts, locale)
  const file = fileOf(form, 'file')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const book = await readMemberBook({ name: file.name, bytes }, businessDay(systemClock.now(), city.zone))
  if (book.rows.length > MEMBER_ROWS_MAX) {
    throw refuse('tabular.too_many_rows', { max: MEMBER_ROWS_MAX }, { field: 'file' })
  }
  const unread = book.rejected.flatMap(({ line, problems }) =>
    problems.map((problem) => {
      const { where, what, remedy } = describeProblem(line, problem, inFile)
      return `${where}: ${what} ${remedy}`
    }),
  )
  const allOrNothing = textOf(form, 'partly') === ''
  if (book.rows.length === 0 || (allOrNothing && unread.length > 0)) return { joined: 0, rejected: unread, noticed: [] }

  const rows = book.rows.map(({ line, values }) => ({ line, ...values }))
  const { joined, rejected } = await importRows(on, { unitId, rows, allOrNothing }, callOptions(form))
  const rowWords = (line: string | number, why: string) => t('staff.book.row', { line, why })
  return {
    joined,
    rejected: [...unread, ...rejected.map(({ line, why }) => rowWords(line, why))],
    noticed:
      joined === 0 ? [] : book.flags.map(({ line, code }) => rowWords(line, inFile.has(code) ? inFile(code) : code)),
  }
}

/** With all or nothing, what keeps the rows out comes as issues whose fields begin with the line. */
async function importRows(
  { caller, report }: RequestContext,
  input: Parameters<typeof importMembers.runInside>[1],
  options: { key: string; confirm: string[] },
): Promise<{ joined: number; rejected: { line: string | number; why: string }[] }> {
  try {
    const { joined, rejected } = await caller.do(importMembers, input, options)
    const words = rejected.map(({ line, field, code, params = {} }) => {
      const [issue] = report(refuseFields([{ field, code, params }])).issues
      return { line, why: issue?.message ?? '' }
    })
    return { joined, rejected: words }
  } catch (fault) {
    const isOfRows = fault instanceof Refusal && fault.issues.some(({ field }) => /^\d+\./.test(field))
    if (!isOfRows) throw fault
    const { issues } = report(fault)
    return {
      joined: 0,
      rejected: issues.map(({ field, message }) => ({ line: field.split('.')[0] ?? '', why: message })),
    }
  }
}

import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { DateInput, FileInput } from '../../../../ui/field/index.ts'
import { staffTexts } from '../../texts/staff.ts'
import { errorAt, refusedIn, RefusedNote } from '../field/refused-note.tsx'
import type { StaffFacts } from './staff-facts.ts'

interface Part {
  page: StaffFacts
  /** The answer of the last act, when it was this form's. */
  answer: unknown
}

interface StaffFormProps extends Part {
  /** Id of the section to which a refused form comes back. */
  at: string
  /** Which of the page's acts it is, where there are several. */
  act?: string
  /** It brings a file. */
  files?: boolean
  children: ReactNode
}

/** A form that is sent once, and says first why it was refused. */
export function StaffForm({ page, answer, at, act, files, children }: StaffFormProps) {
  return (
    <Form
      method="post"
      action={`#${at}`}
      {...(files ? { encType: 'multipart/form-data' as const } : {})}
      className="stack"
    >
      <input type="hidden" name="key" value={page.sendKey} />
      {act === undefined ? null : <input type="hidden" name="act" value={act} />}
      <RefusedNote locale={page.locale} answer={answer} />
      {children}
    </Form>
  )
}

/** From which day on it holds; with a name of its own where another form of the page asks the same. */
export function FromInput({ page, answer, id, name = 'validFrom' }: Part & { id?: string; name?: string }) {
  const t = translator(staffTexts, page.locale)
  const refused = refusedIn(answer)
  return (
    <DateInput
      id={id}
      name={name}
      label={t('staff.prices.from')}
      defaultValue={refused?.typed[name]}
      error={errorAt(refused, 'validFrom')}
      required
    />
  )
}

/** A list as people keep it; with a hint where another way stands in for it. */
export function ListFileInput({ page, answer, hint }: Part & { hint?: string | undefined }) {
  const t = translator(staffTexts, page.locale)
  return (
    <FileInput
      name="file"
      label={t('staff.prices.file')}
      accept=".csv,.xlsx,text/csv"
      hint={hint}
      error={errorAt(refusedIn(answer), 'file')}
      required={hint === undefined}
    />
  )
}

/** Name, what was typed and what is wrong with it, for the controls of a form. */
export function fieldsOf(answer: unknown) {
  const refused = refusedIn(answer)
  return (name: string) => ({
    name,
    defaultValue: refused?.typed[name] ?? '',
    error: errorAt(refused, name),
  })
}

import './field.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Icon } from '../icon/index.ts'
import { useFieldWords } from './form-words.tsx'

/** What stands round a control: its name, a hint, its error, and whether it may stay empty. */
export interface FieldFrame {
  /** Also the name sent with the form, unless `id` differs. */
  name: string
  id?: string | undefined
  label: ReactNode
  hint?: ReactNode
  /** What is wrong, why, and what to do. What was typed stays. */
  error?: ReactNode
  required?: boolean | undefined
  /** Show "may stay empty". */
  optional?: boolean | undefined
  /** Show "must be filled"; only where both kinds stand in one form. */
  markRequired?: boolean | undefined
  /** The label is only for a screen reader; the place says it to the eye. */
  labelHidden?: boolean | undefined
}

/** What the control itself must carry so that label, hint and error belong to it. */
export interface ControlLinks {
  id: string
  name: string
  required: boolean | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

export function linksOf({ name, id = name, hint, error, required }: FieldFrame): ControlLinks {
  const described = [hint !== undefined && `${id}-hint`, isWrong(error) && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    required: required || undefined,
    'aria-invalid': isWrong(error) || undefined,
    'aria-describedby': described === '' ? undefined : described,
  }
}

function isWrong(error: ReactNode): boolean {
  return error !== undefined && error !== null && error !== false && error !== ''
}

export function Mark({ optional, markRequired }: Pick<FieldFrame, 'optional' | 'markRequired'>) {
  const words = useFieldWords()
  const mark = optional ? words.optional : markRequired ? words.required : ''
  return mark === '' ? null : <span className="field-mark"> ({mark})</span>
}

export function HintAndError({ id, hint, error }: { id: string; hint: ReactNode; error: ReactNode }) {
  const words = useFieldWords()
  return (
    <>
      {hint === undefined ? null : (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {isWrong(error) ? (
        <p className="error" id={`${id}-error`}>
          <Icon name="warning-circle" />
          <span>
            {words.error === '' ? null : <span className="vh">{words.error} </span>}
            {error}
          </span>
        </p>
      ) : null}
    </>
  )
}

type FieldProps = FieldFrame & {
  /** Shown at the left of the control: "Rp". */
  prefix?: ReactNode
  /** Shown at the right of the control: "kg". */
  suffix?: ReactNode
  /** Draws the control with the links that tie it to label, hint and error. */
  control: (links: ControlLinks) => ReactNode
}

/** Frame of one control. The inputs of this folder use it; use it yourself only for a control that is not among them. */
export function Field({ prefix, suffix, control, ...frame }: FieldProps) {
  const links = linksOf(frame)
  const drawn = control(links)
  return (
    <div className={classNames('field', isWrong(frame.error) && 'field-error')}>
      <label className={classNames('label', frame.labelHidden && 'vh')} htmlFor={links.id}>
        {frame.label}
        <Mark optional={frame.optional} markRequired={frame.markRequired} />
      </label>
      <HintAndError id={links.id} hint={frame.hint} error={frame.error} />
      {prefix === undefined && suffix === undefined ? (
        drawn
      ) : (
        <div className="affix">
          {prefix === undefined ? null : <span aria-hidden="true">{prefix}</span>}
          {drawn}
          {suffix === undefined ? null : <span aria-hidden="true">{suffix}</span>}
        </div>
      )}
    </div>
  )
}

/** Splits the properties of a field from those of its control. */
export function splitFrame<Props extends FieldFrame>(props: Props): [FieldFrame, Omit<Props, keyof FieldFrame>] {
  const { name, id, label, hint, error, required, optional, markRequired, labelHidden, ...rest } = props
  return [{ name, id, label, hint, error, required, optional, markRequired, labelHidden }, rest]
}

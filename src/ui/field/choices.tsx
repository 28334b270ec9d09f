import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { type FieldFrame, HintAndError, linksOf, Mark, splitFrame } from './field.tsx'

type CheckboxProps = FieldFrame & Omit<ComponentPropsWithRef<'input'>, keyof FieldFrame | 'type'>

/** One thing to agree to or to turn on. The label is the sentence. */
export function Checkbox(props: CheckboxProps) {
  const [frame, rest] = splitFrame(props)
  const links = linksOf(frame)
  return (
    <div className={classNames('field', links['aria-invalid'] && 'field-error')}>
      <HintAndError id={links.id} hint={undefined} error={frame.error} />
      <label className="choice" htmlFor={links.id}>
        <input {...rest} {...links} type="checkbox" />
        <span>
          {frame.label}
          <Mark optional={frame.optional} markRequired={frame.markRequired} />
          {frame.hint === undefined ? null : (
            <span className="hint" id={`${links.id}-hint`}>
              {frame.hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}

export interface RadioChoice {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
}

type ChoicesProps = FieldFrame & {
  choices: readonly RadioChoice[]
  defaultValue?: string | readonly string[] | undefined
  /** Several may be chosen: checkboxes with one name instead of radios. */
  several?: boolean | undefined
  onChange?: ((value: string) => void) | undefined
}

/** One of few (or some of few, with `several`). The first choice carries the field's id, so that an error can lead to it. */
export function Radios({ choices, defaultValue, several, onChange, ...frame }: ChoicesProps) {
  const links = linksOf(frame)
  const chosen = typeof defaultValue === 'string' ? [defaultValue] : (defaultValue ?? [])
  return (
    <fieldset
      className={classNames('field', links['aria-invalid'] && 'field-error')}
      aria-describedby={links['aria-describedby']}
    >
      <legend className={classNames('label', frame.labelHidden && 'vh')}>
        {frame.label}
        <Mark optional={frame.optional} markRequired={frame.markRequired} />
      </legend>
      <HintAndError id={links.id} hint={frame.hint} error={frame.error} />
      {choices.map(({ value, label, hint, disabled }, index) => {
        const id = index === 0 ? links.id : `${links.id}-${index}`
        return (
          <label className="choice" key={value} htmlFor={id}>
            <input
              id={id}
              type={several ? 'checkbox' : 'radio'}
              name={frame.name}
              value={value}
              defaultChecked={chosen.includes(value)}
              disabled={disabled}
              required={several ? undefined : links.required}
              aria-invalid={links['aria-invalid']}
              aria-describedby={hint === undefined ? undefined : `${id}-choice`}
              onChange={onChange === undefined ? undefined : () => onChange(value)}
            />
            <span>
              {label}
              {hint === undefined ? null : (
                <span className="hint" id={`${id}-choice`}>
                  {hint}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Field, type FieldFrame, splitFrame } from './field.tsx'

type Own<Element extends 'input' | 'select' | 'textarea'> = Omit<
  ComponentPropsWithRef<Element>,
  keyof FieldFrame | 'prefix'
>

type InputProps = FieldFrame & Own<'input'> & { prefix?: ReactNode; suffix?: ReactNode }

/** One line of words. `type` may be text, email, tel, search, password or url. */
export function TextInput(props: InputProps) {
  const [frame, { prefix, suffix, className, type = 'text', ...rest }] = splitFrame(props)
  return (
    <Field
      {...frame}
      prefix={prefix}
      suffix={suffix}
      control={(links) => <input {...rest} {...links} type={type} className={classNames('input', className)} />}
    />
  )
}

/**
 * A number as people write it here: `1,85`. It stays a text field, because a number field of the browser refuses the
 * decimal comma and changes by the wheel; the phone shows its number keys all the same.
 */
export function NumberInput({ whole, ...props }: InputProps & { whole?: boolean | undefined }) {
  return (
    <TextInput
      autoComplete="off"
      {...props}
      type="text"
      inputMode={whole ? 'numeric' : 'decimal'}
      className={classNames('input-number', props.className)}
    />
  )
}

/** A civil date. Value and limits are 'YYYY-MM-DD'. */
export function DateInput(props: InputProps) {
  return <TextInput {...props} type="date" className={classNames('input-date', props.className)} />
}

export interface Choice {
  value: string
  label: string
  disabled?: boolean | undefined
}

type SelectProps = FieldFrame &
  Own<'select'> & {
    choices: readonly Choice[]
    /** First line, chosen while nothing is: "Pilih bahan". */ placeholder?: string | undefined
  }

export function Select(props: SelectProps) {
  const [frame, { choices, placeholder, className, ...rest }] = splitFrame(props)
  return (
    <Field
      {...frame}
      control={(links) => (
        <select {...rest} {...links} className={classNames('input', className)}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {choices.map(({ value, label, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  )
}

export function Textarea(props: FieldFrame & Own<'textarea'>) {
  const [frame, { className, rows = 4, ...rest }] = splitFrame(props)
  return (
    <Field
      {...frame}
      control={(links) => <textarea {...rest} {...links} rows={rows} className={classNames('input', className)} />}
    />
  )
}

/** `accept` as in HTML; `capture="environment"` opens the camera of a phone. */
export function FileInput(props: FieldFrame & Own<'input'>) {
  const [frame, { className, ...rest }] = splitFrame(props)
  return (
    <Field
      {...frame}
      control={(links) => (
        <input {...rest} {...links} type="file" className={classNames('input input-file', className)} />
      )}
    />
  )
}

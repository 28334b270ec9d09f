import './error-summary.css'
import type { ReactNode } from 'react'
import { Icon } from '../icon/index.ts'

export interface FieldError {
  /** Id of the control that must be corrected; without it the line is not a link. */
  field?: string | undefined
  message: ReactNode
}

interface ErrorSummaryProps {
  id?: string | undefined
  /** "Ada dua yang perlu diperbaiki". */
  title: ReactNode
  children?: ReactNode
  errors: readonly FieldError[]
  /** Takes the focus when the page comes back with errors, also without script. */
  autoFocus?: boolean | undefined
}

/** First thing of a page that refused an input: every fault, each leading to its field. */
export function ErrorSummary({ id = 'errors', title, children, errors, autoFocus }: ErrorSummaryProps) {
  return (
    <div
      className="error-summary"
      id={id}
      role="alert"
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      autoFocus={autoFocus}
    >
      <h2 id={`${id}-title`}>
        <Icon name="warning-circle" />
        {title}
      </h2>
      {children === undefined ? null : <p>{children}</p>}
      <ul>
        {errors.map(({ field, message }, index) => (
          // The same message may stand twice; the order never changes within one answer.
          <li key={`${field ?? ''}-${index}`}>{field === undefined ? message : <a href={`#${field}`}>{message}</a>}</li> // oxlint-disable-line react/no-array-index-key
        ))}
      </ul>
    </div>
  )
}

import './steps.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'

interface ProgressStepsProps {
  /** "Kemajuan pengajuan". */
  label: string
  steps: readonly { key: string; name: string }[]
  /** Index of the step now taken; all before it are done. `steps.length` when all are. */
  current: number
  /** Said after a step that is behind: "selesai". */
  done: string
}

export function ProgressSteps({ label, steps, current, done }: ProgressStepsProps) {
  return (
    <ol className="progress-steps" aria-label={label}>
      {steps.map(({ key, name }, index) => (
        <li
          key={key}
          className={index < current ? 'done' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span>
            {name}
            {index < current ? <span className="vh">, {done}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** What to do, one after the other, in words. */
export function StepList({ steps }: { steps: readonly { key: string; title: ReactNode; text: ReactNode }[] }) {
  return (
    <ol className="step-list">
      {steps.map(({ key, title, text }) => (
        <li key={key}>
          <h3>{title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  )
}

export interface Moment {
  key: string
  /** Formatted time. */
  when: ReactNode
  /** ISO instant or civil date, for machines. */
  dateTime?: string | undefined
  title: ReactNode
  detail?: ReactNode
  /** Where it stands now. */
  now?: boolean | undefined
  /** The line to the next moment is broken: what lies between is not known. */
  unsure?: boolean | undefined
}

/** What happened, oldest first. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="timeline">
      {moments.map(({ key, when, dateTime, title, detail, now, unsure }) => (
        <li key={key} className={classNames(now && 'now', unsure && 'unsure') || undefined}>
          {dateTime === undefined ? <span className="when">{when}</span> : <time dateTime={dateTime}>{when}</time>}
          <b>{title}</b>
          {detail === undefined ? null : <p className="small soft">{detail}</p>}
        </li>
      ))}
    </ol>
  )
}

import './definition-list.css'
import type { ReactNode } from 'react'

export interface Definition {
  key: string
  term: ReactNode
  detail: ReactNode
  /** Where the fact comes from. */
  source?: ReactNode
}

/** Name at the left, matter at the right, a hairline between: the manner of a timetable. */
export function DefinitionList({ rows }: { rows: readonly Definition[] }) {
  return (
    <dl className="rows">
      {rows.map(({ key, term, detail, source }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>
            {detail}
            {source === undefined ? null : <span className="source rows-source">{source}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export interface Term {
  key: string
  name: ReactNode
  /** Large: "2%", "25 juta". Leave it out where nothing is known; a gap is shown, and `detail` says so. */
  value?: ReactNode
  before?: ReactNode
  after?: ReactNode
  detail?: ReactNode
  source?: ReactNode
}

/** The terms of a programme, large, each with its source. */
export function Terms({ terms }: { terms: readonly Term[] }) {
  return (
    <dl className="terms">
      {terms.map(({ key, name, value, before, after, detail, source }) => (
        <div className="term" key={key}>
          <dt>{name}</dt>
          <dd>
            {value === undefined ? (
              <span className="term-value soft" aria-hidden="true">
                –
              </span>
            ) : (
              <span className="term-value">
                {before === undefined ? null : <small>{before}</small>}
                {value}
                {after === undefined ? null : <small> {after}</small>}
              </span>
            )}
            {detail}
            {source === undefined ? null : <span className="source rows-source">{source}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

import './proof-mark.css'
import type { ReactNode } from 'react'
import { Icon } from '../icon/index.ts'
import { Tag, type TagTone } from '../tag/index.ts'

/** local = only on this device (broken line), sent = the server has it (whole line), sealed = in the sealed tree (filled). */
export type ProofState = 'local' | 'sent' | 'sealed'

const toneOf = { local: 'wait', sent: 'act', sealed: 'ok' } as const satisfies Record<ProofState, TagTone>

/** The state of proof in one line: sign and word. The same wherever a record is shown. */
export function ProofMark({ state, children }: { state: ProofState; children: ReactNode }) {
  return (
    <Tag tone={toneOf[state]} icon={state} dashed={state === 'local'}>
      {children}
    </Tag>
  )
}

interface ProofLine {
  id: string
  state: ProofState
  /** What it is: time and person. */
  title: ReactNode
  /** The state in words. */
  stateText: ReactNode
  /** An amount at the right. */
  amount?: ReactNode
  href?: string | undefined
}

/** Records of the day with their state, as on the officer's phone. */
export function ProofList({ label, lines }: { label: string; lines: readonly ProofLine[] }) {
  return (
    <ul className="thread-list" aria-label={label}>
      {lines.map(({ id, state, title, stateText, amount, href }) => (
        <li key={id}>
          <Icon name={state} />
          <p>
            {href === undefined ? title : <a href={href}>{title}</a>}
            <br />
            <Tag tone={toneOf[state]} icon={null} dashed={state === 'local'}>
              {stateText}
            </Tag>
          </p>
          {amount === undefined ? null : <b>{amount}</b>}
        </li>
      ))}
    </ul>
  )
}

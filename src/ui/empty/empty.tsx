import './empty.css'
import type { ReactNode } from 'react'
import { type Pillar, Weave } from '../weave/index.ts'

interface EmptyProps {
  /** "Belum ada setoran hari ini". */
  title: ReactNode
  /** What will appear here, and when. */
  children?: ReactNode
  /** The next step. */
  action?: ReactNode
  pillar?: Pillar | undefined
}

export function Empty({ title, children, action, pillar }: EmptyProps) {
  return (
    <div className="empty">
      {pillar === undefined ? null : <Weave pillar={pillar} size={40} />}
      <p className="empty-title">{title}</p>
      {children === undefined ? null : <p className="empty-text">{children}</p>}
      {action}
    </div>
  )
}

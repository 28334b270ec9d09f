import './evidence.css'
import type { ReactNode } from 'react'
import { Corak } from '../corak/index.ts'
import { Icon } from '../icon/index.ts'

interface EvidenceProps {
  title: ReactNode
  detail: ReactNode
  /** What can be opened and checked: its page and SHA-256. Without it, it is only a link to somewhere else, and stays dashed. */
  sealed?: { href: string; hash: string; label: string } | undefined
}

/** What can be pinned to a claim. */
export function Evidence({ title, detail, sealed }: EvidenceProps) {
  const words = (
    <div>
      <b>{title}</b>
      <span>{detail}</span>
    </div>
  )
  return sealed === undefined ? (
    <div className="evidence evidence-loose">
      <span className="evidence-link">
        <Icon name="link-break" />
      </span>
      {words}
    </div>
  ) : (
    <a className="evidence" href={sealed.href}>
      <Corak hash={sealed.hash} label={sealed.label} size={40} />
      {words}
    </a>
  )
}

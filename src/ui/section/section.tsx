import './section.css'
import type { ReactNode } from 'react'
import type { Pillar } from '../weave/index.ts'

interface SectionProps {
  /** Anchor of the section; its heading is `<id>-title`. */
  id: string
  title: ReactNode
  /** One or two small sentences under the name. */
  note?: ReactNode
  pillar?: Pillar | undefined
  children: ReactNode
}

/** Its name in the left column, its matter in the right, a hairline above; one column under 64rem. */
export function Section({ id, title, note, pillar, children }: SectionProps) {
  return (
    <section className="section" id={id} aria-labelledby={`${id}-title`} data-pillar={pillar}>
      <div className="section-head">
        <h2 id={`${id}-title`}>{title}</h2>
        {note === undefined ? null : <p className="soft small">{note}</p>}
      </div>
      <div className="section-body">{children}</div>
    </section>
  )
}

import './page-header.css'
import type { ReactNode } from 'react'
import { Actions } from '../button/index.ts'
import { classNames } from '../class-names/index.ts'
import { Cloth, type Pillar, PillarTag } from '../weave/index.ts'

interface PageHeaderProps {
  title: ReactNode
  /** Second line of the title: what the name stands for. */
  expansion?: ReactNode
  lead?: ReactNode
  /** Its cloth stands beside the title, its name above it. */
  pillar?: { pillar: Pillar; name: string } | undefined
  actions?: ReactNode
  /** Smaller title, for a workroom or a long sentence. */
  plain?: boolean | undefined
  children?: ReactNode
}

export function PageHeader({ title, expansion, lead, pillar, actions, plain, children }: PageHeaderProps) {
  return (
    <header
      className={classNames('title', plain && 'title-plain', pillar !== undefined && 'title-cloth')}
      data-pillar={pillar?.pillar}
    >
      {pillar === undefined ? null : <Cloth pillar={pillar.pillar} />}
      <div>
        {pillar === undefined ? null : <PillarTag pillar={pillar.pillar} name={pillar.name} />}
        <h1>{title}</h1>
        {expansion === undefined ? null : <p className="title-expansion">{expansion}</p>}
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        {actions === undefined ? null : <Actions>{actions}</Actions>}
        {children}
      </div>
    </header>
  )
}

/** The way back; the last crumb is the page itself and no link. */
export function Breadcrumbs({
  label,
  crumbs,
  here,
}: {
  label: string
  crumbs: readonly { href: string; text: string }[]
  here?: string | undefined
}) {
  return (
    <nav className="crumbs" aria-label={label}>
      <ol>
        {crumbs.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
        {here === undefined ? null : <li aria-current="page">{here}</li>}
      </ol>
    </nav>
  )
}

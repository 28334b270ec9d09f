import './figure.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Icon } from '../icon/index.ts'

interface FigureProps {
  label: ReactNode
  /** Already formatted: "Rp412.650.000". */
  value: ReactNode
  unit?: ReactNode
  /** The records that the figure counts: "Buka 1.096 catatan". */
  href: string
  open: ReactNode
  /** A "data contoh" mark. */
  sample?: ReactNode
}

/** A counted figure: large, light, under a dark rule, and a door to the records that it counts. */
export function Figure({ label, value, unit, href, open, sample }: FigureProps) {
  return (
    <a className="figure" href={href}>
      <span className="figure-label">{label}</span>
      <FigureValue value={value} unit={unit} />
      <span className="figure-open">
        <Icon name="open" />
        <span>{open}</span> {sample}
      </span>
    </a>
  )
}

interface PublishedFigureProps {
  label: ReactNode
  value: ReactNode
  unit?: ReactNode
  /** "Angka terbitan. Sumber: ...". */
  source: ReactNode
  sourceHref?: string | undefined
}

/** A figure that was only published: thin rule, its source, nothing to open. Never in one sum or chart with counted ones. */
export function PublishedFigure({ label, value, unit, source, sourceHref }: PublishedFigureProps) {
  return (
    <div className="figure figure-published">
      <span className="figure-label">{label}</span>
      <FigureValue value={value} unit={unit} />
      <span className="source">{sourceHref === undefined ? source : <a href={sourceHref}>{source}</a>}</span>
    </div>
  )
}

function FigureValue({ value, unit }: { value: ReactNode; unit: ReactNode }) {
  return (
    <span className="figure-value">
      {value}
      {unit === undefined ? null : <small> {unit}</small>}
    </span>
  )
}

export function Figures({ columns = 3, children }: { columns?: 2 | 3 | 4 | undefined; children: ReactNode }) {
  return <div className={classNames('figures', `figures-${columns}`)}>{children}</div>
}

/** Dotted underline: opens the records behind a figure in a sentence or a cell. */
export function OpenLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="open" href={href}>
      {children}
    </a>
  )
}

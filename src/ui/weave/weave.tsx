import './weave.css'
import { classNames } from '../class-names/index.ts'
import { type Pillar, weaveMarks } from './weave-marks.ts'

/** The pillar's mark. Never alone: its name stands beside it. */
export function Weave({ pillar, size = 20 }: { pillar: Pillar; size?: number | undefined }) {
  return (
    <svg
      className="weave"
      data-pillar={pillar}
      viewBox="0 0 33 33"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={weaveMarks[pillar]} stroke="currentColor" strokeWidth="2.3" />
    </svg>
  )
}

/** Threads at full size, beside a title or on a cover. Never behind words. */
export function Cloth({ pillar, className }: { pillar: Pillar; className?: string | undefined }) {
  return <i className={classNames('cloth-fill', className)} data-pillar={pillar} aria-hidden="true" />
}

/** A band of weft at a foot or at the head of a receipt. Without pillars it is plain ink. */
export function Band({ pillars = [] }: { pillars?: readonly Pillar[] | undefined }) {
  return (
    <div className={classNames('band', pillars.length === 0 && 'band-ink')} aria-hidden="true">
      {pillars.length === 0 ? <i /> : pillars.map((pillar) => <i key={pillar} data-pillar={pillar} />)}
    </div>
  )
}

export function PillarTag({ pillar, name }: { pillar: Pillar; name: string }) {
  return (
    <span className="pillar-tag" data-pillar={pillar}>
      <Weave pillar={pillar} size={18} />
      {name}
    </span>
  )
}

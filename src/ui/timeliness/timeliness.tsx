import './timeliness.css'

/** day = entered on the day, week = within 7 days, later, imported. */
export type TimelinessKind = 'day' | 'week' | 'later' | 'imported'

interface TimelinessProps {
  /** "Dicatat pada harinya: 8 dari 10 catatan." */
  sentence: string
  /** In this order: day, week, later, imported. `shown` is the count and share, formatted. */
  parts: readonly { kind: TimelinessKind; label: string; count: number; shown: string }[]
}

const width = 240

/** How soon after the deed its records were written; stands with every counted figure. */
export function Timeliness({ sentence, parts }: TimelinessProps) {
  const bars = barsOf(parts)
  return (
    <div className="timeliness">
      <svg viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" role="img" aria-label={sentence}>
        {bars.map(({ kind, x, wide }) => (
          <Part key={kind} kind={kind} x={x} wide={wide} />
        ))}
      </svg>
      <ul>
        {parts.map(({ kind, label, shown }) => (
          <li key={kind}>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
              <Part kind={kind} x={0} wide={12} />
            </svg>
            <span>{label}</span>
            <b>{shown}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

function barsOf(parts: TimelinessProps['parts']): { kind: TimelinessKind; x: number; wide: number }[] {
  const counts = parts.map(({ count }) => Math.max(0, count))
  const total = counts.reduce((sum, count) => sum + count, 0)
  const scale = total === 0 ? 0 : width / total
  return parts.map(({ kind }, index) => ({
    kind,
    x: counts.slice(0, index).reduce((sum, count) => sum + count, 0) * scale,
    wide: (counts[index] ?? 0) * scale,
  }))
}

/** Told apart by density, not by hue: full, close threads, thin threads, only an outline. */
function Part({ kind, x, wide }: { kind: TimelinessKind; x: number; wide: number }) {
  if (wide <= 0) return null
  const start = round(x)
  const span = round(wide)
  if (kind === 'day') return <rect x={start} y="0" width={span} height="12" fill="currentColor" />
  if (kind === 'week')
    return (
      <path
        d={`M${start} 1.5h${span}M${start} 6h${span}M${start} 10.5h${span}`}
        stroke="currentColor"
        strokeWidth="3"
      />
    )
  if (kind === 'later')
    return (
      <path d={`M${start} 1h${span}M${start} 6h${span}M${start} 11h${span}`} stroke="currentColor" strokeWidth="1" />
    )
  return (
    <rect
      x={round(x + 0.75)}
      y="0.75"
      width={round(Math.max(0.1, wide - 1.5))}
      height="10.5"
      fill="none"
      stroke="currentColor"
      strokeDasharray="2 2"
      vectorEffect="non-scaling-stroke"
    />
  )
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

import './toast.css'
import type { ReactNode } from 'react'

/** A short word about what has just been done, with one way on. Stands inside a `LiveRegion`. */
export function Toast({
  children,
  action,
}: {
  children: ReactNode
  action?: { href: string; text: string } | undefined
}) {
  return (
    <p className="toast">
      <span>{children}</span>
      {action === undefined ? null : <a href={action.href}>{action.text}</a>}
    </p>
  )
}

interface LiveRegionProps {
  /** Floats at the foot of the screen; otherwise it stands where it is. */
  floating?: boolean | undefined
  /** Interrupts the reader; only when work stops. */
  urgent?: boolean | undefined
  children?: ReactNode
}

/** Must be in the page before its words change, or they are not spoken. */
export function LiveRegion({ floating, urgent, children }: LiveRegionProps) {
  return (
    <div
      className={floating ? 'live-region live-region-floating' : 'live-region'}
      role={urgent ? 'alert' : 'status'}
      aria-live={urgent ? 'assertive' : 'polite'}
    >
      {children}
    </div>
  )
}

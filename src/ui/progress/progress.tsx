import './progress.css'
import type { ReactNode } from 'react'

interface ProgressProps {
  id: string
  /** "Mengirim foto, 3 dari 5". */
  label: ReactNode
  value: number
  max: number
}

export function Progress({ id, label, value, max }: ProgressProps) {
  return (
    <div className="progress">
      <label className="small" htmlFor={id}>
        {label}
      </label>
      <progress id={id} value={value} max={max} />
    </div>
  )
}

/** Waiting without a known end; say what for. */
export function Spinner({ label }: { label: string }) {
  return (
    <span className="spinner" role="status">
      <i aria-hidden="true" />
      <span>{label}</span>
    </span>
  )
}

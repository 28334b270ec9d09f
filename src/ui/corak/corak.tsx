import './corak.css'
import { corakPath } from './corak-path.ts'

interface CorakProps {
  /** SHA-256 of the record, hexadecimal. */
  hash: string
  /** "Corak segel 57eb 6b34". Leave out where the same words stand beside it. */
  label?: string | undefined
  /** Edge in pixels. */
  size?: number | undefined
}

export function Corak({ hash, label, size = 44 }: CorakProps) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className="corak" viewBox="0 0 52 52" width={size} height={size} focusable="false" {...spoken}>
      <path d={corakPath(hash)} stroke="currentColor" strokeWidth="1.5" />
    </svg>
  )
}

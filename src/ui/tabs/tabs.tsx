import './tabs.css'
import { Count } from '../tag/index.ts'

export interface Tab {
  href: string
  text: string
  count?: string | undefined
  current?: boolean | undefined
}

/** Tabs are links: each has its address, and works without script. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, text, count, current }) => (
        <a key={href} href={href} aria-current={current ? 'page' : undefined}>
          {text}
          {count === undefined ? null : <Count>{count}</Count>}
        </a>
      ))}
    </nav>
  )
}

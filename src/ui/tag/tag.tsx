import './tag.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Icon, type IconName } from '../icon/index.ts'

export type TagTone = 'idle' | 'ok' | 'wait' | 'stop' | 'act'

const iconOf = { idle: undefined, ok: 'check', wait: 'hourglass', stop: 'x', act: undefined } as const satisfies Record<
  TagTone,
  IconName | undefined
>

interface TagProps {
  tone?: TagTone | undefined
  /** The state's own icon; ok, wait and stop have one already; null leaves it out where a larger sign stands beside it. */
  icon?: IconName | null | undefined
  /** Not yet settled, or not yet on the server. */
  dashed?: boolean | undefined
  children: ReactNode
}

/** A state: tint, icon and word together. */
export function Tag({ tone = 'idle', icon, dashed, children }: TagProps) {
  const shown = icon === undefined ? iconOf[tone] : icon
  return (
    <span className={classNames('tag', tone !== 'idle' && `tag-${tone}`, dashed && 'tag-dashed')}>
      {shown ? <Icon name={shown} /> : null}
      {children}
    </span>
  )
}

/** The dashed grey mark beside a figure that is made up: "data contoh". */
export function Sample({ children }: { children: ReactNode }) {
  return <span className="sample">{children}</span>
}

/** How many wait behind a link or tab. */
export function Count({ children }: { children: ReactNode }) {
  return <span className="count">{children}</span>
}

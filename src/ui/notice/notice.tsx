import './notice.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Icon, type IconName } from '../icon/index.ts'

export type NoticeTone = 'info' | 'ok' | 'wait' | 'stop'

const iconOf = {
  info: 'info',
  ok: 'check-circle',
  wait: 'hourglass',
  stop: 'warning-circle',
} as const satisfies Record<NoticeTone, IconName>

interface NoticeProps {
  tone?: NoticeTone | undefined
  /** The thing itself, in one sentence. */
  title?: ReactNode
  /** The reason and the next step. */
  children?: ReactNode
  icon?: IconName | undefined
  /** `status` when it appears after an action, `alert` only when work stops. */
  role?: 'status' | 'alert' | undefined
}

export function Notice({ tone = 'info', title, children, icon, role }: NoticeProps) {
  return (
    <div className={classNames('notice', tone !== 'info' && `notice-${tone}`)} role={role}>
      <Icon name={icon ?? iconOf[tone]} />
      <div>
        {title === undefined ? null : <b>{title} </b>}
        {children}
      </div>
    </div>
  )
}

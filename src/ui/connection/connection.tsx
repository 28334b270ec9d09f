import './connection.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Icon, type IconName } from '../icon/index.ts'

/** on = joined, joining = trying again, off = no signal. */
export type ConnectionState = 'on' | 'joining' | 'off'

const iconOf = { on: 'broadcast', joining: 'arrows-clockwise', off: 'wifi-slash' } as const satisfies Record<
  ConnectionState,
  IconName
>

/** One line in a live room. */
export function Connection({ state, children }: { state: ConnectionState; children: ReactNode }) {
  return (
    <span className={classNames('live', `live-${state}`)} role="status">
      <Icon name={iconOf[state]} />
      <span>{children}</span>
    </span>
  )
}

interface SignalProps {
  state: ConnectionState
  /** "Tanpa sinyal. Terus saja bekerja." */
  title: ReactNode
  /** "3 setoran aman di ponsel ini." */
  children?: ReactNode
}

/** The strip under the top bar of the officer's phone: broken line without signal, whole with it. */
export function Signal({ state, title, children }: SignalProps) {
  return (
    <div className={classNames('signal', `signal-${state}`)} role="status">
      <Icon name={state === 'on' ? 'wifi-high' : iconOf[state]} />
      <p>
        <b>{title}</b>
        {children === undefined ? null : <span className="signal-more">{children}</span>}
      </p>
    </div>
  )
}

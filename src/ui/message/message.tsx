import './message.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'

export interface MessageItem {
  id: string
  href: string
  subject: string
  /** Who wrote: office or programme. */
  from: string
  /** Formatted time, and the ISO instant. */
  when: string
  dateTime: string
  /** First words. */
  text?: ReactNode
  /** Not yet read; `unread` of the list is said for it. */
  unread?: boolean | undefined
  tag?: ReactNode
}

/** A mailbox. Unread is told by a filled lozenge, by weight and by a word. */
export function MessageList({
  label,
  unread,
  messages,
}: {
  label: string
  unread: string
  messages: readonly MessageItem[]
}) {
  return (
    <ul className="messages" aria-label={label}>
      {messages.map((message) => (
        <li key={message.id} className={classNames('message', message.unread && 'message-unread')}>
          <i className="message-mark" aria-hidden="true" />
          <p className="message-head">
            <span>{message.from}</span>
            <time dateTime={message.dateTime}>{message.when}</time>
          </p>
          <a href={message.href}>
            {message.unread ? <span className="vh">{unread}: </span> : null}
            {message.subject}
          </a>
          {message.text === undefined ? null : <p className="message-text">{message.text}</p>}
          {message.tag === undefined ? null : <p className="message-tag">{message.tag}</p>}
        </li>
      ))}
    </ul>
  )
}

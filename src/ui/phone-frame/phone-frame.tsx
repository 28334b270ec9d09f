import './phone-frame.css'
import type { ReactNode } from 'react'
import { type NavLink, NavList, SkipLink } from '../frame/index.ts'
import { Icon } from '../icon/index.ts'
import { Sample } from '../tag/index.ts'

interface PhoneFrameProps {
  words: { skip: string; bottomNav: string }
  title: string
  /** Where the work is done: "Bank Sampah Hijau Daun, Bujel". */
  place?: string | undefined
  back?: { href: string; label: string } | undefined
  /** "data contoh", only in a demo. */
  sample?: string | undefined
  /** A `Signal`: connection, and what still waits on this device. */
  signal?: ReactNode
  /** At most four; left out on a screen that ends in a `MoneyTotal`. */
  nav?: readonly NavLink[] | undefined
  /** Sticks to the foot: a `MoneyTotal`. */
  bottom?: ReactNode
  children: ReactNode
}

/** The officer's phone, one column of 27.5rem; works with no signal. */
export function PhoneFrame({ words, title, place, back, sample, signal, nav, bottom, children }: PhoneFrameProps) {
  return (
    <div className="phone">
      <SkipLink>{words.skip}</SkipLink>
      <header className="phone-top">
        <div className="phone-top-row">
          {back === undefined ? null : (
            <a className="phone-back" href={back.href} aria-label={back.label}>
              <Icon name="arrow-left" />
            </a>
          )}
          <div className="phone-title">
            <h1>{title}</h1>
            {place === undefined ? null : <p className="tiny soft">{place}</p>}
          </div>
          {sample === undefined ? null : <Sample>{sample}</Sample>}
        </div>
        {signal}
      </header>
      <main id="isi" className="phone-main">
        <div className="phone-matter">{children}</div>
        {bottom}
      </main>
      {nav === undefined ? null : (
        <nav className="phone-nav" aria-label={words.bottomNav}>
          <NavList links={nav} />
        </nav>
      )}
    </div>
  )
}

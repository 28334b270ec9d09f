import './frame-parts.css'
import type { ReactNode } from 'react'
import { classNames } from '../class-names/index.ts'
import { Icon, type IconName } from '../icon/index.ts'
import { Count } from '../tag/index.ts'

export interface NavLink {
  href: string
  text: string
  icon?: IconName | undefined
  /** How many wait behind it. */
  count?: string | undefined
  current?: boolean | undefined
}

export interface Language {
  href: string
  /** Code of the language, 'id' or 'en'. */
  code: string
  /** Its name in itself: "Bahasa Indonesia". */
  name: string
  current?: boolean | undefined
}

/** First in every page. Its target is `<main id="isi">`. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a className="skip" href="#isi">
      {children}
    </a>
  )
}

/** The dashed bar over every page of a demo. */
export function SampleBar({
  label,
  children,
  wide,
}: {
  label: string
  children: ReactNode
  wide?: boolean | undefined
}) {
  return (
    <aside className="sample-bar" aria-label={label}>
      <p className={classNames('wrap', wide && 'wrap-wide')}>
        <Icon name="flask" />
        <span>
          <b>{label}.</b> {children}
        </span>
      </p>
    </aside>
  )
}

export function LanguageSwitch({ label, languages }: { label: string; languages: readonly Language[] }) {
  return (
    <div className="lang" role="group" aria-label={label}>
      {languages.map(({ href, code, name, current }) => (
        <a key={code} href={href} lang={code} hrefLang={code} aria-current={current ? 'true' : undefined}>
          {code.toUpperCase()}
          <span className="vh"> {name}</span>
        </a>
      ))}
    </div>
  )
}

export function NavList({ links }: { links: readonly NavLink[] }) {
  return (
    <ul>
      {links.map(({ href, text, icon, count, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {icon === undefined ? null : <Icon name={icon} />}
            <span>{text}</span>
            {count === undefined ? null : <Count>{count}</Count>}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface MenuProps {
  /** Word on the button, and name of the landmark. */
  label: string
  icon?: IconName | undefined
  /** What the button shows instead of the icon and word. */
  face?: ReactNode
  className?: string | undefined
  links: readonly NavLink[]
  /** Below the links: a form that signs out. */
  children?: ReactNode
}

/** A menu that opens without script. */
export function Menu({ label, icon = 'list', face, className, links, children }: MenuProps) {
  return (
    <details className={classNames('menu', className)}>
      <summary>
        {face ?? (
          <>
            <Icon name={icon} />
            <span>{label}</span>
          </>
        )}
      </summary>
      <nav className="menu-sheet" aria-label={label}>
        <NavList links={links} />
        {children}
      </nav>
    </details>
  )
}

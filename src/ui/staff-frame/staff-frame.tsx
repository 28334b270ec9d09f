import './staff-frame.css'
import type { ReactNode } from 'react'
import { Brand } from '../brand/index.ts'
import { type Language, LanguageSwitch, Menu, type NavLink, NavList, SampleBar, SkipLink } from '../frame/index.ts'
import { Icon } from '../icon/index.ts'

export interface StaffWords {
  skip: string
  /** Name of the left navigation and of its menu on a small screen. */
  rooms: string
  language: string
  /** Name of the user's menu: "Akun Anda". */
  account: string
}

interface StaffFrameProps {
  words: StaffWords
  brand: { href: string; name: string; place: string }
  /** Groups of rooms; a group may have a name. */
  nav: readonly { key: string; name?: string | undefined; links: readonly NavLink[] }[]
  languages: readonly Language[]
  user: { name: string; role: string; links: readonly NavLink[]; /** The form that signs out. */ signOut?: ReactNode }
  /** Waiting messages and the like, at the right of the top bar. */
  tools?: ReactNode
  sample?: { label: string; text: ReactNode } | undefined
  children: ReactNode
}

/** The workroom of an office: rooms at the left, who you are at the top right. */
export function StaffFrame({ words, brand, nav, languages, user, tools, sample, children }: StaffFrameProps) {
  return (
    <div className="staff">
      <SkipLink>{words.skip}</SkipLink>
      {sample === undefined ? null : (
        <SampleBar label={sample.label} wide>
          {sample.text}
        </SampleBar>
      )}
      <header className="staff-top">
        <Menu className="staff-menu" label={words.rooms} links={nav.flatMap(({ links }) => links)} />
        <Brand {...brand} />
        <div className="staff-tools">
          {tools}
          <LanguageSwitch label={words.language} languages={languages} />
          <Menu
            className="staff-user"
            label={words.account}
            links={user.links}
            face={<UserFace name={user.name} role={user.role} label={words.account} />}
          >
            {user.signOut}
          </Menu>
        </div>
      </header>
      <div className="staff-body">
        <nav className="staff-nav" aria-label={words.rooms}>
          {nav.map(({ key, name, links }) => (
            <div key={key}>
              {name === undefined ? null : <p className="staff-group">{name}</p>}
              <NavList links={links} />
            </div>
          ))}
        </nav>
        <main id="isi" className="staff-main">
          {children}
        </main>
      </div>
    </div>
  )
}

function UserFace({ name, role, label }: { name: string; role: string; label: string }) {
  return (
    <>
      <span className="vh">{label}: </span>
      <Icon name="user" className="staff-face" />
      <span className="staff-who">
        <b>{name}</b>
        <span>{role}</span>
      </span>
      <Icon name="caret-down" />
    </>
  )
}

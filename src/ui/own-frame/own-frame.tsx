import './own-frame.css'
import type { ReactNode } from 'react'
import { Brand } from '../brand/index.ts'
import { type Language, LanguageSwitch, type NavLink, NavList, SampleBar, SkipLink } from '../frame/index.ts'

interface OwnFrameProps {
  words: { skip: string; nav: string; language: string }
  brand: { href: string; name: string; place?: string | undefined }
  /** Whose page it is: "Sri Wahyuni". */
  person: string
  /** "Milik saya". */
  title: string
  nav: readonly NavLink[]
  languages: readonly Language[]
  sample?: { label: string; text: ReactNode } | undefined
  /** Help by a person: telephone, office. */
  help?: ReactNode
  children: ReactNode
}

/** A resident's own page: large letters, one column, four ways at most, no script needed. */
export function OwnFrame({ words, brand, person, title, nav, languages, sample, help, children }: OwnFrameProps) {
  return (
    <div className="own">
      <SkipLink>{words.skip}</SkipLink>
      {sample === undefined ? null : <SampleBar label={sample.label}>{sample.text}</SampleBar>}
      <header className="own-top">
        <div className="own-wrap own-top-row">
          <Brand {...brand} />
          <LanguageSwitch label={words.language} languages={languages} />
        </div>
      </header>
      <nav className="own-nav" aria-label={words.nav}>
        <div className="own-wrap">
          <NavList links={nav} />
        </div>
      </nav>
      <main id="isi" className="own-wrap own-main">
        <header className="own-title">
          <p className="soft">{person}</p>
          <h1>{title}</h1>
        </header>
        {children}
      </main>
      {help === undefined ? null : (
        <footer className="own-help">
          <div className="own-wrap">{help}</div>
        </footer>
      )}
    </div>
  )
}

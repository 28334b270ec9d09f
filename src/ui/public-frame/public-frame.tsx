import './public-frame.css'
import type { ReactNode } from 'react'
import { Brand } from '../brand/index.ts'
import { type Language, LanguageSwitch, Menu, type NavLink, NavList, SampleBar, SkipLink } from '../frame/index.ts'
import { Band, type Pillar } from '../weave/index.ts'

export interface PublicWords {
  /** "Langsung ke isi". */
  skip: string
  /** Names of the landmarks. */
  mainNav: string
  menu: string
  language: string
  footNav: string
}

interface PublicFrameProps {
  words: PublicWords
  brand: { href: string; name: string; place: string }
  nav: readonly NavLink[]
  languages: readonly Language[]
  /** "Masuk", or the name of who is signed in. */
  signIn?: NavLink | undefined
  /** Only in a demo. */
  sample?: { label: string; text: ReactNode } | undefined
  foot: { sentence: ReactNode; note?: ReactNode; links: readonly NavLink[] }
  /** Pillars woven into the foot band: all six, or the page's own. */
  pillars?: readonly Pillar[] | undefined
  children: ReactNode
}

/** The page of everybody: no script needed. */
export function PublicFrame({
  words,
  brand,
  nav,
  languages,
  signIn,
  sample,
  foot,
  pillars,
  children,
}: PublicFrameProps) {
  const menu = signIn === undefined ? nav : [...nav, signIn]
  return (
    <>
      <SkipLink>{words.skip}</SkipLink>
      {sample === undefined ? null : <SampleBar label={sample.label}>{sample.text}</SampleBar>}
      <header className="masthead">
        <div className="wrap masthead-row">
          <Brand {...brand} />
          <nav className="masthead-nav" aria-label={words.mainNav}>
            <NavList links={nav} />
          </nav>
          <div className="masthead-tools">
            <LanguageSwitch label={words.language} languages={languages} />
            {signIn === undefined ? null : (
              <a className="masthead-signin" href={signIn.href}>
                {signIn.text}
              </a>
            )}
            <Menu className="masthead-menu" label={words.menu} links={menu} />
          </div>
        </div>
      </header>
      <main id="isi" className="wrap">
        {children}
      </main>
      <footer className="footer">
        <Band pillars={pillars} />
        <div className="wrap footer-row">
          <div>
            <p className="footer-sentence">{foot.sentence}</p>
            {foot.note === undefined ? null : <p className="footer-note">{foot.note}</p>}
          </div>
          <nav aria-label={words.footNav}>
            <NavList links={foot.links} />
          </nav>
        </div>
      </footer>
    </>
  )
}

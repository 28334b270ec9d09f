import './person.css'
import type { ReactNode } from 'react'

interface PersonProps {
  name: string
  /** "NIK ••••••••••••••03 · Bujel, RT 3 RW 2". Never the whole number. */
  detail?: ReactNode
  href?: string | undefined
}

export function Person({ name, detail, href }: PersonProps) {
  return (
    <span className="person">
      <span className="person-mono" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className="person-words">
        {href === undefined ? <b>{name}</b> : <a href={href}>{name}</a>}
        {detail === undefined ? null : <span className="person-detail">{detail}</span>}
      </span>
    </span>
  )
}

/** First letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words
  return chosen
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 32).toUpperCase())
    .join('')
    .trim()
}

interface Hand {
  label: ReactNode
  name: ReactNode
  detail?: ReactNode
}

/** Who recorded and who decides, side by side: never the same person. */
export function TwoHands({ recorded, decides }: { recorded: Hand; decides: Hand }) {
  return (
    <div className="two-hands">
      {[recorded, decides].map(({ label, name, detail }, index) => (
        // The two places are fixed: the first recorded, the second decides.
        <div key={index === 0 ? 'recorded' : 'decides'}>
          <span>{label}</span>
          <b>{name}</b>
          {detail === undefined ? null : <span className="num">{detail}</span>}
        </div>
      ))}
    </div>
  )
}

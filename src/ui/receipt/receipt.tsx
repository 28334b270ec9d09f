import './receipt.css'
import type { ReactNode } from 'react'
import { BrandMark } from '../brand/index.ts'
import { classNames } from '../class-names/index.ts'
import { Band, type Pillar } from '../weave/index.ts'

interface ReceiptProps {
  title: ReactNode
  /** Level of the title: 1 on a page of its own, 2 among other things. */
  heading?: 1 | 2 | undefined
  /** Who gave it: "Bank Sampah Hijau Daun, Kelurahan Bujel". */
  place: ReactNode
  /** Width of the paper in millimetres. */
  paper?: 58 | 80 | undefined
  pillar?: Pillar | undefined
  /** Number, time, member, officer. */
  facts: readonly { key: string; name: ReactNode; value: ReactNode }[]
  /** The lines: a plain table with class `table`, or nothing. */
  children?: ReactNode
  /** "Masuk ke saldo" and the amount. */
  total?: { label: ReactNode; amount: ReactNode } | undefined
  /** What the sum rests on: "Saldo sesudah setoran ...". */
  note?: ReactNode
  /** ProofMark. */
  state?: ReactNode
  /** QR code, corak, and what they are for. */
  proof?: { qr: ReactNode; corak?: ReactNode; text: ReactNode } | undefined
  /** What to do when it is wrong; "data contoh". */
  foot?: ReactNode
}

/** One record for the hand: on screen, and on a roll of 58 or 80 mm. */
export function Receipt({
  title,
  place,
  heading = 1,
  paper = 80,
  pillar,
  facts,
  children,
  total,
  note,
  state,
  proof,
  foot,
}: ReceiptProps) {
  const Title = heading === 1 ? 'h1' : 'h2'
  return (
    <article className={classNames('receipt', `receipt-${paper}`)} data-pillar={pillar}>
      <Band pillars={pillar === undefined ? [] : [pillar]} />
      <header>
        <BrandMark />
        <div>
          <Title className="receipt-title">{title}</Title>
          <p className="small soft">{place}</p>
        </div>
      </header>
      <dl className="receipt-facts">
        {facts.map(({ key, name, value }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {children}
      {total === undefined ? null : (
        <p className="receipt-total">
          <span>{total.label}</span>
          <b>{total.amount}</b>
        </p>
      )}
      {note === undefined ? null : <p className="small soft">{note}</p>}
      {state === undefined ? null : <p className="receipt-state">{state}</p>}
      {proof === undefined ? null : (
        <div className="receipt-proof">
          {proof.qr}
          <div>
            {proof.corak}
            {proof.text}
          </div>
        </div>
      )}
      {foot === undefined ? null : <p className="receipt-foot tiny soft">{foot}</p>}
    </article>
  )
}

/** One line of a receipt: name, how it is reckoned, amount. Fits 58 mm. */
export function ReceiptLines({
  label,
  lines,
}: {
  label: string
  lines: readonly { key: string; name: ReactNode; reckoning?: ReactNode; amount: ReactNode }[]
}) {
  return (
    <ul className="receipt-lines" aria-label={label}>
      {lines.map(({ key, name, reckoning, amount }) => (
        <li key={key}>
          <span>
            {name}
            {reckoning === undefined ? null : <span className="soft receipt-reckoning">{reckoning}</span>}
          </span>
          <b>{amount}</b>
        </li>
      ))}
    </ul>
  )
}

import './money-total.css'
import type { ReactNode } from 'react'

interface MoneyTotalProps {
  /** "Jumlah, 3 bahan". */
  label: ReactNode
  /** Formatted: "Rp11.250". */
  amount: ReactNode
  /** "5,95 kg". */
  detail?: ReactNode
  /** The one primary button. */
  action?: ReactNode
  /** What happens to the record next. */
  note?: ReactNode
  /** Sum lines above the total: [name, amount]. */
  lines?: readonly { key: string; name: ReactNode; amount: ReactNode }[] | undefined
}

/** The sum and its one deed, always in sight at the foot of a phone screen; lets go on short or zoomed screens. */
export function MoneyTotal({ label, amount, detail, action, note, lines = [] }: MoneyTotalProps) {
  return (
    <div className="money-total">
      {lines.length === 0 ? null : (
        <dl className="money-lines">
          {lines.map((line) => (
            <div key={line.key}>
              <dt>{line.name}</dt>
              <dd>{line.amount}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="money-sum">
        <span>
          {label}
          {detail === undefined ? null : <span className="soft money-detail">{detail}</span>}
        </span>
        <b>{amount}</b>
      </p>
      {action}
      {note === undefined ? null : <p className="money-note">{note}</p>}
    </div>
  )
}

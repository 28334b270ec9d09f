import './keypad.css'
import { Icon } from '../icon/index.ts'

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | 'mark' | 'backspace'

interface KeypadProps {
  /** Name of the group: "Angka berat". */
  label: string
  /** The third key of the last row: the decimal comma for weights, "000" for rupiah; left out, the place stays empty. */
  mark?: { text: string; label: string } | undefined
  /** Said for the backspace key: "Hapus satu angka". */
  backspace: string
  onKey: (key: Key) => void
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Large keys for wet or gloved thumbs. It holds nothing: the page keeps the value and shows it. */
export function Keypad({ label, mark, backspace, onKey }: KeypadProps) {
  return (
    <div className="keypad" role="group" aria-label={label}>
      {digits.map((digit) => (
        <button key={digit} type="button" onClick={() => onKey(digit)}>
          {digit}
        </button>
      ))}
      {mark === undefined ? (
        <span />
      ) : (
        <button type="button" aria-label={mark.label} onClick={() => onKey('mark')}>
          {mark.text}
        </button>
      )}
      <button type="button" onClick={() => onKey('0')}>
        0
      </button>
      <button type="button" aria-label={backspace} onClick={() => onKey('backspace')}>
        <Icon name="backspace" />
      </button>
    </div>
  )
}

/** The value that the keys write, large, above them. */
export function KeypadValue({ label, value, unit }: { label: string; value: string; unit?: string | undefined }) {
  return (
    <p className="keypad-value" aria-live="polite">
      <span className="keypad-label">{label}</span>
      <output>{value}</output>
      {unit === undefined ? null : <span className="soft">{unit}</span>}
    </p>
  )
}

import { useRef, useState } from 'react'
import type { PointerEvent } from 'react'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { fieldTexts } from '../../texts/field.ts'

const WIDTH = 320
const HEIGHT = 140
/** The record takes 8,000 characters; the line ends before them. */
const LENGTH_MAX = 7900
/** Points nearer than this to the last one add nothing to the line. */
const STEP = 2

/** A box to sign in by finger, pen or mouse. Sends the line as an SVG path of whole units in the field `strokes`. */
export function SignaturePad({ locale }: { locale: Locale }) {
  const t = translator(fieldTexts, locale)
  const [path, setPath] = useState('')
  const last = useRef<{ x: number; y: number }>(null)
  const draw = (event: PointerEvent<SVGSVGElement>, begin: boolean) => {
    if (!begin && last.current === null) return
    const box = event.currentTarget.getBoundingClientRect()
    const x = Math.round(((event.clientX - box.left) / box.width) * WIDTH)
    const y = Math.round(((event.clientY - box.top) / box.height) * HEIGHT)
    const before = last.current
    if (!begin && before !== null && Math.hypot(x - before.x, y - before.y) < STEP) return
    last.current = { x, y }
    setPath((drawn) => (drawn.length > LENGTH_MAX ? drawn : `${drawn}${begin ? 'M' : 'L'}${x} ${y}`))
  }
  return (
    <div className="signature">
      <p className="label" id="signature-label">
        {t('field.withdraw.sign')}
      </p>
      <p className="hint">{t('field.withdraw.sign.hint')}</p>
      <svg
        id="strokes"
        className="signature-box"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-labelledby="signature-label"
        tabIndex={-1}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          draw(event, true)
        }}
        onPointerMove={(event) => draw(event, false)}
        onPointerUp={() => {
          last.current = null
        }}
        onPointerCancel={() => {
          last.current = null
        }}
      >
        <path className="signature-rule" d={`M20 ${HEIGHT - 30}H${WIDTH - 20}`} />
        <path className="signature-line" d={path} />
      </svg>
      <input type="hidden" name="strokes" value={path} />
      <Button type="button" kind="quiet" small icon="x" onClick={() => setPath('')}>
        {t('field.withdraw.sign.clear')}
      </Button>
    </div>
  )
}

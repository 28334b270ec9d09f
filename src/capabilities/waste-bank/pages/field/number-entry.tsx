import { useState } from 'react'
import { Form } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { type Key, Keypad } from '../../../../ui/keypad/index.ts'
import { fieldTexts } from '../../texts/field.ts'
import { useHydrated } from './hydrated.tsx'

const DIGITS_MAX = 5

/** A member's number on large keys: one press a digit, one to go. Without script it is a plain search. */
export function NumberEntry({ unitId, locale }: { unitId: string; locale: Locale }) {
  const t = translator(fieldTexts, locale)
  const hydrated = useHydrated()
  const [number, setNumber] = useState('')
  const press = (key: Key) => {
    if (key === 'backspace') setNumber(number.slice(0, -1))
    else if (key !== 'mark' && number.length < DIGITS_MAX) setNumber(number + key)
  }
  return (
    <Form className="field-entry" action={`/timbang/${unitId}/nasabah`} method="get" role="search">
      <label className="label" htmlFor="q">
        {t('field.entry.label')}
      </label>
      <div className="field-entry-row">
        <input
          className="input input-number"
          id="q"
          name="q"
          value={number}
          onChange={(event) => setNumber(event.target.value.replaceAll(/\D/g, '').slice(0, DIGITS_MAX))}
          // The page has keys of its own; those of the phone would cover them.
          inputMode={hydrated ? 'none' : 'numeric'}
          autoComplete="off"
          autoFocus
        />
        <Button>{t('field.entry.go')}</Button>
      </div>
      <div className="needs-script">
        <Keypad label={t('field.entry.keys')} backspace={t('field.keys.backspace')} onKey={press} />
      </div>
    </Form>
  )
}

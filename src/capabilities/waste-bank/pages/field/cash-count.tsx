import { useState } from 'react'
import { formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { parseRupiah } from '../../../../kernel/money/contract.ts'
import { NumberInput } from '../../../../ui/field/index.ts'
import { denominations, sumOfPieces } from '../../rules/cash.ts'
import { fieldTexts } from '../../texts/field.ts'

interface CashCountProps {
  locale: Locale
  expected: number
  typed: Readonly<Record<string, string>>
  error: string | undefined
}

/** The counted cash: one number, or by notes and coins, which then make the number. */
export function CashCount({ locale, expected, typed, error }: CashCountProps) {
  const t = translator(fieldTexts, locale)
  const [counted, setCounted] = useState(typed['counted'] ?? '')
  const [pieces, setPieces] = useState<Readonly<Record<string, string>>>(typed)
  const read = parseRupiah(counted)
  const change = (name: string, value: string) => {
    const next = { ...pieces, [name]: value }
    setPieces(next)
    const sum = sumOfPieces((each) => next[each] ?? '')
    if (sum !== undefined) setCounted(String(sum))
  }
  return (
    <>
      <NumberInput
        name="counted"
        whole
        prefix="Rp"
        label={t('field.close.counted')}
        hint={t('field.close.counted.hint')}
        value={counted}
        onChange={(event) => setCounted(event.target.value)}
        error={error}
      />
      {read.ok ? (
        <p aria-live="polite" className="field-difference">
          {difference(read.amount - expected, locale, t)}
        </p>
      ) : null}
      <details className="field-filter">
        <summary>{t('field.close.helper')}</summary>
        <div className="cash-grid">
          {denominations.map((value) => (
            <NumberInput
              key={value}
              name={`d${value}`}
              whole
              label={formatMoney(value, locale)}
              suffix="×"
              value={pieces[`d${value}`] ?? ''}
              onChange={(event) => change(`d${value}`, event.target.value)}
            />
          ))}
        </div>
      </details>
    </>
  )
}

function difference(amount: number, locale: Locale, t: ReturnType<typeof translator<typeof fieldTexts.id>>): string {
  if (amount === 0) return t('field.close.match')
  const words = { amount: formatMoney(Math.abs(amount), locale) }
  return amount > 0 ? t('field.close.more', words) : t('field.close.less', words)
}

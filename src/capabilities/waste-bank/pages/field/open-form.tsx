import { Form } from 'react-router'
import { formatDate, formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { NumberInput, TextInput } from '../../../../ui/field/index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { PageFacts } from './page-facts.ts'
import { errorAt, refusedIn, RefusedNote } from './refused-note.tsx'

interface OpenFormProps {
  page: PageFacts
  formKey: string
  answer: unknown
  cash: number
  lastClosed: { businessDay: string; countedClosing: number } | null
}

/** The day begins with the cash as counted. */
export function OpenForm({ page, formKey, answer, cash, lastClosed }: OpenFormProps) {
  const t = translator(fieldTexts, page.locale)
  const refused = refusedIn(answer)
  return (
    <Form className="phone-pad stack" method="post">
      <RefusedNote locale={page.locale} answer={answer} />
      <h2>{t('field.open.title')}</h2>
      <p>{t('field.open.lead')}</p>
      {lastClosed === null ? null : (
        <p className="small soft">
          {t('field.open.last', {
            day: formatDate(lastClosed.businessDay, page.locale, 'full'),
            amount: formatMoney(lastClosed.countedClosing, page.locale),
          })}
        </p>
      )}
      <NumberInput
        name="counted"
        label={t('field.open.counted')}
        hint={t('field.open.booked', { amount: formatMoney(cash, page.locale) })}
        prefix="Rp"
        whole
        required
        defaultValue={refused?.typed['counted']}
        error={errorAt(refused, 'counted')}
      />
      <TextInput
        name="note"
        label={t('field.open.note')}
        hint={t('field.open.note.hint')}
        optional
        defaultValue={refused?.typed['note']}
        error={errorAt(refused, 'note')}
      />
      <Button wide>{t('field.open.button')}</Button>
      <input type="hidden" name="key" value={formKey} />
    </Form>
  )
}

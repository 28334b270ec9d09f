import { formatMoney, translator, unitName } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Keypad, KeypadValue } from '../../../../ui/keypad/index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Priced, WeighingLines } from './weigh-lines.tsx'

interface WeighFootProps {
  locale: Locale
  weighing: WeighingLines
  prices: readonly Priced[]
  count: number
  total: number
  memberShare: number
  busy: boolean
}

/** The keys for the material that is on the scales, and the sum with its one deed: always in reach of the thumb. */
export function WeighFoot({ locale, weighing, prices, count, total, memberShare, busy }: WeighFootProps) {
  const t = translator(fieldTexts, locale)
  const material = prices.find((price) => price.materialId === weighing.active?.materialId)
  return (
    <div className="weigh-foot needs-script">
      {weighing.active === undefined || material === undefined ? null : (
        <div className="weigh-pad">
          <KeypadValue
            label={locale === 'id' ? material.nameId : material.nameEn}
            value={weighing.active.text === '' ? '0' : weighing.active.text}
            unit={unitName(material.measure, locale)}
          />
          <Keypad
            label={t('field.weigh.keys')}
            mark={material.measure === 'piece' ? undefined : { text: ',', label: t('field.keys.comma') }}
            backspace={t('field.keys.backspace')}
            onKey={weighing.press}
          />
        </div>
      )}
      <div className="weigh-sum">
        <p aria-live="polite">
          <span className="small">
            {t('field.weigh.share')} <b className="num">{formatMoney(memberShare, locale)}</b>
          </span>
          <span className="tiny soft num">
            {t('field.weigh.total')} {formatMoney(total, locale)}, {t('field.weigh.count', { n: count })}
          </span>
        </p>
        <Button form="setor" busy={busy ? t('field.weigh.saving') : undefined}>
          {t('field.weigh.save')}
        </Button>
      </div>
    </div>
  )
}

/** The same without scripts: a row of material and weight for each line. */
export function WeighRows({
  locale,
  prices,
  typed,
}: {
  locale: Locale
  prices: readonly Priced[]
  typed: Readonly<Record<string, string>>
}) {
  const t = translator(fieldTexts, locale)
  return (
    <div className="phone-pad stack">
      <p className="small soft">{t('field.weigh.row.hint')}</p>
      {Array.from({ length: 6 }, (_, at) => (
        <fieldset className="weigh-row" key={at}>
          <legend className="label">{t('field.weigh.row', { n: at + 1 })}</legend>
          <select
            className="input"
            name={`m${at}`}
            aria-label={t('field.weigh.row.pick')}
            defaultValue={typed[`m${at}`] ?? ''}
          >
            <option value="">{t('field.weigh.row.pick')}</option>
            {prices.map((price) => (
              <option key={price.materialId} value={price.materialId}>
                {locale === 'id' ? price.nameId : price.nameEn}, {formatMoney(price.rupiah, locale)}/
                {unitName(price.measure, locale)}
              </option>
            ))}
          </select>
          <input
            className="input input-number"
            name={`w${at}`}
            inputMode="decimal"
            autoComplete="off"
            aria-label={t('field.weigh.row.amount')}
            defaultValue={typed[`w${at}`] ?? ''}
          />
        </fieldset>
      ))}
      <Button wide>{t('field.weigh.save')}</Button>
    </div>
  )
}

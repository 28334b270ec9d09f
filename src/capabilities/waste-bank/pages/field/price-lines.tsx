import { formatMoney, unitName } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import type { PriceList } from '../../contract.ts'
import { MaterialPicture } from './material-picture.tsx'

/** The list of the day in the unit's own order. */
export function PriceLines({ locale, prices }: { locale: Locale; prices: PriceList['prices'] }) {
  return (
    <ul className="field-prices">
      {prices.map(({ materialId, nameId, nameEn, picture, rupiah, measure }) => (
        <li key={materialId}>
          <MaterialPicture name={picture} />
          <span>{locale === 'id' ? nameId : nameEn}</span>
          <span className="num nowrap">
            <b>{formatMoney(rupiah, locale)}</b>
            <span className="soft">/{unitName(measure, locale)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

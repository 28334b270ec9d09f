import { formatMoney, formatNumber, formatQuantity, translator, unitName } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Icon } from '../../../../ui/icon/index.ts'
import { fieldTexts } from '../../texts/field.ts'
import { MaterialPicture } from './material-picture.tsx'
import type { Priced, reckon, WeighingLines } from './weigh-lines.tsx'

type Weighed = ReturnType<typeof reckon>['weighed'][number]

interface TilesProps {
  locale: Locale
  prices: readonly Priced[]
  weighing: WeighingLines
  weighed: readonly Weighed[]
}

/** The materials of the day by picture, in the unit's own order; a tile shows what of it is weighed already. */
export function WeighTiles({ locale, prices, weighing, weighed }: TilesProps) {
  const t = translator(fieldTexts, locale)
  return (
    <ul className="weigh-tiles" aria-label={t('field.weigh.materials')}>
      {prices.map(({ materialId, nameId, nameEn, picture, rupiah, measure }) => {
        const sum = weighed.reduce((all, line) => all + (line.materialId === materialId ? line.quantity : 0), 0)
        return (
          <li key={materialId}>
            <button
              type="button"
              className="weigh-tile"
              aria-pressed={weighing.active?.materialId === materialId}
              data-weighed={sum > 0 || undefined}
              onClick={() => weighing.pick(materialId)}
            >
              <MaterialPicture name={picture} />
              <span className="weigh-tile-name">{locale === 'id' ? nameId : nameEn}</span>
              <span className="weigh-tile-price num">
                {sum > 0
                  ? formatQuantity(sum, measure, locale)
                  : `${formatNumber(rupiah, locale)}/${unitName(measure, locale)}`}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** What is on the receipt so far; each line can be changed, weighed further, or taken away. */
export function WeighList({
  locale,
  weighing,
  weighed,
  errorOf,
}: Omit<TilesProps, 'prices'> & { errorOf: (index: number) => string | undefined }) {
  const t = translator(fieldTexts, locale)
  if (weighed.length === 0) return <p className="phone-pad soft">{t('field.weigh.none')}</p>
  return (
    <ol className="weigh-lines" aria-label={t('field.weigh.lines')}>
      {weighed.map((line, index) => {
        const material = locale === 'id' ? line.nameId : line.nameEn
        const error = errorOf(index)
        return (
          <li
            key={line.id}
            id={`line-${index}`}
            className="weigh-line"
            data-active={weighing.active?.id === line.id || undefined}
          >
            <p>
              <b>{material}</b>
              <span className="small soft num">
                {line.readable ? formatQuantity(line.quantity, line.measure, locale) : '…'} ×{' '}
                {formatMoney(line.price, locale)}
              </span>
              {error === undefined ? null : <span className="error">{error}</span>}
            </p>
            <b className="num nowrap">{formatMoney(line.amount, locale)}</b>
            <p className="weigh-line-deeds">
              <Button type="button" kind="quiet" small icon="plus" onClick={() => weighing.again(line.materialId)}>
                {t('field.weigh.again')}
                <span className="vh"> {material}</span>
              </Button>
              <button
                type="button"
                className="weigh-deed"
                aria-label={t('field.weigh.edit', { material })}
                onClick={() => weighing.edit(line.id)}
              >
                <Icon name="pencil-simple" />
              </button>
              <button
                type="button"
                className="weigh-deed"
                aria-label={t('field.weigh.remove', { material })}
                onClick={() => weighing.remove(line.id)}
              >
                <Icon name="x" />
              </button>
            </p>
          </li>
        )
      })}
    </ol>
  )
}

import { redirect } from 'react-router'
import { formatDate, translator } from '../../../../kernel/i18n/contract.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { Icon } from '../../../../ui/icon/index.ts'
import { listUnits } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/units.ts'
import { FieldPage } from './field-page.tsx'
import { asTeller } from './page-facts.ts'

export const handle = { scripts: false }

export async function loader({ request, context }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const { rows } = await on.caller.ask(listUnits, { size: 200 })
  const [only] = rows
  if (only !== undefined && rows.length === 1) throw redirect(`/timbang/${only.id}`)
  return { page, units: rows }
}

export default function Units({ loaderData }: Route.ComponentProps) {
  const { page, units } = loaderData
  const t = translator(fieldTexts, page.locale)
  return (
    <FieldPage page={page} title={t('field.units.title')}>
      {units.length === 0 ? (
        <div className="phone-pad">
          <Empty title={t('field.units.none')} pillar="environment">
            {t('field.units.none.next')}
          </Empty>
        </div>
      ) : (
        <ul className="field-list">
          {units.map((unit) => (
            <li key={unit.id}>
              <a className="field-row" href={`/timbang/${unit.id}`}>
                <span>
                  <b>
                    {unit.name}, {unit.kelurahan}
                  </b>
                  <span className="small soft">
                    {[
                      unit.address,
                      t('field.units.members', { n: unit.members }),
                      unit.lastWeighingOn === null
                        ? t('field.units.never')
                        : t('field.units.last', { day: formatDate(unit.lastWeighingOn, page.locale, 'medium') }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </span>
                <Icon name="caret-right" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </FieldPage>
  )
}

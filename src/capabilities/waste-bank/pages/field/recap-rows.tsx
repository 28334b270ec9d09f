import { formatFor, translator } from '../../../../kernel/i18n/contract.ts'
import type { z } from 'zod'
import type { DayRecap } from '../../contract.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { PageFacts } from './page-facts.ts'

export type Recap = z.output<typeof DayRecap>

/** What the day brought and paid out. */
export function RecapRows({ page, recap }: { page: PageFacts; recap: Recap }) {
  const t = translator(fieldTexts, page.locale)
  const format = formatFor(page.locale, page.zone)
  const moment = (at: string, name: string | null) => t('field.recap.by', { at: format.instant(at), name: name ?? '' })
  const rows = [
    ['opened', moment(recap.openedAt, recap.openedBy)],
    ['closedAt', recap.closedAt === null ? undefined : moment(recap.closedAt, recap.closedBy)],
    ['opening', format.money(recap.countedOpening)],
    ['deposits', t('field.recap.deposits.detail', { deposits: recap.deposits, members: recap.members })],
    ['weight', format.kilogram(recap.grams)],
    ['total', format.money(recap.total)],
    ['memberShare', format.money(recap.memberShare)],
    ['unitShare', format.money(recap.unitShare)],
    ['withdrawals', t('field.recap.withdrawals.detail', { n: recap.withdrawals, amount: format.money(recap.paidOut) })],
    ['reversals', format.number(recap.reversals)],
  ] as const
  return (
    <dl className="field-cash">
      {rows.map(([key, detail]) =>
        detail === undefined ? null : (
          <div key={key}>
            <dt>{t(`field.recap.${key}`)}</dt>
            <dd className="num">{detail}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

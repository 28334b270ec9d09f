import { formatFor, translator } from '../../../../kernel/i18n/contract.ts'
import { Actions, LinkButton } from '../../../../ui/button/index.ts'
import { DataTable } from '../../../../ui/data-table/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { getRecap } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/recap.ts'
import { FieldPage } from './field-page.tsx'
import { asTeller } from './page-facts.ts'
import { RecapRows } from './recap-rows.tsx'

export const handle = { scripts: false }

export async function loader({ request, context, params: { dayId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  return { page, recap: await on.caller.ask(getRecap, { dayId }) }
}

export default function RecapPage({ loaderData: { page, recap }, params: { unitId } }: Route.ComponentProps) {
  const t = translator(fieldTexts, page.locale)
  const format = formatFor(page.locale, page.zone)
  const money = (amount: number | null) => (amount === null ? '–' : format.money(amount))
  return (
    <FieldPage
      page={page}
      title={t('field.recap.title')}
      place={`${recap.unitName}, ${format.date(recap.businessDay, 'full')}`}
      back={{ href: `/timbang/${unitId}`, label: t('field.back.day') }}
    >
      <div className="phone-pad stack">
        <p className="only-print">
          <b>
            {recap.unitName}, {format.date(recap.businessDay, 'full')}
          </b>
        </p>
        {recap.closedAt === null ? (
          <Notice tone="wait" title={t('field.recap.open')} />
        ) : (
          <Notice tone="ok" role="status" title={t('field.recap.closed')} />
        )}
        <RecapRows page={page} recap={recap} />
        <dl className="field-cash">
          {(['expected', 'counted', 'difference'] as const).map((key) => (
            <div key={key}>
              <dt>{t(`field.recap.${key}`)}</dt>
              <dd className="num">
                {money(
                  { expected: recap.expectedCash, counted: recap.countedClosing, difference: recap.difference }[key],
                )}
              </dd>
            </div>
          ))}
        </dl>
        {recap.note === null ? null : (
          <p>
            <b>{t('field.recap.note')}</b> {recap.note}
          </p>
        )}
        <DataTable
          id="bahan"
          caption={t('field.recap.materials')}
          region={t('field.recap.materials')}
          rows={recap.materials}
          rowKey={(row) => row.nameId}
          empty={t('field.recap.none')}
          columns={[
            {
              key: 'material',
              head: t('field.recap.material'),
              rowHeader: true,
              cell: (row) => (page.locale === 'id' ? row.nameId : row.nameEn),
            },
            {
              key: 'quantity',
              head: t('field.recap.quantity'),
              numeric: true,
              cell: (row) => format.quantity(row.quantity, row.measure),
            },
            { key: 'amount', head: t('field.recap.amount'), numeric: true, cell: (row) => format.money(row.amount) },
          ]}
        />
        <Actions>
          <LinkButton href={`/timbang/${unitId}`}>{t('field.recap.done')}</LinkButton>
          <LinkButton href={`/unduh/day.recap.pdf?dayId=${recap.dayId}`} kind="second" icon="printer">
            {t('field.recap.print')}
          </LinkButton>
        </Actions>
      </div>
    </FieldPage>
  )
}

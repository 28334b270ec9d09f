import { formatDate, formatMoney, formatNumber, translator } from '../../../../kernel/i18n/contract.ts'
import { pageIn } from '../../../../kernel/page/index.ts'
import { listDays } from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import type { Route } from './+types/days.ts'
import { asStaff, unitIn } from './staff-facts.ts'
import { ListWays, StaffTable } from './staff-list.tsx'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asStaff(context, request)
  const query = new URL(request.url).searchParams
  const [days, unit] = await Promise.all([
    on.caller.ask(listDays, { unitId, page: pageIn(query), size: 25 }),
    unitIn(on, unitId),
  ])
  return { page, days, unit }
}

/** Every day at the scales with its recap. */
export default function Days({ loaderData: { page, days, unit }, params: { unitId } }: Route.ComponentProps) {
  const t = translator(staffTexts, page.locale)
  return (
    <StaffPage
      page={page}
      title={t('staff.unit.days')}
      lead={<a href={`/kelola/unit/${unitId}`}>{unit}</a>}
      here="units"
    >
      <StaffTable
        page={page}
        id="hari"
        caption={t('staff.unit.days')}
        rows={days.rows}
        rowKey={(day) => day.dayId}
        stack
        none={t('staff.day.none')}
        columns={[
          {
            key: 'day',
            head: t('staff.day'),
            rowHeader: true,
            cell: (day) => formatDate(day.businessDay, page.locale, 'full'),
          },
          { key: 'by', head: t('staff.day.by'), cell: (day) => day.openedBy },
          {
            key: 'deposits',
            head: t('staff.day.deposits'),
            numeric: true,
            cell: (day) => formatNumber(day.deposits, page.locale),
          },
          {
            key: 'total',
            head: t('staff.day.total'),
            numeric: true,
            cell: (day) => formatMoney(day.total, page.locale),
          },
          {
            key: 'difference',
            head: t('staff.day.difference'),
            numeric: true,
            cell: (day) => (day.difference === null ? t('staff.day.open') : formatMoney(day.difference, page.locale)),
          },
          {
            key: 'recap',
            head: <span className="vh">{t('staff.act')}</span>,
            cell: (day) => <a href={`/unduh/day.recap.pdf?dayId=${day.dayId}`}>{t('staff.day.recap')}</a>,
          },
        ]}
      />
      <ListWays page={page} of={days} />
    </StaffPage>
  )
}

import { useLocation } from 'react-router'
import { formatInstant, formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import { pageIn } from '../../../../kernel/page/index.ts'
import { DateInput, Select } from '../../../../ui/field/index.ts'
import { Tag } from '../../../../ui/tag/index.ts'
import { listReceipts } from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import type { Route } from './+types/receipts.ts'
import { asStaff, choiceIn, searchIn, unitIn } from './staff-facts.ts'
import { ListFilters, ListWays, SortSelect, StaffTable } from './staff-list.tsx'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

const kinds = ['all', 'deposit', 'withdrawal', 'reversal'] as const
const sorts = ['newest', 'oldest', 'amount'] as const

export async function loader({ context, request, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asStaff(context, request)
  const query = new URL(request.url).searchParams
  const day = (name: string) => query.get(name) || undefined
  const asked = {
    unitId,
    search: searchIn(query),
    kind: choiceIn(query, 'jenis', kinds),
    sort: choiceIn(query, 'urutan', sorts),
    ...(day('sejak') ? { from: day('sejak') } : {}),
    ...(day('sampai') ? { to: day('sampai') } : {}),
    page: pageIn(query),
    size: 50,
  }
  const [receipts, unit] = await Promise.all([on.caller.ask(listReceipts, asked), unitIn(on, unitId)])
  return { page, receipts, asked, unit }
}

/** Every document of a unit, searched, filtered and sorted; the same page as a file. */
export default function Receipts({
  loaderData: { page, receipts, asked, unit },
  params: { unitId },
}: Route.ComponentProps) {
  const t = translator(staffTexts, page.locale)
  const { search } = useLocation()
  const given = new URLSearchParams(search)
  const file = `json=${encodeURIComponent(JSON.stringify(asked))}`
  return (
    <StaffPage page={page} title={t('staff.receipt')} lead={<a href={`/kelola/unit/${unitId}`}>{unit}</a>} here="units">
      <ListFilters page={page} search={asked.search}>
        <Select
          name="jenis"
          label={t('staff.receipt.kind')}
          defaultValue={asked.kind}
          choices={kinds.map((value) => ({ value, label: t(`staff.kind.${value}`) }))}
        />
        <DateInput name="sejak" label={t('staff.receipt.from')} defaultValue={given.get('sejak') ?? ''} />
        <DateInput name="sampai" label={t('staff.receipt.to')} defaultValue={given.get('sampai') ?? ''} />
        <SortSelect page={page} sorts={sorts} sort={asked.sort} />
      </ListFilters>
      <StaffTable
        page={page}
        id="bukti"
        caption={t('staff.receipt')}
        rows={receipts.rows}
        rowKey={(receipt) => receipt.id}
        stack
        none={t('staff.receipt.none')}
        columns={[
          {
            key: 'number',
            head: t('staff.receipt'),
            rowHeader: true,
            cell: (receipt) => (
              <>
                <a href={`/timbang/${unitId}/bukti/${receipt.id}`}>{receipt.number}</a>
                <br />
                <span className="soft small">{formatInstant(receipt.recordedAt, page.zone, page.locale)}</span>
              </>
            ),
          },
          {
            key: 'kind',
            head: t('staff.receipt.kind'),
            cell: (receipt) => (
              <>
                {t(`staff.kind.${receipt.kind}`)}{' '}
                {receipt.reversed ? <Tag tone="stop">{t('staff.kind.reversed')}</Tag> : null}
              </>
            ),
          },
          {
            key: 'member',
            head: t('staff.receipt.member'),
            cell: (receipt) => `${receipt.memberName}, ${String(receipt.memberNumber).padStart(4, '0')}`,
          },
          {
            key: 'amount',
            head: t('staff.receipt.amount'),
            numeric: true,
            cell: (receipt) => formatMoney(receipt.amount, page.locale),
          },
        ]}
      />
      <ListWays page={page} of={receipts} />
      <p>
        {t('staff.receipt.download')} <a href={`/unduh/receipt.list.csv?${file}`}>CSV</a>{' '}
        <a href={`/unduh/receipt.list.xlsx?${file}`}>XLSX</a> <a href={`/unduh/receipt.list.json?${file}`}>JSON</a>
      </p>
    </StaffPage>
  )
}

import { formatDate, formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import { attempt, pageIn } from '../../../../kernel/page/index.ts'
import { SearchForm } from '../../../../ui/search-form/index.ts'
import { Tag } from '../../../../ui/tag/index.ts'
import type { MemberRow } from '../../contract.ts'
import { findMembers, MEMBER_ROWS_MAX } from '../../index.ts'
import { staffTexts } from '../../texts/staff.ts'
import type { Route } from './+types/members.ts'
import { importBook } from './member-book.ts'
import { MemberBook } from './member-import.tsx'
import { asStaff, unitIn } from './staff-facts.ts'
import type { StaffFacts } from './staff-facts.ts'
import { ListWays, StaffTable } from './staff-list.tsx'
import { StaffPage } from './staff-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asStaff(context, request)
  const query = new URL(request.url).searchParams
  const search = (query.get('cari') ?? '').trim().slice(0, 80)
  const [members, unit] = await Promise.all([
    on.caller.ask(findMembers, { unitId, search, page: pageIn(query), size: 50 }),
    unitIn(on, unitId),
  ])
  return { page, members, search, unit, most: MEMBER_ROWS_MAX }
}

export async function action({ context, request, params: { unitId } }: Route.ActionArgs) {
  const { on } = asStaff(context, request)
  const form = await request.formData()
  return attempt(context, form, () => importBook(on, unitId, form))
}

/** The members of a unit with their cards; the old book goes in here. */
export default function Members({ loaderData, actionData, params: { unitId } }: Route.ComponentProps) {
  const { page, members, search, unit, most } = loaderData
  const t = translator(staffTexts, page.locale)
  return (
    <StaffPage page={page} title={t('staff.members')} lead={<a href={`/kelola/unit/${unitId}`}>{unit}</a>} here="units">
      <SearchForm
        action={`/kelola/unit/${unitId}/nasabah`}
        name="cari"
        label={t('staff.members.search')}
        button={t('staff.find')}
        value={search}
      />
      <MemberTable
        page={page}
        unitId={unitId}
        rows={members.rows}
        empty={search === '' ? t('staff.members.none') : t('staff.members.no_match')}
      />
      <ListWays page={page} of={members} />
      <MemberBook page={page} answer={actionData} most={most} />
    </StaffPage>
  )
}

interface MemberTableProps {
  page: StaffFacts
  unitId: string
  rows: readonly MemberRow[]
  empty: string
}

function MemberTable({ page, unitId, rows, empty }: MemberTableProps) {
  const t = translator(staffTexts, page.locale)
  return (
    <StaffTable
      page={page}
      id="nasabah"
      caption={t('staff.members')}
      rows={[...rows]}
      rowKey={(member) => member.memberId}
      stack
      none={empty}
      columns={[
        {
          key: 'name',
          head: t('staff.member.name'),
          rowHeader: true,
          cell: (member) => (
            <>
              {member.fullName} {member.leftOn === null ? null : <Tag>{t('staff.member.left')}</Tag>}
            </>
          ),
        },
        {
          key: 'number',
          head: t('staff.member.number'),
          stackLabel: t('staff.member.number'),
          cell: (member) => String(member.number).padStart(4, '0'),
        },
        {
          key: 'birth',
          head: t('staff.member.birth'),
          stackLabel: t('staff.member.birth'),
          numeric: true,
          cell: (member) => member.birthYear ?? '–',
        },
        {
          key: 'last',
          head: t('staff.member.last'),
          stackLabel: t('staff.member.last'),
          numeric: true,
          cell: (member) =>
            member.lastDepositOn === null
              ? t('staff.silent.never')
              : formatDate(member.lastDepositOn, page.locale, 'medium'),
        },
        {
          key: 'balance',
          head: t('staff.member.balance'),
          stackLabel: t('staff.member.balance'),
          numeric: true,
          cell: (member) => formatMoney(member.balance, page.locale),
        },
        {
          key: 'card',
          head: <span className="vh">{t('staff.act')}</span>,
          cell: (member) => (
            <>
              <a
                href={`/unduh/member.card.a4.pdf?memberId=${member.memberId}`}
                aria-label={t('staff.member.card_of', { name: member.fullName })}
              >
                {t('staff.member.card')}
              </a>
              {member.leftOn === null ? (
                <>
                  {' · '}
                  <a
                    href={`/timbang/${unitId}/nasabah/${member.memberId}/kartu`}
                    aria-label={t('staff.member.renew_of', { name: member.fullName })}
                  >
                    {t('staff.member.renew')}
                  </a>
                </>
              ) : null}
            </>
          ),
        },
      ]}
    />
  )
}

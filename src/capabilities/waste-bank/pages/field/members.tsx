import { useCallback } from 'react'
import { redirect, useNavigate } from 'react-router'
import { formatDate, formatMoney, translator } from '../../../../kernel/i18n/contract.ts'
import { pageIn } from '../../../../kernel/page/index.ts'
import { LinkButton } from '../../../../ui/button/index.ts'
import { Empty } from '../../../../ui/empty/index.ts'
import { Person } from '../../../../ui/person/index.ts'
import { SearchForm } from '../../../../ui/search-form/index.ts'
import type { MemberRow } from '../../contract.ts'
import { findMembers, getDay } from '../../index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { Route } from './+types/members.ts'
import { CardScan } from './card-scan.tsx'
import { FieldPage } from './field-page.tsx'
import { ListPages } from './list-pages.tsx'
import { memberDetail } from './member-strip.tsx'
import { asTeller } from './page-facts.ts'
import type { PageFacts } from './page-facts.ts'

const SIZE = 20

export async function loader({ request, context, params: { unitId } }: Route.LoaderArgs) {
  const { on, page } = asTeller(context, request)
  const query = new URL(request.url).searchParams
  const search = (query.get('q') ?? '').trim().slice(0, 80)
  const found = await on.caller.ask(findMembers, { unitId, search, page: pageIn(query), size: SIZE })
  const [only] = found.rows
  // A number or a card means one person: straight to the scales.
  const exact = /^\d{1,5}$/.test(search) || /(?:^|\/)[a-z2-7]{26}$/.test(search)
  if (exact && only !== undefined && found.rows.length === 1 && only.leftOn === null) {
    throw redirect(`/timbang/${unitId}/setor/${only.memberId}`)
  }
  const day = await on.caller.ask(getDay, { unitId })
  return { page, day, found, search, scanNow: query.get('pindai') === 'ya' }
}

export default function Members({ loaderData, params: { unitId } }: Route.ComponentProps) {
  const { page, day, found, search, scanNow } = loaderData
  const t = translator(fieldTexts, page.locale)
  const navigate = useNavigate()
  const home = `/timbang/${unitId}`
  const open = useCallback(
    (text: string) => void navigate(`${home}/nasabah?q=${encodeURIComponent(text.slice(0, 80))}`),
    [navigate, home],
  )
  return (
    <FieldPage
      page={page}
      title={t('field.members.title')}
      place={`${day.unitName}, ${day.kelurahan}`}
      back={{ href: home, label: t('field.back.day') }}
      nav={{ unitId, current: 'members' }}
    >
      <div className="phone-pad stack">
        <SearchForm
          action={`${home}/nasabah`}
          label={t('field.members.search')}
          button={t('field.search')}
          value={search}
        />
        <div className="row">
          <LinkButton href={`${home}/nasabah/baru`} kind="second" small icon="plus">
            {t('field.entry.new')}
          </LinkButton>
          <CardScan locale={page.locale} startNow={scanNow} onFound={open} />
        </div>
        {found.total === 0 ? (
          <Empty
            title={search === '' ? t('field.members.empty') : t('field.members.none', { search })}
            pillar="environment"
          >
            {search === '' ? t('field.members.empty.next') : t('field.members.none.next')}
          </Empty>
        ) : (
          <p className="small soft">{t('field.members.found', { n: found.total })}</p>
        )}
      </div>
      <ul className="field-list">
        {found.rows.map((member) => (
          <MemberLine key={member.memberId} member={member} page={page} home={home} />
        ))}
      </ul>
      <div className="phone-pad">
        <ListPages locale={page.locale} found={found} query={{ q: search }} />
      </div>
    </FieldPage>
  )
}

function MemberLine({ member, page, home }: { member: MemberRow; page: PageFacts; home: string }) {
  const t = translator(fieldTexts, page.locale)
  return (
    <li className="field-person">
      <div>
        <Person name={member.fullName} detail={memberDetail(member, page.locale)} />
        <b className="num nowrap">{formatMoney(member.balance, page.locale)}</b>
      </div>
      {member.leftOn === null ? (
        <p className="row">
          <LinkButton
            href={`${home}/setor/${member.memberId}`}
            kind="second"
            small
            icon="scales"
            aria-label={t('field.members.depositFor', { name: member.fullName })}
          >
            {t('field.members.deposit')}
          </LinkButton>
          <LinkButton
            href={`${home}/tarik/${member.memberId}`}
            kind="quiet"
            small
            icon="wallet"
            aria-label={t('field.members.withdrawFor', { name: member.fullName })}
          >
            {t('field.members.withdraw')}
          </LinkButton>
        </p>
      ) : (
        <p className="small soft">
          {t('field.members.left', { day: formatDate(member.leftOn, page.locale, 'medium') })}
        </p>
      )}
    </li>
  )
}

import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { languagesAt } from '../../../../ui/frame/index.ts'
import { StaffPage as StaffPageFrame } from '../../../../ui/staff-frame/index.ts'
import { managerNav } from '../../rules/manager-nav.ts'
import type { ManagerRoom } from '../../rules/manager-nav.ts'
import { staffTexts } from '../../texts/staff.ts'
import type { StaffFacts } from './staff-facts.ts'

interface StaffPageProps {
  page: StaffFacts
  title: string
  lead?: ReactNode
  here: ManagerRoom
  children: ReactNode
}

/** What stands round every page of a manager. */
export function StaffPage({ page, title, lead, here, children }: StaffPageProps) {
  const t = translator(staffTexts, page.locale)
  const { pathname } = useLocation()
  return (
    <StaffPageFrame
      words={{
        skip: t('staff.skip'),
        rooms: t('staff.rooms'),
        language: t('staff.language'),
        account: t('staff.account'),
        signOut: t('staff.leave'),
        sample: t('staff.sample'),
        sampleText: t('staff.sample_text'),
        error: t('staff.form_error'),
        optional: t('staff.optional'),
      }}
      cityName={page.cityName}
      user={page.user}
      demo={page.demo}
      nav={managerNav(page.locale, here)}
      languages={languagesAt(page.locale, pathname)}
      title={title}
      lead={lead}
      saved={page.saved ? t('staff.saved') : undefined}
    >
      {children}
    </StaffPageFrame>
  )
}

import { use } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { managerNav } from '../../../capabilities/waste-bank/contract.ts'
import { translator } from '../../../kernel/i18n/contract.ts'
import { languagesAt } from '../../../ui/frame/index.ts'
import { StaffPage } from '../../../ui/staff-frame/index.ts'
import { FrameContext } from '../../frame.tsx'
import { settingsTexts } from '../../texts/settings.ts'
import { signInTexts } from '../../texts/sign-in.ts'

interface SettingsPageProps {
  user: string
  title: string
  lead?: ReactNode
  saved?: boolean
  children: ReactNode
}

/** What stands round the pages of users: the manager's rooms. */
export function SettingsPage({ user, title, lead, saved = false, children }: SettingsPageProps) {
  const { locale, demo, cityName } = use(FrameContext)
  const t = translator(settingsTexts, locale)
  const frame = translator(signInTexts, locale)
  const { pathname, search } = useLocation()
  return (
    <StaffPage
      words={{
        skip: frame('web.frame.skip'),
        rooms: t('settings.rooms'),
        language: frame('web.frame.language'),
        account: frame('web.account.title'),
        signOut: frame('web.sign_out'),
        sample: frame('web.frame.sample'),
        sampleText: frame('web.frame.sample_text'),
        error: frame('web.form.error'),
        optional: t('settings.optional'),
      }}
      cityName={cityName}
      user={user}
      demo={demo}
      nav={managerNav(locale, 'users')}
      languages={languagesAt(locale, pathname, search)}
      title={title}
      lead={lead}
      saved={saved ? t('settings.saved') : undefined}
    >
      {children}
    </StaffPage>
  )
}

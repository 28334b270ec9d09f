import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { languagesAt } from '../../../../ui/frame/index.ts'
import { PublicFrame } from '../../../../ui/public-frame/index.ts'
import { publicTexts } from '../../texts/public.ts'

export interface PublicFacts {
  readonly locale: Locale
  readonly demo: boolean
  readonly zone: string
  readonly cityName: string
}

/** What stands round the public pages of this room. */
export function PublicPage({ page, title, children }: { page: PublicFacts; title: string; children: ReactNode }) {
  const t = translator(publicTexts, page.locale)
  const { pathname } = useLocation()
  const links = [
    { href: '/', text: t('public.home') },
    { href: '/angka', text: t('public.figures') },
    { href: '/milik', text: t('public.mine') },
  ]
  return (
    <>
      <title>{`${title} · ${page.cityName}`}</title>
      <PublicFrame
        words={{
          skip: t('public.skip'),
          mainNav: t('public.nav'),
          menu: t('public.menu'),
          language: t('public.language'),
          footNav: t('public.foot'),
        }}
        brand={{ href: '/', name: 'Daha', place: page.cityName }}
        nav={links}
        languages={languagesAt(page.locale, pathname)}
        signIn={{ href: '/masuk', text: t('public.sign_in') }}
        sample={page.demo ? { label: t('public.sample'), text: t('public.sample_text') } : undefined}
        foot={{ sentence: t('public.sentence'), links }}
        pillars={['environment']}
      >
        <div className="stack">{children}</div>
      </PublicFrame>
    </>
  )
}

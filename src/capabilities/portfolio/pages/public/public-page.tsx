import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { FormWords } from '../../../../ui/field/index.ts'
import { languagesAt } from '../../../../ui/frame/index.ts'
import { ListPagination } from '../../../../ui/pagination/index.ts'
import { PublicFrame } from '../../../../ui/public-frame/index.ts'
import { pageTexts } from '../../texts/pages.ts'
import type { PageFacts } from '../page-facts.ts'

interface PublicPageProps {
  page: PageFacts
  title: string
  children: ReactNode
}

/** What stands round every public page of this room. */
export function PublicPage({ page, title, children }: PublicPageProps) {
  const t = translator(pageTexts, page.locale)
  const { pathname, search } = useLocation()
  const links = [
    { href: '/', text: t('page.home') },
    { href: '/angka', text: t('page.figures') },
  ]
  return (
    <FormWords words={{ error: t('page.form_error'), optional: t('page.optional'), required: t('page.required') }}>
      <title>{`${title} · ${page.cityName}`}</title>
      <PublicFrame
        words={{
          skip: t('page.skip'),
          mainNav: t('page.nav'),
          menu: t('page.menu'),
          language: t('page.language'),
          footNav: t('page.foot'),
        }}
        brand={{ href: '/', name: 'Daha', place: page.cityName }}
        nav={links}
        languages={languagesAt(page.locale, pathname, search)}
        signIn={{ href: '/masuk', text: t('page.sign_in') }}
        sample={page.demo ? { label: t('page.sample'), text: t('page.sample_text') } : undefined}
        foot={{ sentence: t('page.sentence'), links }}
      >
        {children}
      </PublicFrame>
    </FormWords>
  )
}

/** Ways to the other pages of a list; the address keeps what was asked. */
export function Pages({ locale, of }: { locale: 'id' | 'en'; of: { total: number; page: number; size: number } }) {
  const t = translator(pageTexts, locale)
  const { search } = useLocation()
  return (
    <ListPagination
      of={of}
      search={search}
      words={{
        label: t('page.pages'),
        summary: (page, pages) => t('page.of', { page, pages }),
        previous: t('page.previous'),
        next: t('page.next'),
      }}
    />
  )
}

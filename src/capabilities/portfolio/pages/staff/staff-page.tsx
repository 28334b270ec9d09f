import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { RefusalReport } from '../../../../kernel/refusal/contract.ts'
import { ErrorSummary } from '../../../../ui/error-summary/index.ts'
import { FormWords } from '../../../../ui/field/index.ts'
import { languagesAt } from '../../../../ui/frame/index.ts'
import { StaffFrame } from '../../../../ui/staff-frame/index.ts'
import { pageTexts } from '../../texts/pages.ts'
import type { PageFacts } from '../page-facts.ts'

interface StaffPageProps {
  page: PageFacts
  title: string
  refusal?: RefusalReport | undefined
  children: ReactNode
}

/** What stands round every staff page of this room. */
export function StaffPage({ page, title, refusal, children }: StaffPageProps) {
  const t = translator(pageTexts, page.locale)
  const { pathname, search } = useLocation()
  const errors =
    refusal === undefined ? [] : refusal.issues.length > 0 ? refusal.issues : [{ message: refusal.message }]
  return (
    <FormWords words={{ error: t('page.form_error'), optional: t('page.optional'), required: t('page.required') }}>
      <title>{`${title} · ${page.cityName}`}</title>
      <StaffFrame
        words={{
          skip: t('page.skip'),
          rooms: t('page.menu'),
          language: t('page.language'),
          account: t('page.account'),
        }}
        brand={{ href: '/', name: 'Daha', place: page.cityName }}
        nav={[
          {
            key: 'evidence',
            links: [
              { href: '/kelola/klaim', text: t('page.claims'), current: true },
              { href: '/angka', text: t('page.figures') },
            ],
          },
        ]}
        languages={languagesAt(page.locale, pathname, search)}
        user={{ name: page.user, role: '', links: [{ href: '/akun', text: t('page.account') }] }}
        sample={page.demo ? { label: t('page.sample'), text: t('page.sample_text') } : undefined}
      >
        {errors.length === 0 ? null : (
          <ErrorSummary title={t('page.refused', { n: errors.length })} errors={errors} autoFocus />
        )}
        {children}
      </StaffFrame>
    </FormWords>
  )
}

/** The words for one field of a refused form. */
export function errorOf(refusal: RefusalReport | undefined, field: string): string | undefined {
  return refusal?.issues.find((issue) => issue.field === field)?.message
}

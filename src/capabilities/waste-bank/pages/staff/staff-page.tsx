import './staff.css'
import type { ReactNode } from 'react'
import { Form, useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { FormWords } from '../../../../ui/field/index.ts'
import { languagesAt } from '../../../../ui/frame/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { PageHeader } from '../../../../ui/page-header/index.ts'
import { StaffFrame } from '../../../../ui/staff-frame/index.ts'
import { staffTexts } from '../../texts/staff.ts'
import type { StaffFacts } from './staff-facts.ts'

interface StaffPageProps {
  page: StaffFacts
  title: string
  lead?: ReactNode
  here: 'overview' | 'units' | 'materials'
  children: ReactNode
}

/** What stands round every page of a manager. */
export function StaffPage({ page, title, lead, here, children }: StaffPageProps) {
  const t = translator(staffTexts, page.locale)
  const { pathname } = useLocation()
  const room = (key: 'overview' | 'units' | 'materials', href: string) => ({
    href,
    text: t(`staff.${key}`),
    current: key === here,
  })
  return (
    <FormWords words={{ error: t('staff.form_error'), optional: t('staff.optional'), required: '' }}>
      <title>{`${title} · ${page.cityName}`}</title>
      <StaffFrame
        words={{
          skip: t('staff.skip'),
          rooms: t('staff.rooms'),
          language: t('staff.language'),
          account: t('staff.account'),
        }}
        brand={{ href: '/', name: 'Daha', place: page.cityName }}
        nav={[
          {
            key: 'waste',
            links: [
              room('overview', '/kelola'),
              room('units', '/kelola/unit'),
              room('materials', '/kelola/bahan'),
              { href: '/kelola/pengguna', text: t('staff.users') },
            ],
          },
          {
            key: 'evidence',
            links: [
              { href: '/timbang', text: t('staff.weigh') },
              { href: '/kelola/klaim', text: t('staff.claims') },
              { href: '/angka', text: t('staff.figures') },
            ],
          },
        ]}
        languages={languagesAt(page.locale, pathname)}
        user={{
          name: page.user,
          role: '',
          links: [{ href: '/akun', text: t('staff.account') }],
          signOut: (
            <Form method="post" action="/keluar">
              <Button kind="quiet">{t('staff.leave')}</Button>
            </Form>
          ),
        }}
        sample={page.demo ? { label: t('staff.sample'), text: t('staff.sample_text') } : undefined}
      >
        <PageHeader title={title} lead={lead} plain />
        {page.saved ? <Notice tone="ok" role="status" title={t('staff.saved')} /> : null}
        {children}
      </StaffFrame>
    </FormWords>
  )
}

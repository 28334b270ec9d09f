import type { ReactNode } from 'react'
import { Form, useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { FormWords } from '../../../../ui/field/index.ts'
import { languagesAt } from '../../../../ui/frame/index.ts'
import { OwnFrame } from '../../../../ui/own-frame/index.ts'
import { ListPagination } from '../../../../ui/pagination/index.ts'
import { ownTexts } from '../../texts/own.ts'
import type { OwnFacts } from './own-facts.ts'

interface OwnPageProps {
  page: OwnFacts
  title: string
  here?: 'savings' | 'messages' | 'pin'
  children: ReactNode
}

/** What stands round each of a member's pages: large letters, three ways, no script. */
export function OwnPage({ page, title, here, children }: OwnPageProps) {
  const t = translator(ownTexts, page.locale)
  const { pathname } = useLocation()
  const ways = [
    { href: '/milik', text: t('own.savings'), current: here === 'savings' },
    { href: '/milik/pesan', text: t('own.messages'), current: here === 'messages' },
    { href: '/milik/pin', text: t('own.pin'), current: here === 'pin' },
  ]
  return (
    <FormWords words={{ error: t('own.form_error'), optional: '', required: '' }}>
      <title>{`${title} · ${page.cityName}`}</title>
      <OwnFrame
        words={{ skip: t('own.skip'), nav: t('own.nav'), language: t('own.language') }}
        brand={{ href: '/', name: 'Daha', place: page.cityName }}
        person={page.person}
        title={title}
        nav={page.person === '' ? [] : ways}
        languages={languagesAt(page.locale, pathname)}
        sample={page.demo ? { label: t('own.sample'), text: t('own.sample_text') } : undefined}
        help={
          page.person === '' ? undefined : (
            <>
              <p>{t('own.help')}</p>
              <Form method="post" action="/keluar">
                <Button kind="quiet">{t('own.leave')}</Button>
              </Form>
            </>
          )
        }
      >
        {children}
      </OwnFrame>
    </FormWords>
  )
}

/** Ways to the other pages of a member's list. */
export function OwnPages({ page, of }: { page: OwnFacts; of: { total: number; page: number; size: number } }) {
  const t = translator(ownTexts, page.locale)
  return (
    <ListPagination
      of={of}
      words={{
        label: t('own.pages'),
        summary: (number, pages) => t('own.pages.of', { page: number, pages }),
        previous: t('own.pages.previous'),
        next: t('own.pages.next'),
      }}
    />
  )
}

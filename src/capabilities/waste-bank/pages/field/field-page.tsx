import type { ReactNode } from 'react'
import { Form, useLocation } from 'react-router'
import { translator } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { FormWords } from '../../../../ui/field/index.ts'
import { languagesAt, LanguageSwitch } from '../../../../ui/frame/index.ts'
import { PhoneFrame } from '../../../../ui/phone-frame/index.ts'
import { fieldTexts } from '../../texts/field.ts'
import type { PageFacts } from './page-facts.ts'
import './field.css'

interface FieldPageProps {
  page: PageFacts
  title: string
  /** Name of the unit and its kelurahan. */
  place?: string | undefined
  back?: { href: string; label: string } | undefined
  /** Shows the menu of this unit, with this part marked. */
  nav?: { unitId: string; current: 'day' | 'members' | 'receipts' | 'prices' } | undefined
  bottom?: ReactNode
  children: ReactNode
}

/** What stands round every page of the teller. */
export function FieldPage({ page, title, place, back, nav, bottom, children }: FieldPageProps) {
  const t = translator(fieldTexts, page.locale)
  const { pathname, search } = useLocation()
  return (
    <FormWords
      words={{ error: t('field.form.error'), optional: t('field.form.optional'), required: t('field.form.required') }}
    >
      <title>{place === undefined ? title : `${title} · ${place}`}</title>
      <PhoneFrame
        words={{ skip: t('field.skip'), bottomNav: t('field.nav') }}
        title={title}
        place={place}
        back={back}
        sample={page.demo ? t('field.sample') : undefined}
        nav={nav && menuOf(nav, t)}
        bottom={bottom}
      >
        {children}
        <div className="field-foot no-print">
          <Form method="post" action="/keluar" reloadDocument>
            <Button kind="quiet">{t('field.sign_out')}</Button>
          </Form>
          <LanguageSwitch label={t('field.language')} languages={languagesAt(page.locale, pathname, search)} />
        </div>
      </PhoneFrame>
    </FormWords>
  )
}

function menuOf(
  { unitId, current }: NonNullable<FieldPageProps['nav']>,
  t: ReturnType<typeof translator<typeof fieldTexts.id>>,
) {
  const home = `/timbang/${unitId}`
  return [
    { href: home, text: t('field.nav.day'), icon: 'scales' as const, current: current === 'day' },
    { href: `${home}/nasabah`, text: t('field.nav.members'), icon: 'users' as const, current: current === 'members' },
    {
      href: `${home}/bukti`,
      text: t('field.nav.receipts'),
      icon: 'file-text' as const,
      current: current === 'receipts',
    },
    { href: `${home}/harga`, text: t('field.nav.prices'), icon: 'coins' as const, current: current === 'prices' },
  ]
}

import { use } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import { translator } from '../../../kernel/i18n/contract.ts'
import type { RefusalReport } from '../../../kernel/refusal/contract.ts'
import { ErrorSummary } from '../../../ui/error-summary/index.ts'
import { FormWords, TextInput } from '../../../ui/field/index.ts'
import { languagesAt } from '../../../ui/frame/index.ts'
import { PublicFrame } from '../../../ui/public-frame/index.ts'
import { FrameContext } from '../../frame.tsx'
import { signInTexts } from '../../texts/sign-in.ts'
import './sign-in.css'

/** What stands round the pages for signing in and of one's own account. */
export function AccountFrame({ children }: { children: ReactNode }) {
  const { locale, demo, cityName } = use(FrameContext)
  const t = translator(signInTexts, locale)
  const { pathname, search } = useLocation()
  return (
    <FormWords words={{ error: t('web.form.error'), optional: '', required: '' }}>
      <PublicFrame
        words={{
          skip: t('web.frame.skip'),
          mainNav: t('web.frame.nav'),
          menu: t('web.frame.menu'),
          language: t('web.frame.language'),
          footNav: t('web.frame.foot'),
        }}
        brand={{ href: '/', name: 'Daha', place: cityName }}
        nav={[{ href: '/', text: t('web.frame.home') }]}
        languages={languagesAt(locale, pathname, search)}
        sample={demo ? { label: t('web.frame.sample'), text: t('web.frame.sample_text') } : undefined}
        foot={{ sentence: t('web.frame.sentence'), links: [{ href: '/', text: t('web.frame.home') }] }}
      >
        {children}
      </PublicFrame>
    </FormWords>
  )
}

/** Why a form was refused, first on its page. */
export function RefusedForm({ refusal }: { refusal: RefusalReport | undefined }) {
  const { locale } = use(FrameContext)
  if (refusal === undefined) return null
  const t = translator(signInTexts, locale)
  const errors = refusal.issues.length > 0 ? refusal.issues : [{ message: refusal.message }]
  return <ErrorSummary title={t('web.form.refused', { n: errors.length })} errors={errors} autoFocus />
}

/** A password that is chosen now. */
export function NewPassword({ refusal }: { refusal: RefusalReport | undefined }) {
  const t = translator(signInTexts, use(FrameContext).locale)
  return (
    <TextInput
      name="newPassword"
      type="password"
      label={t('web.sign_in.new_password')}
      hint={t('web.sign_in.new_password_hint')}
      error={errorOf(refusal, 'newPassword')}
      autoComplete="new-password"
      required
    />
  )
}

/** The words for one field of a refused form. */
export function errorOf(refusal: RefusalReport | undefined, field: string): string | undefined {
  return refusal?.issues.find((issue) => issue.field === field)?.message
}

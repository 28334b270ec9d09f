import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { LinkButton } from '../../../../ui/button/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { fieldTexts } from '../../texts/field.ts'

/** In place of what needs an open day. */
export function DayClosed({ locale, home }: { locale: Locale; home: string }) {
  const t = translator(fieldTexts, locale)
  return (
    <div className="phone-pad stack">
      <Notice tone="wait" title={t('field.weigh.closed')}>
        {t('field.weigh.closed.next')}
      </Notice>
      <LinkButton href={home}>{t('field.back.day')}</LinkButton>
    </div>
  )
}

import { translator } from '../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../kernel/i18n/contract.ts'
import { Notice } from '../../../ui/notice/index.ts'
import { settingsTexts } from '../../texts/settings.ts'

/** Shown once, to be handed over; it takes the focus, also without script, so that it is seen and heard. */
export function OneTimePassword({ locale, name, password }: { locale: Locale; name: string; password: string }) {
  const t = translator(settingsTexts, locale)
  return (
    <div tabIndex={-1} autoFocus>
      <Notice tone="ok" role="status" title={t('settings.one_time', { name, password })}>
        {t('settings.one_time_note')}
      </Notice>
    </div>
  )
}

import { use } from 'react'
import { translator } from '../../../kernel/i18n/contract.ts'
import { Notice } from '../../../ui/notice/index.ts'
import { FrameContext } from '../../frame.tsx'
import { signInTexts } from '../../texts/sign-in.ts'

/** What may stand in the way of a passkey: the person left the browser's question, or scripts are off. */
export function PasskeyNotes({ cancelled }: { cancelled: boolean }) {
  const t = translator(signInTexts, use(FrameContext).locale)
  return (
    <>
      {cancelled ? (
        <Notice tone="wait" role="alert">
          {t('web.passkey.cancelled')}
        </Notice>
      ) : null}
      <noscript>
        <p>{t('web.passkey.needs_script')}</p>
      </noscript>
    </>
  )
}

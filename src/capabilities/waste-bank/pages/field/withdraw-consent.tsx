import { useState } from 'react'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import { Button } from '../../../../ui/button/index.ts'
import { Radios, TextInput } from '../../../../ui/field/index.ts'
import { fieldTexts } from '../../texts/field.ts'
import { useHydrated } from './hydrated.tsx'
import { errorAt, refusedIn } from './refused-note.tsx'
import { SignaturePad } from './signature-pad.tsx'

export type By = 'signature' | 'pin' | 'code'

interface ConsentProps {
  locale: Locale
  answer: unknown
  member: { hasPin: boolean; hasPhone: boolean; phoneEnd: string | null }
  /** How it was agreed at the last attempt. */
  began: By
}

/** How the member agrees: signature, PIN or code. Without scripts all fields that can work are there at once. */
export function Consent({ locale, answer, member, began }: ConsentProps) {
  const t = translator(fieldTexts, locale)
  const hydrated = useHydrated()
  const [by, setBy] = useState<By>(began)
  const refused = refusedIn(answer)
  const shows = (which: By) => (hydrated ? by === which : which !== 'signature')
  return (
    <>
      <Radios
        name="by"
        label={t('field.withdraw.by')}
        defaultValue={began}
        onChange={(value) => setBy(value as By)}
        error={errorAt(refused, 'by')}
        choices={[
          { value: 'signature', label: t('field.withdraw.by.signature') },
          {
            value: 'pin',
            label: t('field.withdraw.by.pin'),
            disabled: !member.hasPin,
            hint: member.hasPin ? undefined : t('field.withdraw.by.pin.none'),
          },
          {
            value: 'code',
            label: t('field.withdraw.by.code'),
            disabled: !member.hasPhone,
            hint: member.hasPhone
              ? t('field.withdraw.by.code.hint', { end: member.phoneEnd ?? '' })
              : t('field.withdraw.by.code.none'),
          },
        ]}
      />
      {shows('signature') ? <SignaturePad locale={locale} /> : null}
      {hydrated ? null : (
        <noscript>
          <p className="small soft">{t('field.withdraw.sign.script')}</p>
        </noscript>
      )}
      {shows('pin') && member.hasPin ? (
        <TextInput
          name="pin"
          type="password"
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
          label={t('field.withdraw.pin')}
          hint={t('field.withdraw.pin.hint')}
          error={errorAt(refused, 'pin', 'confirmation.pin')}
        />
      ) : null}
      {shows('code') && member.hasPhone ? (
        <div className="stack-s">
          <Button name="act" value="send" kind="second" icon="envelope-simple" formNoValidate>
            {t('field.withdraw.code.send')}
          </Button>
          <TextInput
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            label={t('field.withdraw.code')}
            error={errorAt(refused, 'code', 'confirmation.code')}
          />
        </div>
      ) : null}
    </>
  )
}

import { useEffect, useRef } from 'react'
import { translator } from '../../../../kernel/i18n/contract.ts'
import type { Locale } from '../../../../kernel/i18n/contract.ts'
import type { Refused } from '../../../../kernel/page/index.ts'
import { Button } from '../../../../ui/button/index.ts'
import { ErrorSummary } from '../../../../ui/error-summary/index.ts'
import { TextInput } from '../../../../ui/field/index.ts'
import { Notice } from '../../../../ui/notice/index.ts'
import { fieldTexts } from '../../texts/field.ts'

/** The refusal in an action's answer, if it is one. */
export function refusedIn(answer: unknown): Refused | undefined {
  return typeof answer === 'object' && answer !== null && 'refusal' in answer ? (answer as Refused) : undefined
}

/** The message at one field of the form. */
export function errorAt(refused: Refused | undefined, ...fields: string[]): string | undefined {
  if (refused?.refusal.kind === 'confirm') return undefined
  return refused?.refusal.issues.find((issue) => fields.includes(issue.field))?.message
}

interface RefusedNoteProps {
  locale: Locale
  answer: unknown
  /** Id of the control at which a field's issue is mended; the field's own name unless told. */
  idOf?: ((field: string) => string | undefined) | undefined
}

/** First in a form: why it was refused, or the question with its yes. Must stand inside the form. */
export function RefusedNote({ locale, answer, idOf = (field) => field }: RefusedNoteProps) {
  const t = translator(fieldTexts, locale)
  const note = useRef<HTMLDivElement>(null)
  // The form was sent from its foot; what is to be read stands at its head.
  useEffect(() => {
    if (answer !== undefined) note.current?.focus()
  }, [answer])
  if (typeof answer === 'object' && answer !== null && 'offline' in answer)
    return (
      <Notice tone="wait" icon="wifi-slash" title={t('field.offline')} role="alert">
        {t('field.offline.next')}
      </Notice>
    )
  const refused = refusedIn(answer)
  if (refused === undefined) return null
  const { refusal, typed } = refused
  const confirmed = [typed['confirmed'], typed['confirm']].filter(Boolean).join(',')
  const messages = refusal.issues.length > 0 ? refusal.issues : [{ field: '', message: refusal.message }]
  return (
    <div ref={note} tabIndex={-1}>
      <input type="hidden" name="confirmed" value={confirmed} />
      {refusal.kind === 'confirm' ? (
        <Notice tone="wait" icon="question" title={t('field.ask')} role="alert">
          {messages.map(({ field, message }) => (
            <p key={field}>{message}</p>
          ))}
          <Button name="confirm" value={refusal.code} kind="second">
            {t('field.yes')}
          </Button>
        </Notice>
      ) : (
        <ErrorSummary
          title={messages.length > 1 ? t('field.refused', { n: messages.length }) : t('field.refused.one')}
          errors={messages.map(({ field, message }) => ({ field: field === '' ? undefined : idOf(field), message }))}
          autoFocus
        />
      )}
    </div>
  )
}

/** Fields of the second person, once one is asked for. */
export function CoSignFields({ locale, answer }: { locale: Locale; answer: unknown }) {
  const t = translator(fieldTexts, locale)
  const refused = refusedIn(answer)
  const asked =
    refused?.refusal.issues.some(({ field }) => field.startsWith('coSign')) ||
    Boolean(refused?.typed['coSign.userName'])
  if (!asked) return null
  return (
    <fieldset className="field-second">
      <legend className="label">{t('field.cosign.title')}</legend>
      <p className="small soft">{t('field.cosign.lead')}</p>
      <TextInput
        name="coSign.userName"
        id="coSign"
        label={t('field.cosign.name')}
        defaultValue={refused?.typed['coSign.userName']}
        error={errorAt(refused, 'coSign', 'coSign.userName')}
        autoComplete="off"
        autoCapitalize="none"
      />
      <TextInput
        name="coSign.password"
        id="coSign-password"
        type="password"
        label={t('field.cosign.password')}
        error={errorAt(refused, 'coSign.password')}
        autoComplete="off"
      />
    </fieldset>
  )
}

import { Form, redirect } from 'react-router'
import { formatDate, translator } from '../../../kernel/i18n/contract.ts'
import { attempt, formKey, signedIn } from '../../../kernel/page/index.ts'
import { closeUser, endGrant, getUser, giveGrant, listUsers, resetPassword } from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { DefinitionList } from '../../../ui/definition-list/index.ts'
import { DateInput, Select } from '../../../ui/field/index.ts'
import { Notice } from '../../../ui/notice/index.ts'
import { Section } from '../../../ui/section/index.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { errorOf, RefusedForm } from '../sign-in/account-frame.tsx'
import { proveFirst } from '../sign-in/prove-first.ts'
import { roleNames } from '../sign-in/rules/role-names.ts'
import { OneTimePassword } from './one-time-password.tsx'
import type { Route } from './+types/user.ts'
import { givingChoices, textIn } from './settings-facts.ts'
import { SettingsPage } from './settings-page.tsx'

export const handle = { scripts: false }

export async function loader({ context, request, params: { userId } }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  const [user, giving, others] = await Promise.all([
    on.caller.ask(getUser, { userId }),
    givingChoices(on),
    on.caller.ask(listUsers, { size: 200 }),
  ])
  return {
    locale: on.locale,
    reader: on.session?.name ?? '',
    user,
    giving,
    others: others.rows.filter((each) => each.userId !== userId),
    saved: new URL(request.url).searchParams.has('tersimpan'),
    sendKey: formKey(),
  }
}

export async function action({ context, request, params: { userId } }: Route.ActionArgs) {
  const on = signedIn(context, request)
  const form = await request.formData()
  const given = (name: string) => textIn(form, name)
  const here = `/kelola/pengguna/${userId}`
  const options = { key: given('key'), confirm: form.getAll('confirm').map(String) }
  return attempt(context, form, () =>
    proveFirst(here, async () => {
      if (given('grantId') !== '') await on.caller.do(endGrant, { grantId: given('grantId') }, options)
      else if (given('act') === 'reset') {
        const { oneTimePassword } = await on.caller.do(resetPassword, { userId }, options)
        return { oneTimePassword }
      } else if (given('act') === 'close') {
        const handOverTo = given('handOverTo')
        await on.caller.do(closeUser, { userId, ...(handOverTo === '' ? {} : { handOverTo }) }, options)
      } else {
        const dates = {
          ...(given('validFrom') === '' ? {} : { validFrom: given('validFrom') }),
          ...(given('validTo') === '' ? {} : { validTo: given('validTo') }),
        }
        await on.caller.do(giveGrant, { userId, role: given('role'), placeId: given('placeId'), ...dates }, options)
      }
      return redirect(`${here}?tersimpan`)
    }),
  )
}

type Facts = Route.ComponentProps['loaderData']
type Answer = Route.ComponentProps['actionData']

/** One user: duties with place and dates, a forgotten password, the end of the account. */
export default function User({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, reader, user, giving, saved } = loaderData
  const t = translator(settingsTexts, locale)
  const refused = actionData && 'refusal' in actionData ? actionData : undefined
  const manages = giving.roles.length > 0 && user.status === 'active'
  const isQuestion = refused?.refusal.kind === 'confirm'
  return (
    <SettingsPage
      user={reader}
      title={user.displayName}
      lead={
        <>
          {user.userName} · <a href="/kelola/pengguna">{t('settings.users')}</a>
        </>
      }
      saved={saved && refused === undefined}
    >
      {isQuestion ? null : <RefusedForm refusal={refused?.refusal} />}
      <Duties {...loaderData} />
      {manages ? <Managing facts={loaderData} answer={actionData} /> : null}
    </SettingsPage>
  )
}

/** What only whoever manages users somewhere is shown. */
function Managing({ facts, answer }: { facts: Facts; answer: Answer }) {
  const { locale, user, sendKey } = facts
  const t = translator(settingsTexts, locale)
  const made = answer && 'oneTimePassword' in answer ? answer : undefined
  return (
    <>
      <GiveDuty facts={facts} answer={answer} />
      <Section id="sandi" title={t('settings.reset')}>
        <Form method="post" className="stack">
          <input type="hidden" name="key" value={sendKey} />
          <input type="hidden" name="act" value="reset" />
          {made === undefined ? null : (
            <OneTimePassword locale={locale} name={user.userName} password={made.oneTimePassword} />
          )}
          <Button kind="second">{t('settings.reset_button')}</Button>
        </Form>
      </Section>
      <CloseAccount facts={facts} answer={answer} />
    </>
  )
}

function Duties({ locale, user, giving, sendKey }: Facts) {
  const t = translator(settingsTexts, locale)
  const nameOf = roleNames(locale)
  const on = (date: string) => formatDate(date, locale, 'medium')
  return (
    <Section id="tugas" title={t('settings.duties')}>
      <Form method="post">
        <input type="hidden" name="key" value={sendKey} />
        <DefinitionList
          rows={user.grants.map((grant) => ({
            key: grant.grantId,
            term: nameOf(grant.role),
            detail: (
              <>
                {grant.validTo === null
                  ? t('settings.since', { place: grant.placeName, from: on(grant.validFrom) })
                  : t('settings.until', {
                      place: grant.placeName,
                      from: on(grant.validFrom),
                      to: on(grant.validTo),
                    })}{' '}
                {grant.validTo === null && giving.roles.length > 0 ? (
                  <Button kind="quiet" small name="grantId" value={grant.grantId}>
                    {t('settings.end')}
                  </Button>
                ) : null}
              </>
            ),
          }))}
        />
      </Form>
    </Section>
  )
}

function GiveDuty({ facts: { locale, giving, sendKey }, answer }: { facts: Facts; answer: Answer }) {
  const t = translator(settingsTexts, locale)
  const nameOf = roleNames(locale)
  const refused = answer && 'refusal' in answer ? answer : undefined
  const field = (name: string) => ({
    name,
    defaultValue: refused?.typed[name] ?? '',
    error: errorOf(refused?.refusal, name),
  })
  return (
    <Section id="beri" title={t('settings.give')}>
      <Form method="post" className="stack">
        <input type="hidden" name="key" value={sendKey} />
        <Select
          {...field('role')}
          label={t('settings.role')}
          placeholder={t('settings.choose')}
          choices={giving.roles.map((value) => ({ value, label: nameOf(value) }))}
          required
        />
        <Select
          {...field('placeId')}
          label={t('settings.place')}
          placeholder={t('settings.choose')}
          choices={giving.places}
          required
        />
        <DateInput {...field('validFrom')} label={t('settings.from')} />
        <DateInput {...field('validTo')} label={t('settings.to')} />
        <Button kind="second">{t('settings.give_button')}</Button>
      </Form>
    </Section>
  )
}

/** The end of the account; asked once more in words, with the name. */
function CloseAccount({ facts: { locale, others, sendKey }, answer }: { facts: Facts; answer: Answer }) {
  const t = translator(settingsTexts, locale)
  const refused = answer && 'refusal' in answer ? answer : undefined
  const question = refused?.refusal.kind === 'confirm' ? refused.refusal : undefined
  return (
    <Section id="tutup" title={t('settings.close')} note={t('settings.close_note')}>
      <Form method="post" className="stack">
        <input type="hidden" name="key" value={sendKey} />
        <input type="hidden" name="act" value="close" />
        <Select
          name="handOverTo"
          label={t('settings.hand_over')}
          placeholder={t('settings.nobody')}
          choices={others.map(({ userId, displayName }) => ({ value: userId, label: displayName }))}
          defaultValue={refused?.typed['handOverTo'] ?? ''}
          error={errorOf(refused?.refusal, 'handOverTo')}
        />
        {question === undefined ? (
          <Button kind="danger">{t('settings.close_button')}</Button>
        ) : (
          <div tabIndex={-1} autoFocus>
            <Notice tone="wait" icon="question" title={t('settings.ask')} role="alert">
              <p>{question.message}</p>
              <Button kind="danger" name="confirm" value={question.code}>
                {t('settings.close_yes')}
              </Button>
            </Notice>
          </div>
        )}
      </Form>
    </Section>
  )
}

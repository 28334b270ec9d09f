import { Form, redirect } from 'react-router'
import { formatDate, translator } from '../../../kernel/i18n/contract.ts'
import { attempt, formKey, signedIn } from '../../../kernel/page/index.ts'
import {
  closeUser,
  endGrant,
  getUser,
  giveGrant,
  listRoles,
  listUsers,
  resetPassword,
} from '../../../kernel/sign-in/index.ts'
import { Button } from '../../../ui/button/index.ts'
import { DefinitionList } from '../../../ui/definition-list/index.ts'
import { DateInput, Select } from '../../../ui/field/index.ts'
import { Notice } from '../../../ui/notice/index.ts'
import { PageHeader } from '../../../ui/page-header/index.ts'
import { Section } from '../../../ui/section/index.ts'
import { settingsTexts } from '../../texts/settings.ts'
import { AccountFrame, errorOf, RefusedForm } from '../sign-in/account-frame.tsx'
import { proveFirst } from '../sign-in/prove-first.ts'
import { roleNames } from '../sign-in/rules/role-names.ts'
import { OneTimePassword } from './one-time-password.tsx'
import type { Route } from './+types/user.ts'
import { placeChoices, textIn } from './settings-facts.ts'

export const handle = { scripts: false }

export async function loader({ context, request, params: { userId } }: Route.LoaderArgs) {
  const on = signedIn(context, request)
  const [user, roles, places, others] = await Promise.all([
    on.caller.ask(getUser, { userId }),
    on.caller.ask(listRoles, {}),
    placeChoices(on),
    on.caller.ask(listUsers, { size: 200 }),
  ])
  return {
    locale: on.locale,
    user,
    roles: roles.map(({ role }) => role),
    places,
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
  const options = { key: given('key') }
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

/** One user: duties with place and dates, a forgotten password, the end of the account. */
export default function User({ loaderData, actionData }: Route.ComponentProps) {
  const { locale, user, roles, places, others, saved, sendKey } = loaderData
  const t = translator(settingsTexts, locale)
  const nameOf = roleNames(locale)
  const refused = actionData && 'refusal' in actionData ? actionData : undefined
  const made = actionData && 'oneTimePassword' in actionData ? actionData : undefined
  const on = (date: string) => formatDate(date, locale, 'medium')
  return (
    <AccountFrame>
      <title>{user.displayName}</title>
      <PageHeader title={user.displayName} lead={user.userName} plain />
      <p>
        <a href="/kelola/pengguna">{t('settings.users')}</a>
      </p>
      <RefusedForm refusal={refused?.refusal} />
      {saved && refused === undefined ? <Notice tone="ok" role="status" title={t('settings.saved')} /> : null}
      {made === undefined ? null : (
        <OneTimePassword locale={locale} name={user.userName} password={made.oneTimePassword} />
      )}
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
                  {grant.validTo === null ? (
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
      <Section id="beri" title={t('settings.give')}>
        <Form method="post" className="stack">
          <input type="hidden" name="key" value={sendKey} />
          <Select
            name="role"
            label={t('settings.role')}
            placeholder={t('settings.choose')}
            choices={roles.map((value) => ({ value, label: nameOf(value) }))}
            defaultValue={refused?.typed['role'] ?? ''}
            error={errorOf(refused?.refusal, 'role')}
            required
          />
          <Select
            name="placeId"
            label={t('settings.place')}
            placeholder={t('settings.choose')}
            choices={places}
            defaultValue={refused?.typed['placeId'] ?? ''}
            error={errorOf(refused?.refusal, 'placeId')}
            required
          />
          <DateInput name="validFrom" label={t('settings.from')} defaultValue={refused?.typed['validFrom'] ?? ''} />
          <DateInput name="validTo" label={t('settings.to')} defaultValue={refused?.typed['validTo'] ?? ''} />
          <Button kind="second">{t('settings.give_button')}</Button>
        </Form>
      </Section>
      <Section id="sandi" title={t('settings.reset')}>
        <Form method="post">
          <input type="hidden" name="key" value={sendKey} />
          <input type="hidden" name="act" value="reset" />
          <Button kind="second">{t('settings.reset_button')}</Button>
        </Form>
      </Section>
      <Section id="tutup" title={t('settings.close')} note={t('settings.close_note')}>
        <Form method="post" className="stack">
          <input type="hidden" name="key" value={sendKey} />
          <input type="hidden" name="act" value="close" />
          <Select
            name="handOverTo"
            label={t('settings.hand_over')}
            placeholder={t('settings.nobody')}
            choices={others.map(({ userId, displayName }) => ({ value: userId, label: displayName }))}
            error={errorOf(refused?.refusal, 'handOverTo')}
          />
          <Button kind="danger">{t('settings.close_button')}</Button>
        </Form>
      </Section>
    </AccountFrame>
  )
}
